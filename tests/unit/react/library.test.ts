import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { EXAMPLE_ORDER } from '@/lib/api/operations/examples'
import { EXAMPLE_RETURN } from '@/lib/api/operations/return-examples'
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

  it('loads where there is no window, and its components render there', () => {
    const folder = mkdtempSync(`${root}node_modules/.doorstep-packed-`)
    const data = { order: EXAMPLE_ORDER, back: EXAMPLE_RETURN }
    const program = `
      if (typeof window !== 'undefined' || typeof document !== 'undefined') throw new Error('a browser')
      const { createElement } = await import('react')
      const { renderToString } = await import('react-dom/server')
      const { createClient } = await import('./client.js')
      const { Order, Return, useOrder, useReturn } = await import('./react.js')
      const { order, back } = ${JSON.stringify(data)}
      const client = createClient({ origin: 'https://doorstep.example' })
      const Live = () => {
        const { order: held } = useOrder('key.token', { client, initial: order })
        const { back: kept } = useReturn({ token: 'key.token', number: back.number }, { client, initial: back })
        return createElement('main', null, createElement(Order, { order: held }), createElement(Return, { back: kept }))
      }
      process.stdout.write(renderToString(createElement(Live)))`
    try {
      for (const name of ['client.js', 'react.js']) writeFileSync(`${folder}/${name}`, fileOf(name))
      writeFileSync(`${folder}/package.json`, fileOf('package.json'))
      writeFileSync(`${folder}/server.mjs`, program)
      const { status, stdout, stderr } = spawnSync(process.execPath, [`${folder}/server.mjs`], {
        encoding: 'utf8',
      })
      expect([status, stderr]).toEqual([0, ''])
      expect(stdout).toContain(EXAMPLE_RETURN.number)
      expect(stdout).toContain('data-part="order"')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
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
