import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { POST } from '@/app/api/v1/orders/[number]/gift-codes/route'
import { findReturnByNumber } from '@/db/queries/read-return'
import { giftCodes } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { variantsBodySchema } from '@/lib/returns/variants-body'
import { openGift } from '@/lib/services/returns/open-gift'
import { writeVariants } from '@/lib/services/returns/write-variants'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { orderIdOf, POLICY, putPolicy, start, steps } from '@/tests/support/draft-steps'
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
  await putPolicy(context, shop, POLICY)
  const line = {
    id: '1',
    sku: 'SHELL-M',
    product: 'SHELL',
    title: 'Regenjacke',
    quantity: 2,
    unitPrice: 10_000,
  }
  const customer = { email: 'giver@example.org' }
  await putOrder(shop, 'AG-1', order({ customer, lines: [line] }))
  await putOrder(shop, 'AG-2', order({ customer }))
})

const make = (number: string, body: object = {}, headers: object = {}) =>
  POST(
    new Request('http://doorstep.test/', {
      method: 'POST',
      headers: { authorization: `Bearer ${shop.apiKey}`, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }),
    { params: Promise.resolve({ number: encodeURIComponent(number) }) },
  )
const codesOf = async (...call: Parameters<typeof make>): Promise<string[]> =>
  (await (await make(...call)).json()).codes
const open = (code: string, peer = '192.0.2.1') => openGift(context, shop.shop, { code, peer })
const begin = async () => {
  const [code = ''] = await codesOf('AG-1')
  const opened = await open(code)
  if (!opened.ok) throw new Error(opened.error.code)
  return steps(context, shop, opened.value.token)
}

describe('a gift’s code', () => {
  it('is told once; the database keeps none', async () => {
    const answer = await make('ag-1', { count: 3 })
    expect(answer.status).toBe(201)
    const { number, codes } = await answer.json()
    expect(number).toBe('AG-1')
    expect(new Set(codes).size).toBe(3)
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
    const rows = await withShop(context.db, shop.id, (tx) => tx.select().from(giftCodes))
    for (const code of codes) expect(JSON.stringify(rows)).not.toContain(code.replaceAll('-', ''))
  })

  it('is the same one for a request that comes twice', async () => {
    const key = { 'idempotency-key': 'one' }
    expect(await codesOf('AG-1', {}, key)).toEqual(await codesOf('AG-1', {}, key))
  })

  it('is made for no order that isn’t there, not by the hundred, and not without a key', async () => {
    await expectProblem(await make('AG-404'), 404)
    await expectProblem(await make('AG-1', { count: 21 }), 422)
    await expectProblem(await make('AG-1', {}, { authorization: 'Bearer ds_wrong' }), 401)
    for (let i = 0; i < 5; i++) await make('AG-1', { count: 20 })
    await expectProblem(await make('AG-1'), 409)
  })

  it('is read however it is typed', async () => {
    const [code = ''] = await codesOf('AG-1')
    for (const typed of [
      code.toLowerCase(),
      ` ${code.replaceAll('-', '')} `,
      code.replaceAll('0', 'o').replaceAll('1', 'l'),
    ])
      expect(await open(typed), typed).toMatchObject({ ok: true })
  })

  it('of one shop opens nothing in another', async () => {
    const [code = ''] = await codesOf('AG-1')
    const other = await addShop(context)
    expect(await openGift(context, other.shop, { code, peer: '192.0.2.1' })).toEqual({
      ok: false,
      error: { code: 'no_match' },
    })
  })

  it('can’t be guessed on and on', async () => {
    const [code = ''] = await codesOf('AG-1')
    for (let i = 0; i < 30; i++)
      expect(await open('M4QX-9TRP-3HWD')).toMatchObject({ error: { code: 'no_match' } })
    expect(await open(code)).toMatchObject({ error: { code: 'too_many_attempts' } })
    expect(await open(code, '203.0.113.5')).toMatchObject({ ok: true })
  })
})

describe('the return of a present', () => {
  it('gives store credit and no money, and asks where the receiver can be written to', async () => {
    const at = await begin()
    const orderId = await orderIdOf(context, shop, 'AG-1')
    await at.must({ kind: 'items', chosen: [{ orderId, lineId: '1', quantity: 1 }] })
    await at.must({
      kind: 'reasons',
      answers: [{ key: '1', reason: 'mind', subReason: null, comment: null }],
    })
    expect((await at.see()).items[0]?.decision.outcomes).toEqual(['store_credit'])
    expect(
      await at.answer({ kind: 'outcomes', answers: [{ key: '1', outcome: 'refund', exchangeSku: null }] }),
    ).toMatchObject({
      error: { problems: [{ key: 'outcomeNotOffered' }] },
    })
    await at.must({ kind: 'outcomes', answers: [{ key: '1', outcome: 'store_credit', exchangeSku: null }] })
    await at.must({ kind: 'method', method: 'store', store: 'muc', pickupDay: null, own: [] })
    expect(await at.send()).toMatchObject({
      error: { code: 'not_complete', step: 'review', problems: [{ field: 'email', key: 'emailMissing' }] },
    })
    expect(await at.answer({ kind: 'email', email: 'nobody' })).toMatchObject({
      error: { problems: [{ key: 'emailInvalid' }] },
    })
    await at.must({ kind: 'email', email: ' receiver@example.org ' })
    const sent = await at.send()
    if (!sent.ok) throw new Error(JSON.stringify(sent.error))
    const row = await withShop(context.db, shop.id, (tx) =>
      findReturnByNumber(tx, shop.id, sent.value.number),
    )
    expect(row).toMatchObject({
      gift: true,
      email: 'receiver@example.org',
      quote: { refund: 0, credit: 11_000 },
    })
  })

  it('takes no other order in', async () => {
    const at = await begin()
    const orderId = await orderIdOf(context, shop, 'AG-2')
    expect(await at.answer({ kind: 'add_order', orderId })).toMatchObject({
      error: { problems: [{ key: 'orderGift' }] },
    })
  })

  it('is exchanged for what cost the same, so that nobody learns a price', async () => {
    const offer = { product: 'SHELL', title: 'Regenjacke', currency: 'EUR', stock: 3 }
    const variants = [
      { ...offer, sku: 'SHELL-M', price: 10_000 },
      { ...offer, sku: 'SHELL-L', price: 10_000 },
      { ...offer, sku: 'SHELL-XXL', price: 12_000 },
    ]
    await writeVariants(context, shop.id, variantsBodySchema.parse({ variants }))
    const view = await (await begin()).see()
    expect(view.orders[0]?.lines[0]?.variants.map(({ sku }) => sku)).toEqual(['SHELL-L', 'SHELL-M'])
    expect(view.products).toEqual([])
  })
})

it('an order’s own return asks for no other address', async () => {
  const at = await start(context, shop, 'AG-1')
  expect(await at.answer({ kind: 'email', email: 'a@example.org' })).toMatchObject({
    error: { problems: [{ key: 'other' }] },
  })
})
