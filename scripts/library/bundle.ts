import { join } from 'node:path'
import { build } from 'esbuild'

/** The entries of the package, by the names of their exports; what the host brings stays outside. */
export const ENTRIES = {
  client: { source: 'lib/client/index.ts', banner: '' },
  // The hooks belong to the browser; a framework that renders on the server reads this line.
  react: { source: 'components/react/index.ts', banner: '"use client";' },
} as const

export type EntryName = keyof typeof ENTRIES

export const ENTRY_NAMES = ['client', 'react'] as const satisfies readonly EntryName[]

/** One entry as a single ESM file. */
export async function bundleEntry(root: string, name: EntryName): Promise<string> {
  const { source, banner } = ENTRIES[name]
  const { outputFiles } = await build({
    entryPoints: [join(root, source)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    legalComments: 'none',
    absWorkingDir: root,
    external: ['react', 'react/*', 'react-dom', 'swr', 'swr/*'],
    banner: { js: banner },
  })
  return outputFiles.map(({ text }) => text).join('')
}
