import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { buildLibrary, type Library } from '@/scripts/library/build-library'

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

/** What TypeScript has against a program of a host that has installed the package. */
function faultsOf(program: string): string[] {
  const host = ts.createCompilerHost({})
  const { readFile, fileExists, getSourceFile } = host
  const inMemory = (path: string): string | undefined => {
    if (path === `${root}host.tsx`) return program
    return path.startsWith(`${root}packed/`) ? files.get(path.slice(`${root}packed/`.length)) : undefined
  }
  host.fileExists = (path) => inMemory(path) !== undefined || fileExists(path)
  host.readFile = (path) => inMemory(path) ?? readFile(path)
  host.getSourceFile = (path, version, ...rest) => {
    const text = inMemory(path)
    return text === undefined
      ? getSourceFile(path, version, ...rest)
      : ts.createSourceFile(path, text, version, true)
  }
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    // The package's own types are checked too.
    skipLibCheck: false,
    skipDefaultLibCheck: true,
    types: [],
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    jsx: ts.JsxEmit.ReactJSX,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    paths: { 'doorstep/*': [`${root}packed/*`] },
  }
  const checked = ts.createProgram([`${root}host.tsx`], options, host)
  return ts
    .getPreEmitDiagnostics(checked)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
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
    'type-checks in a host, and refuses what the API doesn’t say',
    () => {
      const host = (line: string) => `
      import { createClient } from 'doorstep/client'
      import { Order, Parcel, useOrder, useParcel } from 'doorstep/react'
      const client = createClient({ origin: 'https://doorstep.example' })
      export function Page({ token }: { token: string }) {
        const { order, state } = useOrder(token, { client, locale: 'de' })
        const { parcel } = useParcel('alpenglueck', null, { client })
        ${line}
        if (!order) return <p>{state}</p>
        return <><Order order={order} level={3} />{parcel ? <Parcel parcel={parcel} locale="de" /> : null}</>
      }
      export async function read(): Promise<string> {
        const answer = await client.order('t', { etag: null })
        if (answer.ok) return answer.value.parcels[0]?.words.title ?? answer.value.order
        return answer.error === 'problem' ? answer.problem.title : answer.error
      }`
      expect(faultsOf(host(''))).toEqual([])
      expect(faultsOf(host("order.parcels; if (parcel?.status === 'out_for_lunch') return null"))).toEqual([
        "'order' is possibly 'null'.",
        expect.stringContaining('have no overlap'),
      ])
    },
    BUILD_TIMEOUT_MS,
  )
})
