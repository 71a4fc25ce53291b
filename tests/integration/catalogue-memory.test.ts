import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { importEntries } from '@/lib/services/catalogue/import-entries'
import { readGoogleFeed } from '@/lib/services/catalogue/read-google-feed'
import { addShop, type TestContext, type TestShop, testContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'

/** What all of them need of the heap at any moment, beyond what a hundredth of them needs. */
const LIMIT_BYTES = 32_000_000
/** A shop's 100,000 take a minute on an idle machine: `CATALOGUE_PRODUCTS=100000` measures them. */
const PRODUCTS = Number(process.env.CATALOGUE_PRODUCTS ?? 10_000)
const PIECE = 65_536

setFlagsFromString('--expose-gc')
const collectGarbage: unknown = runInNewContext('gc')

function usedHeap(): number {
  if (typeof collectGarbage !== 'function') throw new Error('the engine gives no hand on its garbage')
  collectGarbage()
  return process.memoryUsage().heapUsed
}

const entry = (index: number, price: number) =>
  `<item><g:id>SKU-${index}</g:id><g:item_group_id>P-${index >> 1}</g:item_group_id><title>Jacke ${index}</title>` +
  `<link>https://shop.example/p/${index}</link><description>${'Dicht, bis es aufhört. '.repeat(20)}</description>` +
  `<g:image_link>https://shop.example/i/${index}.jpg</g:image_link><g:price>${price},90 EUR</g:price>` +
  '<g:availability>in_stock</g:availability><g:product_type>Jacken</g:product_type></item>\n'

/** A feed of so many items, made as it is read; `noticed` is told the heap now and then. */
async function* feed(count: number, noticed: (heap: number) => void): AsyncGenerator<Uint8Array> {
  let text = '<?xml version="1.0"?><rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>'
  for (let index = 0; index < count; index++) {
    text += entry(index, 10 + (index % 80))
    if (index % (count / 20) === 0) noticed(usedHeap())
    if (text.length < PIECE) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(`${text}</channel></rss>`)
}

let database: TestDatabase
let context: TestContext
let shop: TestShop
beforeAll(async () => {
  database = await createTestDatabase()
  context = testContext(database)
  shop = await addShop(context, {}, [])
})
afterAll(() => database.drop())

async function load(count: number) {
  context.pass(60)
  let most = 0
  const settings = { currency: null, sku: 'id' as const, now: context.now() }
  const entries = readGoogleFeed(
    feed(count, (heap) => {
      most = Math.max(most, heap)
    }),
    settings,
  )
  const { report, error } = await importEntries(context, shop.id, { source: 'merchant', full: true }, entries)
  return { most, report, error }
}

it(`imports ${PRODUCTS} items in the memory that a hundredth of them takes, and again`, async () => {
  const few = await load(PRODUCTS / 100)
  const started = process.cpuUsage()
  const many = await load(PRODUCTS)
  const first = process.cpuUsage(started)
  const again = await load(PRODUCTS)
  const both = process.cpuUsage(started)
  const more = Math.max(many.most, again.most) - few.most
  process.stdout.write(
    `${PRODUCTS} items: ${(first.user / 1e6).toFixed(1)} s of this process's time, as they were ` +
      `${((both.user - first.user) / 1e6).toFixed(1)} s; ${(more / 1e6).toFixed(1)} MB more of the heap than ` +
      `${PRODUCTS / 100} items take (${(few.most / 1e6).toFixed(1)} MB)\n`,
  )
  expect(many).toMatchObject({ error: null, report: { read: PRODUCTS, new: PRODUCTS * 0.99, refused: 0 } })
  expect(again).toMatchObject({ error: null, report: { unchanged: PRODUCTS, gone: 0 } })
  expect(more).toBeLessThan(LIMIT_BYTES)
}, 1_200_000)
