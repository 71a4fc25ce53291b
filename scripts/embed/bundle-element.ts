import { join } from 'node:path'
import { build } from 'esbuild'

/** The script behind `/embed/v1.js`: the same source always gives the same bytes. */
export async function bundleElement(root: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'lib/embed/element/main.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    absWorkingDir: root,
  })
  return outputFiles.map(({ text }) => text).join('')
}
