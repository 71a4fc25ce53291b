// Builds the package for shops that bring their own pages into dist/, where it can be packed as it stands.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { buildLibrary } from './library/build-library'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = join(root, 'dist')

const files = await buildLibrary(root)
await rm(out, { recursive: true, force: true })
for (const [path, content] of files) {
  const file = join(out, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
  console.log(`dist/${path}  ${Buffer.byteLength(content)} B, ${brotliCompressSync(content).length} B brotli`)
}
