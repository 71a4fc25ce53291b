import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { EMBED_VERSION } from '@/lib/embed/element/version'
import { bundleElement } from './bundle-element'

const VERSION_FILE = /^(\d+\.\d+\.\d+)\.js$/

/** What a merchant writes into `integrity`. */
const integrityOf = (content: string | Buffer): string =>
  `sha384-${createHash('sha384').update(content).digest('base64')}`

const readOrNull = (file: string): Promise<string | null> =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })

async function versionsIn(folder: string): Promise<Record<string, { file: string; integrity: string }>> {
  const versions = (await readdir(folder)).flatMap((file) => VERSION_FILE.exec(file)?.[1] ?? [])
  const entries = versions
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .map(async (version) => {
      const file = `${version}.js`
      return [
        version,
        { file: `/embed/${file}`, integrity: integrityOf(await readFile(join(folder, file))) },
      ] as const
    })
  return Object.fromEntries(await Promise.all(entries))
}

/**
 * Writes the script under its moving name and, once, under its version: that file is kept with the source and never written
 * again, so that a published hash stays true. Throws where the source has changed and the version hasn't.
 */
export async function writeEmbed(root: string): Promise<void> {
  const folder = join(root, 'public/embed')
  await mkdir(folder, { recursive: true })
  const script = await bundleElement(root)
  const file = join(folder, `${EMBED_VERSION}.js`)
  const published = await readOrNull(file)
  if (published !== null && published !== script)
    throw new Error(`public/embed/${EMBED_VERSION}.js is published and differs: raise EMBED_VERSION`)
  await writeFile(file, script)
  await writeFile(join(folder, 'v1.js'), script)
  const versions = await versionsIn(folder)
  await writeFile(
    join(folder, 'versions.json'),
    `${JSON.stringify({ latest: EMBED_VERSION, versions }, null, 2)}\n`,
  )
  console.log(
    `embed/v1.js = ${EMBED_VERSION}  ${script.length} B, ${brotliCompressSync(script).length} B brotli`,
  )
}
