import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type RecommendedRow, recommendationsSql } from '@/db/queries/recommendations'
import { media } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { CatalogueItem } from '@/lib/catalogue/catalogue-item'
import { orderBodySchema } from '@/lib/orders/order'
import { writeItems } from '@/lib/services/catalogue/write-items'
import { writePicks } from '@/lib/services/catalogue/write-picks'
import { recountBaskets } from '@/lib/services/recommend/recount-baskets'
import { runBasketWork } from '@/lib/services/recommend/run-basket-work'
import { upsertOrder } from '@/lib/services/upsert-order'
import { mediaId } from '@/lib/shops/media-id'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { order } from '@/tests/support/post'

vi.mock('next/server', () => import('@/tests/support/after'))

let database: TestDatabase
let context: TestContext
let shop: TestShop
let written = 0

beforeAll(async () => {
  database = await createTestDatabase()
  context = testContext(database)
  useContext(context, database)
})
afterAll(() => database.drop())
beforeEach(async () => {
  shop = await addShop(context, {}, [])
})

const HOST = 'https://shop.example'

const item = (key: string, more: Partial<CatalogueItem> = {}): CatalogueItem => ({
  ...{ key, product: key, sku: key, title: key, url: `${HOST}/${key}`, image: null, price: 100 },
  ...{ priceBefore: null, currency: 'EUR', category: null, tags: [], brand: null, gtin: null, inStock: true },
  ...more,
})

async function sell(...items: CatalogueItem[]): Promise<void> {
  context.pass(1)
  const at = context.now()
  await withShop(context.db, shop.id, (tx) =>
    writeItems(tx, shop.id, items, { source: 'api', at, once: false }, at),
  )
}

async function buy(keys: readonly string[], more: object = {}): Promise<string> {
  const lines = keys.map((sku, index) => ({
    ...{ id: String(index), sku, title: sku, quantity: 1, unitPrice: 100 },
    ...more,
  }))
  const body = orderBodySchema.parse(order({ lines }))
  return (await upsertOrder(context, shop.id, `N${written++}`, body)).orderId
}

async function count(): Promise<void> {
  await withShop(context.db, shop.id, (tx) => recountBaskets(tx, shop.id, context.now()))
  await runBasketWork(context, shop.id, shop.id)
}

async function recommend(
  orderId: string,
  { objects = false, origins = [HOST] }: { objects?: boolean; origins?: string[] } = {},
): Promise<RecommendedRow[]> {
  return withShop(context.db, shop.id, async (tx) => {
    const wanted = recommendationsSql(shop.id, { order: sql`o.id`, objects, origins })
    const [row] = await tx.execute<{ rows: RecommendedRow[] }>(
      sql`select ${wanted} as rows from orders o where o.shop_id = ${shop.id} and o.id = ${orderId}`,
    )
    if (!row) throw new Error('there is no such order')
    return row.rows
  })
}

const told = (rows: readonly RecommendedRow[]) => rows.map(({ title, why }) => `${title} ${why}`)

/** `a` and `b` together so often as says something, among others. */
async function together(times: number): Promise<void> {
  for (let n = 0; n < times; n++) await buy(['a', 'b'])
  for (let n = 0; n < 8; n++) await buy(['z'])
}

describe('what is recommended', () => {
  it('is first what is bought together with the order, by the share of those who did', async () => {
    await sell(item('a'), item('b'), item('c'), item('z'))
    await together(3)
    for (let n = 0; n < 4; n++) await buy(['a', 'c'])
    await count()
    expect(told(await recommend(await buy(['a'])))).toEqual(['c together', 'b together', 'z sold'])
  })

  it('is nothing that met the order only twice', async () => {
    await sell(item('a'), item('b'), item('z'))
    await together(2)
    await count()
    expect(told(await recommend(await buy(['a'])))).toEqual(['z sold', 'b sold'])
  })

  it('is nothing that meets the order no more often than by chance', async () => {
    await sell(item('a'), item('b'))
    for (let n = 0; n < 5; n++) {
      await buy(['a', 'b'])
      await buy(['b'])
    }
    await count()
    // Everybody buys b, with a or without.
    expect(told(await recommend(await buy(['a'])))).toEqual(['b sold'])
  })

  it('goes on with the same category, most sold first, then with what of it was never sold', async () => {
    await sell(
      item('a', { category: 'jackets' }),
      item('b', { category: 'jackets' }),
      item('c', { category: 'jackets' }),
      item('d', { category: 'jackets' }),
      item('e', { category: 'socks' }),
    )
    await buy(['c'])
    await buy(['c'])
    await buy(['d'])
    for (let n = 0; n < 5; n++) await buy(['e'])
    await count()
    expect(told(await recommend(await buy(['a'])))).toEqual(['c category', 'd category', 'b category'])
  })

  it('takes the line’s own category where no catalogue knows its product', async () => {
    await sell(item('b', { category: 'jackets' }), item('e', { category: 'socks' }))
    await count()
    expect(told(await recommend(await buy(['unknown'], { category: 'jackets' })))).toEqual(['b category'])
  })

  it('goes on with the shop’s own list, in its order, then with what sells best', async () => {
    await sell(item('a'), item('p'), item('q'), item('s'), item('t'))
    for (let n = 0; n < 2; n++) await buy(['s'])
    await buy(['t'])
    await count()
    expect((await writePicks(context, shop.id, ['q', 'p'])).ok).toBe(true)
    expect(told(await recommend(await buy(['a'])))).toEqual(['q picked', 'p picked', 's sold'])
  })

  it('is only the shop’s list and best sellers for who objects to personalisation', async () => {
    await sell(item('a', { category: 'x' }), item('b', { category: 'x' }), item('p'), item('z'))
    await together(4)
    await count()
    await writePicks(context, shop.id, ['p'])
    const orderId = await buy(['a'])
    expect(told(await recommend(orderId))).toEqual(['b together', 'p picked', 'z sold'])
    expect(told(await recommend(orderId, { objects: true }))).toEqual(['p picked', 'z sold', 'b sold'])
  })

  it('is never another variant of what is in the order', async () => {
    const jacket = { product: 'jacket', category: 'x' }
    await sell(item('M', jacket), item('L', jacket), item('b', { category: 'x' }))
    for (let n = 0; n < 4; n++) await buy(['L', 'b'])
    await buy(['b'])
    await count()
    expect((await recommend(await buy(['M']))).map(({ title }) => title)).toEqual(['b'])
  })

  it('is never what can’t be had, and never what the shop no longer sells', async () => {
    await sell(item('a'), item('b'), item('c'), item('z'))
    await together(3)
    await count()
    const orderId = await buy(['a'])
    await sell(item('b', { inStock: false }))
    expect(told(await recommend(orderId))).toEqual(['z sold'])
    await sell(item('b'))
    expect(told(await recommend(orderId))).toEqual(['b together', 'z sold'])
  })

  it.each([
    'https://other.example/b',
    'https://shop.example.evil.example/b',
    'https://shop.example@evil.example/b',
    'https://shop.example:8443/b',
    'javascript:alert(1)//https://shop.example/',
  ])('never leads to %s', async (url) => {
    await sell(item('a'), item('b', { url }))
    await buy(['b'])
    await count()
    expect(await recommend(await buy(['a']))).toEqual([])
  })

  it('leads to no host at all where the shop has none', async () => {
    await sell(item('a'), item('b'))
    await buy(['b'])
    await count()
    const orderId = await buy(['a'])
    expect(await recommend(orderId, { origins: [] })).toEqual([])
    expect(await recommend(orderId)).toHaveLength(1)
  })

  it('says what it costs and shows our copy of the picture once there is one', async () => {
    const image = `${HOST}/b.jpg`
    await sell(item('a'), item('b', { image, price: 900, priceBefore: 1200 }))
    await buy(['b'])
    await count()
    const orderId = await buy(['a'])
    expect(await recommend(orderId)).toMatchObject([
      { title: 'b', url: `${HOST}/b`, price: 900, priceBefore: 1200, currency: 'EUR', media: null },
    ])
    const id = mediaId(image)
    await withShop(context.db, shop.id, async (tx) => {
      await tx.insert(media).values({
        ...{ shopId: shop.id, id, sourceUrl: image, state: 'ready', createdAt: context.now() },
        ...{ width: 3, height: 4 },
      })
      await tx.execute(sql`update products set media_id = ${id} where shop_id = ${shop.id} and key = 'b'`)
    })
    expect(await recommend(orderId)).toMatchObject([{ media: { id, width: 3, height: 4 } }])
  })

  it('is nothing in a shop without a catalogue', async () => {
    await together(4)
    await count()
    expect(await recommend(await buy(['a']))).toEqual([])
  })

  it('is nothing of another shop', async () => {
    await sell(item('a'), item('b'))
    await together(4)
    await count()
    const first = shop
    shop = await addShop(context, {}, [])
    const orderId = await buy(['a'])
    expect(await recommend(orderId)).toEqual([])
    shop = first
    expect(await recommend(await buy(['a']))).toHaveLength(1)
  })

  it('is three at most, each once, none bought or gone, for any orders and any catalogue', async () => {
    const KEYS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const
    const keys = fc.uniqueArray(fc.constantFrom(...KEYS), { minLength: 1, maxLength: 6 })
    const product = fc.record({
      inStock: fc.boolean(),
      category: fc.constantFrom(null, 'x', 'y'),
      url: fc.constantFrom(`${HOST}/here`, 'https://other.example/there'),
    })
    const scene = fc.record({
      baskets: fc.array(keys, { maxLength: 12 }),
      mine: keys,
      products: fc.array(product, { minLength: KEYS.length, maxLength: KEYS.length }),
      picks: fc.uniqueArray(fc.constantFrom(...KEYS), { maxLength: 4 }),
      objects: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(scene, async ({ baskets, mine, products, picks, objects }) => {
        shop = await addShop(context, {}, [])
        await sell(...KEYS.map((key, index) => item(key, products[index])))
        for (const basket of baskets) await buy(basket)
        await count()
        expect((await writePicks(context, shop.id, picks)).ok).toBe(true)
        const rows = await recommend(await buy(mine), { objects })
        const titles = rows.map(({ title }) => title)
        const canBe = KEYS.filter((key, index) => {
          const one = products[index]
          return !mine.includes(key) && one?.inStock && one.url.startsWith(`${HOST}/`)
        })
        expect(rows.length).toBeLessThanOrEqual(3)
        expect(new Set(titles).size).toBe(titles.length)
        expect(titles.filter((title) => !canBe.some((key) => key === title))).toEqual([])
        // Whoever is sold or picked fills the places that are left.
        const sure = canBe.filter((key) => picks.includes(key) || baskets.some((one) => one.includes(key)))
        expect(rows.length).toBeGreaterThanOrEqual(Math.min(3, sure.length))
        if (objects) expect(rows.every(({ why }) => why === 'picked' || why === 'sold')).toBe(true)
        expect(await recommend(await buy(mine), { objects })).toEqual(rows)
      }),
      { numRuns: 25 },
    )
  }, 240_000)
})
