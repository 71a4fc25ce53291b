import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { deleteShop } from '@/lib/services/delete-shop'
import { runAfter } from '@/tests/support/after'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { effectsOf } from '@/tests/support/effects'
import { mediaOf, movementOf, orderByToken, shipmentOf } from '@/tests/support/get'
import { type Listening, listen } from '@/tests/support/listen'
import { png } from '@/tests/support/picture'
import { order, parcelUpdate, post, putOrder, scan } from '@/tests/support/post'

vi.mock('next/server', () => import('@/tests/support/after'))

const NUMBER = '00340434161094000001'

let database: TestDatabase
let context: TestContext
let pictures: Listening
let a: TestShop
let b: TestShop
beforeAll(async () => {
  database = await createTestDatabase()
  context = testContext(database)
  useContext(context, database)
  const picture = await png(40, 40)
  pictures = await listen((_request, response) => response.end(picture))
})
afterAll(async () => {
  await pictures.close()
  await database.drop()
})

/** The same order, parcel and picture in each shop. */
async function place(shop: TestShop, title: string): Promise<string> {
  const answer = await putOrder(
    shop,
    'AG-1',
    order({
      lines: [{ id: '1', title, quantity: 1, unitPrice: 1, image: `${pictures.origin}/same.png` }],
      parcels: [{ carrier: 'dhl', number: NUMBER, lines: [{ id: '1', quantity: 1 }] }],
    }),
  )
  await runAfter()
  return (await answer.json()).links.json.split('/').at(-1)
}
const tell = (shop: TestShop, status: string) =>
  post(context, shop, 'standard', parcelUpdate({ scans: [scan('2026-11-19T10:00:00Z', status)] }))

beforeEach(async () => {
  a = await addShop(context)
  b = await addShop(context)
})

describe('two shops with the same numbers', () => {
  it('have an order, a parcel and a page each', async () => {
    const [tokenA, tokenB] = [await place(a, 'Jacke'), await place(b, 'Lampe')]
    await tell(a, 'in_transit.arrived')
    await tell(b, 'delivered.neighbour')
    expect(await (await orderByToken(tokenA)).json()).toMatchObject({
      shop: a.shop.slug,
      parcels: [{ status: 'in_transit.arrived', items: [{ title: 'Jacke' }] }],
    })
    expect(await (await orderByToken(tokenB)).json()).toMatchObject({
      shop: b.shop.slug,
      parcels: [{ status: 'delivered.neighbour', items: [{ title: 'Lampe' }] }],
    })
    expect(await (await movementOf(a.shop.slug, NUMBER)).json()).toMatchObject({
      status: 'in_transit.arrived',
    })
    expect(await (await shipmentOf('dhl', NUMBER, b.apiKey)).json()).toMatchObject({
      status: 'delivered.neighbour',
    })
  })

  it('don’t hear of each other’s deliveries, not even of the same bytes', async () => {
    await place(a, 'Jacke')
    const body = parcelUpdate({ scans: [scan('2026-11-19T10:00:00Z', 'in_transit.arrived')] })
    await post(context, b, 'standard', body)
    expect((await effectsOf(database, a.id)).shipments).toMatchObject([{ version: 0 }])
    expect(await (await post(context, a, 'standard', body)).json()).toMatchObject({ duplicate: false })
  })

  it('don’t take each other’s addresses: one’s secret and endpoint are nothing to the other', async () => {
    const theirs = { endpoint: b.endpoints.standard ?? '' }
    expect((await post(context, a, 'standard', parcelUpdate({}), theirs)).status).toBe(200)
    expect((await effectsOf(database, a.id)).inbox).toEqual([])
    expect((await effectsOf(database, b.id)).inbox).toHaveLength(1)
  })

  it('serve a copy of the same picture each, under their own name', async () => {
    const token = await place(a, 'Jacke')
    const { image } = (await (await orderByToken(token)).json()).parcels[0].items[0]
    const file = image.split('/').at(-1)
    expect((await mediaOf(a.shop.slug, file)).status).toBe(200)
    expect((await mediaOf(b.shop.slug, file)).status).toBe(404)
  })
})

describe('a shop that is removed', () => {
  it('is gone with everything of its own, and the other stays whole', async () => {
    const tokens = [await place(a, 'Jacke'), await place(b, 'Lampe')]
    await tell(a, 'in_transit.arrived')
    await tell(b, 'in_transit.arrived')
    const before = await effectsOf(database, b.id)
    await deleteShop(context, a.id)
    const tables = await database.superuser.sql<{ name: string }[]>`
      select c.relname as name from pg_class c join pg_attribute t on t.attrelid = c.oid and t.attname = 'shop_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`
    expect(tables.length).toBeGreaterThan(15)
    for (const { name } of tables) {
      const rows = await database.superuser
        .sql`select 1 from ${database.superuser.sql(name)} where shop_id = ${a.id}`
      expect(rows.length, name).toBe(0)
    }
    expect(await effectsOf(database, b.id)).toEqual(before)
    expect((await shipmentOf('dhl', NUMBER, a.apiKey)).status).toBe(401)
    expect((await orderByToken(tokens[1] ?? '')).status).toBe(200)
    useContext({ ...context }, database)
    expect((await tell(a, 'delivered.other')).status).toBe(401)
  })
})
