import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { PUT } from '@/app/api/v1/variants/route'
import { orderLines, orders, variants } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { customerKey } from '@/lib/orders/customer-key'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { POLICY, putPolicy, start } from '@/tests/support/draft-steps'
import { expectProblem } from '@/tests/support/expect-problem'
import { order, putOrder } from '@/tests/support/post'

vi.mock('next/server', () => import('@/tests/support/after'))

let database: TestDatabase
let context: TestContext
let shop: TestShop
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  context = testContext(database)
  useContext(context, database)
  shop = await addShop(context)
})

const put = (body: unknown, of: TestShop = shop) =>
  PUT(
    new Request('http://doorstep.test/', {
      method: 'PUT',
      headers: { authorization: `Bearer ${of.apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
    { params: Promise.resolve({}) },
  )
const shell = (sku: string, more: object = {}) => ({
  sku,
  product: 'SHELL',
  title: 'Regenjacke',
  price: 18990,
  currency: 'EUR',
  ...more,
})
const known = (of: TestShop = shop) =>
  withShop(context.db, of.id, (tx) => tx.select().from(variants).orderBy(variants.sku))

describe('PUT /api/v1/variants', () => {
  it('writes variants by SKU; those left out stay as they are', async () => {
    const answer = await put({ variants: [shell('A', { stock: 3 }), shell('B', { options: { size: 'L' } })] })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ written: 2 })
    await put({ variants: [shell('B', { stock: 7, price: 20_000 })] })
    expect(await known()).toMatchObject([
      { sku: 'A', stock: 3, price: 18990 },
      { sku: 'B', stock: 7, price: 20_000, options: {} },
    ])
  })

  it('takes a thousand at once and no more', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => shell(`S${index}`))
    expect((await put({ variants: many(1000) })).status).toBe(200)
    expect(await known()).toHaveLength(1000)
    await expectProblem(await put({ variants: many(1001) }), 422)
    await expectProblem(await put({ variants: [] }), 422)
  })

  it.each([
    ['an unknown field', shell('A', { colour: 'red' }), '/variants/0/colour'],
    ['a price that is no whole number', shell('A', { price: 189.9 }), '/variants/0/price'],
    ['a stock below nothing', shell('A', { stock: -1 }), '/variants/0/stock'],
    ['a currency that is none', shell('A', { currency: 'euro' }), '/variants/0/currency'],
    ['a picture that is no web address', shell('A', { image: 'javascript:alert(1)' }), '/variants/0/image'],
  ])('refuses %s by name, and writes nothing', async (_name, variant, pointer) => {
    const answer = await put({ variants: [variant] })
    expect(answer.status).toBe(422)
    expect((await answer.json()).errors).toMatchObject([{ pointer }])
    expect(await known()).toEqual([])
  })

  it('refuses a SKU that stands there twice', async () => {
    const answer = await put({ variants: [shell('A'), shell(' A ')] })
    expect((await answer.json()).errors).toMatchObject([{ pointer: '/variants/1/sku' }])
  })

  it('needs a key, and writes for its own shop alone', async () => {
    await expectProblem(await put({ variants: [shell('A')] }, { ...shop, apiKey: 'ds_wrong' }), 401)
    const other = await addShop(context)
    await put({ variants: [shell('A')] }, other)
    expect(await known()).toEqual([])
    expect(await known(other)).toHaveLength(1)
  })
})

describe('an order', () => {
  it('keeps what rules ask for, and its customer’s key instead of another address', async () => {
    const customer = { email: 'Resi@Example.org', tags: ['vip'] }
    const line = {
      id: '1',
      sku: 'A',
      product: 'SHELL',
      vendor: 'Karwendel',
      title: 'Regenjacke',
      quantity: 1,
      unitPrice: 1,
    }
    await putOrder(shop, 'AG-1', order({ customer, lines: [line], tags: ['preorder'], channel: 'web' }))
    const [row] = await withShop(context.db, shop.id, (tx) => tx.select().from(orders))
    expect(row).toMatchObject({ tags: ['preorder'], channel: 'web', customerTags: ['vip'] })
    expect(row?.customerKey).toBe(customerKey(context.keyring, ' resi@example.org'))
    expect(row?.customerKey).not.toContain('resi')
    const [kept] = await withShop(context.db, shop.id, (tx) => tx.select().from(orderLines))
    expect(kept).toMatchObject({ vendor: 'Karwendel', product: 'SHELL' })
  })

  it('offers the variants of its lines’ products, by the line’s own word or by its SKU', async () => {
    await putPolicy(context, shop, POLICY)
    await put({
      variants: [
        shell('A', { stock: 3 }),
        shell('B', { stock: 0 }),
        shell('C', { currency: 'CHF' }),
        { ...shell('HAT'), product: 'HAT', title: 'Mütze' },
      ],
    })
    const line = { title: 'Regenjacke', quantity: 1, unitPrice: 18990 }
    await putOrder(
      shop,
      'AG-1',
      order({
        lines: [
          { ...line, id: '1', sku: 'A' },
          { ...line, id: '2', product: 'SHELL' },
          { ...line, id: '3' },
        ],
      }),
    )
    const view = await (await start(context, shop, 'AG-1')).see()
    expect(view.orders[0]?.lines.map(({ variants }) => variants.map(({ sku, left }) => [sku, left]))).toEqual(
      [
        [
          ['A', 3],
          ['B', 0],
        ],
        [
          ['A', 3],
          ['B', 0],
        ],
        [],
      ],
    )
    expect(view.products.map(({ sku }) => sku)).toEqual(['HAT', 'A'])
  })
})
