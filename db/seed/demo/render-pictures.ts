import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { studio } from './art/studio'

/** Draws every product of `art/<shop>/*.svg` in its shop's studio: `npx tsx db/seed/demo/render-pictures.ts`. */
const SIZE = 600
const MAX_BYTES = 25 * 1024

const here = fileURLToPath(new URL('.', import.meta.url))
const target = join(here, '../../../public/demo/pictures')
/** Tried in turn until the picture is small enough. */
const QUALITIES = [88, 80, 72, 64]

async function render(svg: string): Promise<{ quality: number; data: Buffer }> {
  for (const step of QUALITIES) {
    const data = await sharp(Buffer.from(svg), { density: 144 })
      .resize(SIZE, SIZE)
      .webp({ quality: step, effort: 6, smartSubsample: true })
      .toBuffer()
    if (data.length <= MAX_BYTES) return { quality: step, data }
  }
  throw new Error(`a picture stays above ${MAX_BYTES} bytes`)
}

await mkdir(target, { recursive: true })
for (const [shop, scene] of Object.entries(studio))
  for (const file of await readdir(join(here, 'art', shop))) {
    const product = await readFile(join(here, 'art', shop, file), 'utf8')
    const picture = await render(scene(product))
    const name = file.replace(/\.svg$/, '.webp')
    await writeFile(join(target, name), picture.data)
    console.log(`${shop}/${name} ${picture.data.length} bytes, quality ${picture.quality}`)
  }
