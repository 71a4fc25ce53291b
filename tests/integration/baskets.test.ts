import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { baskets, basketTotals, orderLines, orders, productItems, productPairs, workReady } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { orderBodySchema } from '@/lib/orders/order'
import { writeItems } from '@/lib/services/catalogue/write-items'
import { erasePerson } from '@/lib/services/erase-person'
import { recountBaskets } from '@/lib/services/recommend/recount-baskets'
import { runBasketWork } from '@/lib/services/recommend/run-basket-work'
import { sweep } from '@/lib/services/sweep'
import { upsertOrder } from '@/lib/services/upsert-order'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { order } from '@/tests/support/post'
import { readCounts } from '@/tests/support/read-counts'
import { recount } from '@/tests/support/recount'

vi.mock('next/server', () => import('@/tests/support/after'))

let database: TestDatabase
let context: TestContext

beforeAll(async () => {
  database = await createTestDatabase()
  context = testContext(database)
  useContext(context, database)
})
afterAll(() => database.drop())

const HOUR = 3600

const body = (keys: readonly string[], more: object = {}) =>
  orderBodySchema.parse(
    order({
      lines:
        keys.length === 0
          ? [{ id: 'gift', title: 'Gutschein', quantity: 1, unitPrice: 100 }]
          : keys.map((sku, index) => ({ id: String(index), sku, title: sku, quantity: 1, unitPrice: 100 })),
      ...more,
    }),
  )

const put = (shop: TestShop, number: string, keys: readonly string[], more: object = {}) =>
  upsertOrder(context, shop.id, number, body(keys, more))

/** Lets everything that waits be counted, and what waits then. */
async function count(): Promise<void> {
  for (let round = 0; round < 2; round++) {
    context.pass(HOUR)
    while ((await sweep(context)) > 0);
  }
}

const waiting = (shop: TestShop) =>
  context.db
    .select({ subject: workReady.subject })
    .from(workReady)
    .where(sql`${workReady.shopId} = ${shop.id} and ${workReady.kind} = 'basket'`)

const PRODUCTS = ['a', 'b', 'c', 'd', 'e'] as const
const lines = fc.uniqueArray(fc.constantFrom(...PRODUCTS), { maxLength: 5 })
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('put' as const), at: fc.nat(5), lines }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('erase' as const), at: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), at: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('count' as const) }) },
)

describe('what goes with what', () => {
  it('is what a count from scratch says, however orders were written, written again, erased and removed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        const shop = await addShop(context, {}, [])
        const now = new Map<number, readonly string[]>()
        for (const one of steps) {
          if (one.do === 'put') {
            await put(shop, `N${one.at}`, one.lines, { customer: { email: `p${one.at}@example.org` } })
            now.set(one.at, one.lines)
          } else if (one.do === 'erase') {
            const erased = await erasePerson(context, shop.id, { email: `p${one.at}@example.org` })
            if (erased) now.set(one.at, [])
          } else if (one.do === 'delete') {
            await withShop(context.db, shop.id, (tx) =>
              tx
                .delete(orders)
                .where(sql`${orders.shopId} = ${shop.id} and ${orders.number} = ${`N${one.at}`}`),
            )
            now.delete(one.at)
            await withShop(context.db, shop.id, (tx) => recountBaskets(tx, shop.id, context.now()))
          } else await count()
        }
        await count()
        expect(await readCounts(context, shop.id)).toEqual(recount([...now.values()]))
        expect(await waiting(shop)).toEqual([])
      }),
      { numRuns: 25 },
    )
  }, 240_000)

  it('is counted once, however many at a time count the same orders', async () => {
    const shop = await addShop(context, {}, [])
    const all = Array.from({ length: 12 }, (_, index) => ['a', 'b', `c${index % 3}`])
    const ids = await Promise.all(all.map((keys, index) => put(shop, `N${index}`, keys)))
    await Promise.all(ids.map(({ orderId }) => runBasketWork(context, shop.id, orderId)))
    expect(await readCounts(context, shop.id)).toEqual(recount(all))
  })

  it('leaves the order’s own write alone: nothing is counted until the sweeper comes', async () => {
    const shop = await addShop(context, {}, [])
    await put(shop, 'N1', ['a', 'b'])
    expect(await readCounts(context, shop.id)).toEqual(recount([]))
    await put(shop, 'N1', ['a', 'c'])
    expect(await waiting(shop)).toHaveLength(1)
    await count()
    expect(await readCounts(context, shop.id)).toEqual(recount([['a', 'c']]))
  })

  it('takes no restock of more than forty different products for a basket', async () => {
    const shop = await addShop(context, {}, [])
    const many = Array.from({ length: 41 }, (_, index) => `p${index}`)
    await put(shop, 'N1', many)
    await count()
    expect(await readCounts(context, shop.id)).toEqual(recount([]))
    await put(shop, 'N1', many.slice(1))
    await count()
    expect((await readCounts(context, shop.id)).orders).toBe(1)
  })

  it('keeps no row of a pair that nobody holds any more', async () => {
    const shop = await addShop(context, {}, [])
    await put(shop, 'N1', ['a', 'b'])
    await count()
    await put(shop, 'N1', ['a'])
    await count()
    const rows = await withShop(context.db, shop.id, (tx) =>
      tx.select().from(productPairs).where(eq(productPairs.shopId, shop.id)),
    )
    expect(rows).toEqual([])
  })

  it('counts again who was erased, once the shop tells the order anew', async () => {
    const shop = await addShop(context, {}, [])
    const customer = { email: 'resi@example.org' }
    await put(shop, 'N1', ['a', 'b'], { customer })
    await count()
    await erasePerson(context, shop.id, customer)
    await count()
    expect(await readCounts(context, shop.id)).toEqual(recount([]))
    await put(shop, 'N1', ['a', 'b'])
    await count()
    expect(await readCounts(context, shop.id)).toEqual(recount([['a', 'b']]))
  })

  it('begins with the orders that were there before anything was counted', async () => {
    const shop = await addShop(context, {}, [])
    await put(shop, 'N1', ['a', 'b'])
    await withShop(context.db, shop.id, async (tx) => {
      await tx.delete(baskets).where(eq(baskets.shopId, shop.id))
      await tx.delete(basketTotals).where(eq(basketTotals.shopId, shop.id))
    })
    await context.db.delete(workReady).where(eq(workReady.shopId, shop.id))
    await put(shop, 'N2', ['a', 'c'])
    await count()
    expect(await readCounts(context, shop.id)).toEqual(
      recount([
        ['a', 'b'],
        ['a', 'c'],
      ]),
    )
  })

  it('belongs to one shop', async () => {
    const [one, other] = [await addShop(context, {}, []), await addShop(context, {}, [])]
    await put(one, 'N1', ['a', 'b'])
    await put(other, 'N1', ['a', 'c'])
    await count()
    expect(await readCounts(context, one.id)).toEqual(recount([['a', 'b']]))
    expect(await readCounts(context, other.id)).toEqual(recount([['a', 'c']]))
  })
})

describe('lines and the catalogue', () => {
  const item = (key: string, product: string, sku: string | null) => ({
    ...{ key, product, sku, title: key, url: `https://shop.example/${key}`, image: null, price: 100 },
    ...{
      priceBefore: null,
      currency: 'EUR',
      category: null,
      tags: [],
      brand: null,
      gtin: null,
      inStock: true,
    },
  })

  it('count a product’s variants as one, as soon as a catalogue says that they are', async () => {
    const shop = await addShop(context, {}, [])
    await put(shop, 'N1', ['JACKET-M', 'SOCKS'])
    await put(shop, 'N2', ['JACKET-L', 'SOCKS'])
    await count()
    expect((await readCounts(context, shop.id)).sales).toEqual({ 'JACKET-M': 1, 'JACKET-L': 1, SOCKS: 2 })
    const telling = { source: 'api', at: context.now(), once: false }
    const write = (...items: ReturnType<typeof item>[]) =>
      withShop(context.db, shop.id, (tx) =>
        writeItems(tx, shop.id, items, { ...telling, at: context.now() }, context.now()),
      )
    await write(
      item('1', 'jacket', 'JACKET-M'),
      item('2', 'jacket', 'JACKET-L'),
      item('SOCKS', 'socks', null),
    )
    await count()
    const both = recount([
      ['jacket', 'socks'],
      ['jacket', 'socks'],
    ])
    expect(await readCounts(context, shop.id)).toEqual(both)
    context.pass(1)
    await write(item('2', 'anorak', 'JACKET-L'))
    await count()
    expect(await readCounts(context, shop.id)).toEqual(
      recount([
        ['jacket', 'socks'],
        ['anorak', 'socks'],
      ]),
    )
  })

  it('ask for no recount when only a price changes', async () => {
    const shop = await addShop(context, {}, [])
    const write = (price: number) =>
      withShop(context.db, shop.id, (tx) =>
        writeItems(
          tx,
          shop.id,
          [{ ...item('1', 'jacket', 'JACKET-M'), price }],
          { source: 'api', at: context.now(), once: false },
          context.now(),
        ),
      )
    await write(100)
    await count()
    context.pass(1)
    await write(90)
    const [row] = await withShop(context.db, shop.id, (tx) =>
      tx.select().from(productItems).where(eq(productItems.shopId, shop.id)),
    )
    expect(row?.price).toBe(90)
    expect(await waiting(shop)).toEqual([])
  })

  it('tell nothing where a line has neither SKU nor product', async () => {
    const shop = await addShop(context, {}, [])
    await put(shop, 'N1', [])
    await count()
    expect(await readCounts(context, shop.id)).toEqual(recount([]))
    const [line] = await withShop(context.db, shop.id, (tx) =>
      tx.select().from(orderLines).where(eq(orderLines.shopId, shop.id)),
    )
    expect(line?.sku).toBeNull()
  })
})
