// Compiles the shopper pages' CSS and bundles their islands into public/assets/, named by content, and the script that shops
// load into public/embed/; `--watch` stays.
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, watch, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import tailwind from '@tailwindcss/postcss'
import { build } from 'esbuild'
import postcss from 'postcss'
import { writeEmbed } from './embed/write-embed'

const root = fileURLToPath(new URL('..', import.meta.url))
const components = join(root, 'components')
const out = join(root, 'public/assets')
const DEBOUNCE_MS = 60

type Asset = { name: string; extension: 'css' | 'js'; content: string }

const fileName = ({ name, extension, content }: Asset): string =>
  `${name}.${createHash('sha256').update(content).digest('hex').slice(0, 10)}.${extension}`

async function styles(): Promise<Asset[]> {
  const folder = join(components, 'styles')
  const sources = (await readdir(folder)).filter((file) => file.endsWith('.css'))
  return Promise.all(
    sources.map(async (file) => {
      const from = join(folder, file)
      const plugin = tailwind({ base: root, optimize: { minify: true } })
      const { css } = await postcss([plugin]).process(await readFile(from, 'utf8'), { from })
      return { name: basename(file, '.css'), extension: 'css', content: css.trim() }
    }),
  )
}

async function islands(): Promise<Asset[]> {
  const sources = (await readdir(components, { recursive: true })).filter((file) =>
    file.endsWith('.island.ts'),
  )
  return Promise.all(
    sources.map(async (file) => {
      const { outputFiles } = await build({
        entryPoints: [join(components, file)],
        bundle: true,
        minify: true,
        write: false,
        format: 'esm',
        target: 'es2020',
        legalComments: 'none',
        absWorkingDir: root,
        // The same colour rules as on the server, at a tenth of the weight.
        alias: { culori: join(root, 'lib/embed/small-culori.ts') },
      })
      return {
        name: basename(file, '.island.ts'),
        extension: 'js',
        content: outputFiles.map((output) => output.text).join(''),
      }
    }),
  )
}

async function buildAll(): Promise<void> {
  const [css, js] = await Promise.all([styles(), islands()])
  await mkdir(out, { recursive: true })
  const addresses = (assets: Asset[]) =>
    Object.fromEntries(assets.map((asset) => [asset.name, `/assets/${fileName(asset)}`]))
  await Promise.all([...css, ...js].map((asset) => writeFile(join(out, fileName(asset)), asset.content)))
  await writeFile(
    join(out, 'manifest.json'),
    `${JSON.stringify({ styles: addresses(css), islands: addresses(js) }, null, 2)}\n`,
  )
  const fresh = new Set(['manifest.json', ...[...css, ...js].map(fileName)])
  const stale = (await readdir(out)).filter(
    (file) => /\.[0-9a-f]{10}\.(css|js)$/.test(file) && !fresh.has(file),
  )
  await Promise.all(stale.map((file) => rm(join(out, file))))
  await writeEmbed(root)
  for (const asset of [...css, ...js])
    console.log(
      `${fileName(asset)}  ${asset.content.length} B, ${brotliCompressSync(asset.content).length} B brotli`,
    )
}

await buildAll()

if (process.argv.includes('--watch')) {
  let timer: NodeJS.Timeout | undefined
  const rebuild = () => buildAll().catch((error: unknown) => console.error(error))
  for await (const _ of watch(components, { recursive: true })) {
    clearTimeout(timer)
    timer = setTimeout(rebuild, DEBOUNCE_MS)
  }
}
