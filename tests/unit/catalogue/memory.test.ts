import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { readGoogleFeed } from '@/lib/services/catalogue/read-google-feed'
import { SETTINGS } from './read-fixture'

const PRODUCTS = 100_000
const LIMIT_BYTES = 16_000_000
const PIECE_ITEMS = 100

setFlagsFromString('--expose-gc')
const collectGarbage: unknown = runInNewContext('gc')

function usedHeap(): number {
  if (typeof collectGarbage !== 'function') throw new Error('the engine gives no hand on its garbage')
  collectGarbage()
  return process.memoryUsage().heapUsed
}

const xml = (index: number) =>
  `<item><g:id>SKU-${index}</g:id><title>Jacke ${index}</title><link>https://shop.example/p/${index}</link>` +
  `<description>${'Dicht. '.repeat(20)}</description><g:price>${10 + (index % 80)},90 EUR</g:price>` +
  '<g:availability>in_stock</g:availability></item>\n'
const row = (index: number) =>
  `SKU-${index}\tJacke ${index}\thttps://shop.example/p/${index}\t19.90 EUR\tin stock\n`

/** Made as it is read, packed piece by piece: gzip members follow one another as in one file. */
async function* feed(kind: 'xml' | 'table', noticed: (heap: number) => void): AsyncGenerator<Uint8Array> {
  const [head, line, tail] =
    kind === 'xml'
      ? (['<rss xmlns:g="http://base.google.com/ns/1.0"><channel>', xml, '</channel></rss>'] as const)
      : (['id\ttitle\tlink\tprice\tavailability\n', row, ''] as const)
  yield gzipSync(head)
  for (let index = 0; index < PRODUCTS; index += PIECE_ITEMS) {
    yield gzipSync(Array.from({ length: PIECE_ITEMS }, (_, more) => line(index + more)).join(''), {
      level: 1,
    })
    if (index % 5_000 === 0) noticed(usedHeap())
  }
  yield gzipSync(tail)
}

it.each(['xml', 'table'] as const)(
  'a feed of 100,000 items as %s is never in memory whole',
  async (kind) => {
    const heaps: number[] = []
    let usable = 0
    for await (const entry of readGoogleFeed(
      feed(kind, (heap) => heaps.push(heap)),
      SETTINGS,
    ))
      if ('item' in entry) usable++
    expect(usable).toBe(PRODUCTS)
    // The first reading of the heap comes when a piece has been read, the last when 95,000 items have.
    expect(heaps).toHaveLength(20)
    expect(Math.max(...heaps) - (heaps[0] ?? 0)).toBeLessThan(LIMIT_BYTES)
  },
  300_000,
)
