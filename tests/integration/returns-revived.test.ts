import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { findReturnByNumber, listReturns } from '@/db/queries/read-return'
import { withShop } from '@/db/with-shop'
import type { Return } from '@/lib/returns/return'
import { cancelReturn } from '@/lib/services/returns/cancel-return'
import { changeMethod } from '@/lib/services/returns/change-method'
import { receiveReturn } from '@/lib/services/returns/receive-return'
import { reopenReturn } from '@/lib/services/returns/reopen-return'
import { runAfter } from '@/tests/support/after'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { answerAll, orderIdOf, POLICY, putPolicy, start } from '@/tests/support/draft-steps'
import { order, parcelUpdate, post, putOrder, scan } from '@/tests/support/post'

vi.mock('next/server', () => import('@/tests/support/after'))

let database: TestDatabase
let context: TestContext
let shop: TestShop
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** Whatever goes back, the fault is the shop's: shipping comes back too. */
const OUR_FAULT = {
  ...POLICY,
  reasons: POLICY.reasons.map((reason) =>
    reason.id === 'mind' ? { ...reason, fault: 'shop' as const } : reason,
  ),
}

const jackets = { sku: 'SHELL-M', title: 'Regenjacke', unitPrice: 10_000, taxRate: 0.19 }
const customer = { name: 'Resi Huber', email: 'resi@example.org' }

beforeEach(async () => {
  context = testContext(database, '2026-11-20T12:00:00.000Z')
  useContext(context, database)
  shop = await addShop(context)
  await putPolicy(context, shop, OUR_FAULT)
  for (const number of ['AG-1', 'AG-2'])
    await putOrder(
      shop,
      number,
      order({
        customer,
        lines: [
          { ...jackets, id: '1', quantity: 3 },
          { ...jackets, id: '2', quantity: 3 },
        ],
        shipping: { price: 490 },
        deliveryAddress: { postalCode: '80331', countryCode: 'DE' },
      }),
    )
  await runAfter()
})

const shopper = { actor: 'shopper' } as const
const merchant = { actor: 'merchant', name: 'tests' } as const

async function send(number: string, lineId: string): Promise<{ number: string }> {
  const draft = await start(context, shop, number)
  await answerAll(draft, [{ orderId: draft.orderId, lineId, quantity: 1 }])
  const sent = await draft.send()
  if (!sent.ok) throw new Error(JSON.stringify(sent.error))
  return { number: sent.value.number }
}

const read = async ({ number }: { number: string }): Promise<Return> => {
  const found = await withShop(context.db, shop.id, (tx) => findReturnByNumber(tx, shop.id, number))
  if (!found) throw new Error(`no return ${number}`)
  return found
}

const scanned = async (ref: { number: string }) => {
  const number = (await read(ref)).boxes[0]?.number ?? ''
  const scans = [scan('2026-11-20T10:02:00+01:00', 'in_transit.accepted')]
  await post(context, shop, 'standard', parcelUpdate({ number, scans }))
}

describe('a return that is taken up again', () => {
  const ways = {
    'a scan': scanned,
    'the warehouse': (ref) => receiveReturn(context, shop.id, ref, { actor: 'warehouse' }),
    'the merchant': (ref) => reopenReturn(context, shop.id, ref, merchant),
  } satisfies Record<string, (ref: { number: string }) => Promise<unknown>>

  it.each(Object.entries(ways))('by %s gives no shipping back that another one does', async (_by, revive) => {
    const first = await send('AG-1', '1')
    expect((await read(first)).quote).toMatchObject({ refund: 10_490 })
    await cancelReturn(context, shop.id, first, shopper)
    const second = await send('AG-1', '2')
    expect((await read(second)).quote).toMatchObject({ refund: 10_490 })
    await revive(first)
    const { state, quote } = await read(first)
    expect(state).not.toBe('cancelled')
    expect(quote).toMatchObject({ refund: 10_000, shipping: [], tax: 1_597 })
  })

  it('gives it back where it is the only one', async () => {
    const first = await send('AG-1', '1')
    const before = (await read(first)).quote
    await cancelReturn(context, shop.id, first, shopper)
    await reopenReturn(context, shop.id, first, merchant)
    expect((await read(first)).quote).toEqual(before)
  })
})

describe('returns of the same orders', () => {
  it('are sent, called off, moved, scanned, received and reopened at once without harm', async () => {
    const refs = [
      await send('AG-1', '1'),
      await send('AG-1', '2'),
      await send('AG-2', '1'),
      await send('AG-2', '2'),
    ]
    // Both orders in one return, in either order.
    const drafts = await Promise.all(
      ['AG-1', 'AG-2'].map(async (number) => {
        const draft = await start(context, shop, number)
        const other = await orderIdOf(context, shop, number === 'AG-1' ? 'AG-2' : 'AG-1')
        await draft.must({ kind: 'add_order', orderId: other })
        const chosen = [draft.orderId, other].map((orderId) => ({ orderId, lineId: '1', quantity: 2 }))
        await answerAll(draft, chosen)
        return draft
      }),
    )
    const store = { method: 'store', store: 'muc', pickupDay: null, own: [] }
    const done = await Promise.allSettled([
      ...drafts.map((draft) => draft.send()),
      ...refs.flatMap((ref) => [
        cancelReturn(context, shop.id, ref, shopper),
        changeMethod(context, shop.id, ref, shopper, store),
        scanned(ref),
        receiveReturn(context, shop.id, ref, { actor: 'warehouse' }),
        reopenReturn(context, shop.id, ref, merchant),
      ]),
    ])
    expect(done.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))).toEqual([])
    const all = await withShop(context.db, shop.id, (tx) => listReturns(tx, shop.id, { limit: 50 }))
    for (const { log, version } of all)
      expect(log.map((entry) => entry.version)).toEqual(
        Array.from({ length: version }, (_, index) => index + 1),
      )
    const counting = all.filter(({ state }) => state !== 'cancelled')
    for (const number of ['AG-1', 'AG-2'])
      for (const line of ['1', '2']) {
        const items = counting.flatMap((back) => back.items)
        const pieces = items.filter(({ orderNumber, lineId }) => orderNumber === number && lineId === line)
        expect(pieces.reduce((sum, { quantity }) => sum + quantity, 0)).toBeLessThanOrEqual(3)
      }
    for (const number of ['AG-1', 'AG-2']) {
      const orderId = await orderIdOf(context, shop, number)
      const shipping = counting
        .flatMap(({ quote }) => quote.shipping)
        .filter((one) => one.orderId === orderId)
      expect(shipping.reduce((sum, { amount }) => sum + amount, 0)).toBeLessThanOrEqual(490)
    }
  })
})
