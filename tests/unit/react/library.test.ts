import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { buildLibrary, type Library } from '@/scripts/library/build-library'
import { hostFaults } from '@/tests/support/host-faults'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const BUILD_TIMEOUT_MS = 240_000
const LARGEST = { 'client.js': 2048, 'react.js': 8192, 'react/styles.css': 2048 }

let files: Library = new Map()
const fileOf = (path: string): string => {
  const content = files.get(path)
  if (content === undefined) throw new Error(`no ${path}`)
  return content
}

beforeAll(async () => {
  files = await buildLibrary(root)
}, BUILD_TIMEOUT_MS)

const importsOf = (code: string): string[] =>
  [...code.matchAll(/(?:from|import)\s*\(?["']([^"']+)["']/g)].flatMap(([, from]) => from ?? [])

/** The guide's own files for a shop, those of packages that aren't here left out; each needs a name. */
function guideFiles(): Record<string, string> {
  const guide = readFileSync(`${root}docs/embed/headless.md`, 'utf8')
  const blocks = [...guide.matchAll(/^```tsx\n([\s\S]*?)^```/gm)].flatMap(([, code]) => code ?? [])
  const known = blocks.filter((code) => !code.includes('react-router'))
  return Object.fromEntries(
    known.map((code, index) => [/^\/\/ \S*?([\w-]+\.tsx)/.exec(code)?.[1] ?? `${index}.tsx`, code]),
  )
}

describe('the package', () => {
  it.each(Object.entries(LARGEST))('%s is at most %d bytes brotli', (path, limit) => {
    expect(brotliCompressSync(fileOf(path)).length).toBeLessThanOrEqual(limit)
  })

  it('needs nothing for the client, and only React and SWR for the rest', () => {
    expect(importsOf(fileOf('client.js'))).toEqual([])
    expect(new Set(importsOf(fileOf('react.js')))).toEqual(new Set(['react/jsx-runtime', 'swr']))
  })

  it('speaks no word of ours: they come with the JSON', () => {
    expect(fileOf('react.js')).not.toMatch(/Unterwegs|On the way|Zugestellt|Delivered/)
  })

  it('tells a server that the hooks belong to the browser', () => {
    expect(fileOf('react.js')).toMatch(/^"use client";/)
    expect(fileOf('client.js')).not.toContain('use client')
  })

  it('has types that need no file of ours beside them', () => {
    expect(importsOf(fileOf('client.d.ts'))).toEqual([])
    expect(new Set(importsOf(fileOf('react.d.ts')))).toEqual(new Set(['react']))
  })

  it('names every file of its exports, and its peers as optional', () => {
    const manifest = z
      .object({
        exports: z.record(z.string(), z.json()),
        peerDependencies: z.record(z.string(), z.string()),
        peerDependenciesMeta: z.json(),
      })
      .parse(JSON.parse(fileOf('package.json')))
    const named = JSON.stringify(manifest.exports).match(/(?<="\.\/)[^"]+\.(?:js|css|d\.ts)(?="[,}])/g)
    expect(new Set(named)).toEqual(new Set([...files.keys()].filter((path) => path !== 'package.json')))
    expect(manifest.peerDependenciesMeta).toEqual({ react: { optional: true }, swr: { optional: true } })
    expect(manifest).not.toHaveProperty('dependencies')
  })

  it(
    'type-checks in a shop, as the guide shows it, and refuses what the API doesn’t say',
    () => {
      const guide = guideFiles()
      expect(Object.keys(guide)).toEqual(expect.arrayContaining(['page.tsx', 'live-order.tsx']))
      const wrong = `
        import { createClient } from 'doorstep/client'
        import { useOrder, useParcel } from 'doorstep/react'
        const client = createClient({ origin: 'https://doorstep.example' })
        export function Wrong() {
          const { order } = useOrder('t', { client })
          const { parcel } = useParcel('alpenglueck', null, { client })
          return <p>{order.order}{parcel?.status === 'out_for_lunch'}</p>
        }`
      expect(hostFaults(files, { ...guide, 'wrong.tsx': wrong })).toEqual([
        "'order' is possibly 'null'.",
        expect.stringContaining('have no overlap'),
      ])
    },
    BUILD_TIMEOUT_MS,
  )
})
