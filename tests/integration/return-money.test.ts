import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findReturnById } from '@/db/queries/read-return'
import { listTaken } from '@/db/queries/read-taken'
import { withShop } from '@/db/with-shop'
import type { Context } from '@/lib/services/context'
import { cancelReturn } from '@/lib/services/returns/cancel-return'
import { openPaymentCode } from '@/lib/services/returns/money/payment-code'
import { planPayments } from '@/lib/services/returns/money/plan-payments'
import { type RefundReport, recordRefund } from '@/lib/services/returns/money/record-refund'
import { releasePayments } from '@/lib/services/returns/money/release-payments'
import { retryPayment } from '@/lib/services/returns/money/retry-payment'
import { runPaymentWork } from '@/lib/services/returns/money/run-payment-work'
import { reopenReturn } from '@/lib/services/returns/reopen-return'
import { shipExchanges } from '@/lib/services/returns/stock/ship-exchanges'
import { sweep } from '@/lib/services/sweep'
import { addShop, type TestContext, type TestShop, testContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { type AskedFor, CHECKED, RECEIVED } from '@/tests/support/money-facts'
import { sells, setReturnItem, sets, writeMoneyReturn } from '@/tests/support/money-return'
import { type ShopifyStandIn, shopifyStandIn } from '@/tests/support/shopify-stand-in'
import { type WooStandIn, wooStandIn } from '@/tests/support/woo-stand-in'

const AT = '2026-11-20T12:00:00.000Z'
const SETTLING = { sentAt: AT, receivedAt: AT, checkedAt: AT, state: 'checked' } as const

let database: TestDatabase
let context: TestContext
let shop: TestShop

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  context = testContext(database)
  shop = await addShop(context, {}, [])
})

const read = async (id: string) => {
  const returned = await withShop(context.db, shop.id, (tx) => findReturnById(tx, shop.id, id))
  if (!returned) throw new Error('it is there')
  return returned
}
const plan = (id: string) => withShop(context.db, shop.id, (tx) => planPayments(tx, context, shop.id, id))
const ship = (id: string) => withShop(context.db, shop.id, (tx) => shipExchanges(tx, context, shop.id, id))
const payments = async (id: string) => (await read(id)).payments
const states = async (id: string) =>
  (await payments(id)).map(({ kind, amount, state }) => [kind, amount, state])
const only = async (id: string) => {
  const [payment, ...others] = await payments(id)
  if (!payment || others.length > 0) throw new Error(`there are ${others.length + 1} payments`)
  return payment
}
const report = (number: string, body: RefundReport) => recordRefund(context, shop.id, number, body)

/** Lets time pass and does what is due, as the sweeper would. */
async function later(seconds: number): Promise<void> {
  context.pass(seconds)
  while ((await sweep(context)) > 0);
}

const messages = () =>
  database.superuser.sql<
    { milestone: string; channel: string; state: string; payload: Record<string, unknown> }[]
  >`
    select milestone, channel, state, payload from outbox where shop_id = ${shop.id} order by created_at, id`

/** A process that dies when it comes back from the backend: the row says `asked`, nobody wrote the answer down. */
function dying(): Context {
  let transactions = 0
  return {
    ...context,
    db: Object.assign(Object.create(context.db), {
      transaction: (...call: Parameters<Context['db']['transaction']>) => {
        transactions++
        if (transactions > 1) throw new Error('the process was killed')
        return context.db.transaction(...call)
      },
    }),
  }
}

describe('a return to which nothing is owed', () => {
  it('reaches its end by itself', async () => {
    const { id } = await writeMoneyReturn(context, shop.id, [{ item: CHECKED }], { ...SETTLING, fee: 10_000 })
    await plan(id)
    await later(5)
    expect(await read(id)).toMatchObject({ state: 'refunded', payments: [] })
  })
})

describe('a shop that pays by itself', () => {
  it('is told what is due, and the answer ends the return', async () => {
    const { id, number, orders } = await writeMoneyReturn(context, shop.id, [{ item: CHECKED }], SETTLING)
    await plan(id)
    await plan(id)
    expect(await states(id)).toEqual([['refund', 10_000, 'due']])
    await later(5)
    const payment = await only(id)
    expect(payment.state).toBe('waiting')
    expect(await messages()).toMatchObject([
      {
        milestone: 'refund_due',
        channel: 'feed',
        payload: {
          number,
          payment: payment.id,
          idempotencyKey: payment.id,
          kind: 'refund',
          order: orders[0]?.number,
          amount: 10_000,
          currency: 'EUR',
          items: [{ key: '1', line: 'line-1', quantity: 1 }],
        },
      },
    ])
    const body = { payment: payment.id, amount: 10_000, reference: 're_1', sentAt: new Date(AT) }
    expect(await report(number, body)).toEqual({
      ok: true,
      value: {
        payment: payment.id,
        kind: 'refund',
        amount: 10_000,
        reference: 're_1',
        known: false,
        withdrawn: false,
      },
    })
    const returned = await read(id)
    expect(returned.state).toBe('refunded')
    expect(returned.payments).toMatchObject([{ state: 'sent', reference: 're_1', sentAt: AT }])
    expect(returned.items[0]?.settledAt).not.toBeNull()
    expect(await report(number, body)).toMatchObject({ ok: true, value: { known: true } })
  })

  it('may say less at once, the rest stays due; never more', async () => {
    const { id, number } = await writeMoneyReturn(context, shop.id, [{ item: CHECKED }], SETTLING)
    await plan(id)
    await later(5)
    const { id: payment } = await only(id)
    expect(await report(number, { payment, amount: 10_001 })).toEqual({
      ok: false,
      error: { code: 'more_than_due', due: 10_000 },
    })
    expect(await report(number, { payment, amount: 6_000, reference: 'a' })).toMatchObject({ ok: true })
    expect(await states(id)).toEqual([
      ['refund', 6_000, 'sent'],
      ['refund', 4_000, 'due'],
    ])
    expect(await report(number, { payment, amount: 4_000, reference: 'b' })).toMatchObject({
      error: { code: 'payment_sent', amount: 6_000, reference: 'a' },
    })
    expect(await report(number, { amount: 4_000, reference: 'b' })).toMatchObject({ ok: true })
    expect((await read(id)).state).toBe('refunded')
  })

  it('may report what was done by hand before it was due, and nothing is paid again', async () => {
    const { id, number } = await writeMoneyReturn(context, shop.id, [{ item: RECEIVED }], {
      sentAt: AT,
      receivedAt: AT,
      state: 'received',
    })
    expect(await report(number, { amount: 12_000 })).toMatchObject({
      error: { code: 'more_than_due', due: 10_000 },
    })
    const byHand = { amount: 10_000, reference: 'by hand' }
    expect(await report(number, byHand)).toMatchObject({ ok: true, value: { known: false } })
    expect(await report(number, byHand)).toMatchObject({ ok: true, value: { known: true } })
    await setReturnItem(context, shop.id, id, '1', { checkedAt: new Date(AT), grade: 'as_new' })
    await plan(id)
    await later(5)
    expect(await states(id)).toEqual([['refund', 10_000, 'sent']])
    expect((await read(id)).state).toBe('refunded')
    expect(await report(number, { amount: 1 })).toMatchObject({ error: { code: 'more_than_due', due: 0 } })
  })

  it('silences what it wasn’t told yet', async () => {
    await sets(
      context,
      shop.id,
      { backend: 'webhook', url: 'http://127.0.0.1:9/' },
      { webhook: 'whsec_bm90aGluZ25vdGhpbmdub3RoaW5nbm90aGluZw==' },
    )
    const { id, number } = await writeMoneyReturn(context, shop.id, [{ item: CHECKED }], SETTLING)
    await plan(id)
    await later(5)
    await report(number, { amount: 10_000, reference: 'by hand' })
    expect(
      (await messages()).filter(({ milestone }) => milestone === 'refund_due').map(({ state }) => state),
    ).toEqual(['overtaken', 'overtaken'])
  })

  it('names the order where several are owed for, and no other return or order', async () => {
    const { id, number, orders } = await writeMoneyReturn(
      context,
      shop.id,
      [{ item: CHECKED }, { order: 'order-2', item: CHECKED }],
      SETTLING,
    )
    await plan(id)
    await later(5)
    expect(await report(number, { amount: 500 })).toEqual({ ok: false, error: { code: 'order_needed' } })
    expect(await report(number, { order: 'nobody’s', amount: 10_000 })).toEqual({
      ok: false,
      error: { code: 'unknown_order' },
    })
    expect(await report('R0000000', { amount: 10_000 })).toEqual({
      ok: false,
      error: { code: 'unknown_return' },
    })
    expect(await report(number, { payment: id, amount: 10_000 })).toEqual({
      ok: false,
      error: { code: 'unknown_payment' },
    })
    for (const order of orders)
      expect(await report(number, { order: order.number, reference: order.number })).toMatchObject({
        ok: true,
      })
    expect((await read(id)).state).toBe('refunded')
  })

  it('gives a credit’s code, which rests sealed', async () => {
    const { id, number } = await writeMoneyReturn(
      context,
      shop.id,
      [{ outcome: 'store_credit', bonusPercent: 10, item: CHECKED }],
      SETTLING,
    )
    await plan(id)
    await later(5)
    expect(
      await report(number, { kind: 'credit', amount: 11_000, code: 'GIFT-1234', reference: 'c' }),
    ).toMatchObject({ ok: true })
    const payment = await only(id)
    expect(payment.sealedCode).not.toContain('GIFT')
    expect(openPaymentCode(context.keyring, shop.id, payment.id, payment.sealedCode ?? '')).toBe('GIFT-1234')
    expect((await read(id)).state).toBe('credited')
  })

  it('is asked for money first where an exchange costs more, and sends it when that was paid', async () => {
    const { id, number } = await writeMoneyReturn(
      context,
      shop.id,
      [{ outcome: 'exchange_product', newPrice: 13_000, item: RECEIVED }],
      { sentAt: AT, receivedAt: AT, state: 'received' },
    )
    await ship(id)
    await plan(id)
    await later(5)
    expect(await states(id)).toEqual([['charge', 3_000, 'waiting']])
    expect(await report(number, { kind: 'charge', amount: 2_000 })).toMatchObject({
      error: { code: 'more_than_due', due: 3_000 },
    })
    expect(await report(number, { kind: 'charge', amount: 3_000, reference: 'pi_1' })).toMatchObject({
      ok: true,
    })
    await later(5)
    expect(await states(id)).toEqual([
      ['charge', 3_000, 'sent'],
      ['exchange', 13_000, 'waiting'],
    ])
    expect(await report(number, { kind: 'exchange', reference: 'order 9' })).toMatchObject({ ok: true })
    expect((await read(id)).state).toBe('exchanged')
  })

  it('lets a person release what waited for one', async () => {
    const worn = { ...CHECKED, grade: 'worn', deduction: 2_500 } as const
    const { id, number } = await writeMoneyReturn(context, shop.id, [{ item: worn }], SETTLING)
    await plan(id)
    expect(await states(id)).toEqual([])
    const by = { actor: 'merchant', name: 'tests' } as const
    expect(await releasePayments(context, shop.id, { number }, { ...by, version: 7 })).toMatchObject({
      error: { code: 'stale' },
    })
    expect(await releasePayments(context, shop.id, { number }, by)).toMatchObject({ ok: true })
    expect(await states(id)).toEqual([['refund', 7_500, 'due']])
    const blocked = await writeMoneyReturn(context, shop.id, [{ item: CHECKED }], {
      ...SETTLING,
      blocked: true,
    })
    await plan(blocked.id)
    expect(await states(blocked.id)).toEqual([])
    expect(await report(blocked.number, { amount: 10_000, reference: 'x' })).toMatchObject({ ok: true })
    expect((await read(blocked.id)).state).toBe('refunded')
    expect((await read(id)).log).toMatchObject([
      { event: 'note', actor: 'merchant', data: { released: true } },
    ])
  })
})

describe('Shopify', () => {
  let shopify: ShopifyStandIn
  const use = async () => {
    await sets(
      context,
      shop.id,
      { backend: 'shopify', shop: 'x.myshopify.com', url: shopify.origin },
      { shopify: 'shpat_0123456789' },
    )
  }
  const planned = async (
    ...args: Parameters<typeof writeMoneyReturn> extends [unknown, unknown, ...infer R] ? R : never
  ) => {
    const written = await writeMoneyReturn(context, shop.id, ...args)
    shopify.name = written.orders[0]?.number ?? ''
    await plan(written.id)
    return written
  }
  beforeEach(async () => {
    shopify = await shopifyStandIn('')
    await use()
  })
  afterEach(() => shopify.close())

  it('refunds by what the order was paid with, and ends the return', async () => {
    shopify.paid = [
      { id: 'gid://shopify/OrderTransaction/1', gateway: 'gift_card', amount: '30.00' },
      { id: 'gid://shopify/OrderTransaction/2', gateway: 'shopify_payments', amount: '470.00' },
    ]
    const { id, number } = await planned([{ item: CHECKED }], SETTLING)
    await later(5)
    const payment = await only(id)
    expect(payment).toMatchObject({ state: 'sent', reference: 'gid://shopify/Refund/1' })
    expect(shopify.refunds).toEqual([
      {
        id: 'gid://shopify/Refund/1',
        note: `Return ${number} (${payment.id})`,
        amount: '30.00',
        parent: 'gid://shopify/OrderTransaction/1',
      },
      {
        id: 'gid://shopify/Refund/1',
        note: `Return ${number} (${payment.id})`,
        amount: '70.00',
        parent: 'gid://shopify/OrderTransaction/2',
      },
    ])
    expect((await read(id)).state).toBe('refunded')
  })

  it('refunds once when the process dies between the call and the commit', async () => {
    const { id } = await planned([{ item: CHECKED }], SETTLING)
    const { id: payment } = await only(id)
    await expect(runPaymentWork(dying(), shop.id, payment)).rejects.toThrow('the process was killed')
    expect(shopify.refunds).toHaveLength(1)
    expect((await only(id)).state).toBe('asked')
    await later(60)
    expect((await only(id)).state).toBe('asked')
    await later(70)
    expect(await only(id)).toMatchObject({ state: 'sent', reference: 'gid://shopify/Refund/1' })
    expect(shopify.refunds).toHaveLength(1)
    expect(shopify.calls).toEqual(['Order', 'Refund', 'Order'])
  })

  it('refunds once when the answer gets lost, and when the call never arrived', async () => {
    let calls = 0
    shopify.befall = (operation) => (operation === 'Refund' && ++calls === 1 ? 'after' : null)
    const lost = await planned([{ item: CHECKED }], SETTLING)
    await later(5)
    expect(await only(lost.id)).toMatchObject({
      state: 'asked',
      error: 'Shopify didn’t answer (connection_failed)',
    })
    await later(125)
    expect(await only(lost.id)).toMatchObject({ state: 'sent', error: null })
    expect(shopify.refunds).toHaveLength(1)

    calls = 0
    shopify.befall = (operation) => (operation === 'Refund' && ++calls === 1 ? 'before' : null)
    const never = await planned([{ item: CHECKED }], SETTLING)
    await later(5)
    await later(125)
    expect(await only(never.id)).toMatchObject({ state: 'sent' })
    expect(shopify.refunds).toHaveLength(2)
  })

  it('refunds once when two workers come at once, and when the work is done again', async () => {
    const { id } = await planned([{ item: CHECKED }], SETTLING)
    const { id: payment } = await only(id)
    await Promise.all(Array.from({ length: 4 }, () => runPaymentWork(context, shop.id, payment)))
    await runPaymentWork(context, shop.id, payment)
    await plan(id)
    await later(5)
    expect(shopify.refunds).toHaveLength(1)
    expect(shopify.calls.filter((call) => call === 'Refund')).toHaveLength(1)
  })

  it('is asked again while it throttles, and fails in words when it refuses', async () => {
    shopify.befall = () => 'throttled'
    const { id, number } = await planned([{ item: CHECKED }], SETTLING)
    await later(5)
    expect(await only(id)).toMatchObject({ state: 'asked', error: 'Shopify says: Throttled' })
    shopify.befall = () => 'refused'
    await later(125)
    expect((await only(id)).state).toBe('asked')
    const refused = await planned([{ item: CHECKED }], SETTLING)
    await later(5)
    expect(await only(refused.id)).toMatchObject({
      state: 'failed',
      error: 'Shopify refuses our access (403)',
    })
    expect((await messages()).filter(({ milestone }) => milestone === 'payment_failed')).toMatchObject([
      { payload: { number: refused.number, amount: 10_000, words: 'Shopify refuses our access (403)' } },
    ])
    shopify.befall = () => null
    expect(await retryPayment(context, shop.id, (await only(refused.id)).id)).toEqual({
      ok: true,
      value: null,
    })
    await later(5)
    expect(await only(refused.id)).toMatchObject({ state: 'sent' })
    // The first one is the merchant's by hand meanwhile: what is being asked for isn't taken down.
    expect(await report(number, { amount: 10_000 })).toEqual({
      ok: false,
      error: { code: 'payment_running' },
    })
  })

  it('gives up after about three days, saying that it doesn’t know', async () => {
    shopify.befall = () => 'throttled'
    const { id } = await planned([{ item: CHECKED }], SETTLING)
    await later(5)
    let hours = 0
    while ((await only(id)).state === 'asked' && hours++ < 100) await later(3600)
    expect(hours).toBeGreaterThan(60)
    expect(hours).toBeLessThan(80)
    expect(await only(id)).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('whether it was paid is not known'),
    })
    expect(shopify.refunds).toEqual([])
  })

  it('refuses where less is left of the order than is due', async () => {
    shopify.paid = [{ id: 'gid://shopify/OrderTransaction/1', gateway: 'shopify_payments', amount: '99.99' }]
    const { id, orders } = await planned([{ item: CHECKED }], SETTLING)
    await later(5)
    expect(await only(id)).toMatchObject({
      state: 'failed',
      error: `Of order ${orders[0]?.number} only 99.99 EUR can still be refunded, not 100.00`,
    })
    expect(shopify.calls).toEqual(['Order'])
  })

  it('gives store credit as one gift card, whatever dies in between', async () => {
    const { id } = await planned([{ outcome: 'store_credit', bonusPercent: 10, item: CHECKED }], SETTLING)
    const { id: payment } = await only(id)
    await expect(runPaymentWork(dying(), shop.id, payment)).rejects.toThrow()
    await later(125)
    expect(shopify.cards).toHaveLength(1)
    const sent = await only(id)
    expect(shopify.cards[0]).toMatchObject({
      initialValue: '110.00',
      code: expect.stringMatching(/^[a-z2-9]{16}$/),
    })
    expect(openPaymentCode(context.keyring, shop.id, sent.id, sent.sealedCode ?? '')).toBe(
      shopify.cards[0]?.code,
    )
    expect((await read(id)).state).toBe('credited')
  })

  it('exchanges as one return with new lines, going on where it stopped', async () => {
    await sells(context, shop.id, 'new-1', 5, '4711')
    let calls = 0
    shopify.befall = (operation) => (operation === 'Process' && ++calls === 1 ? 'before' : null)
    const { id } = await planned([{ outcome: 'exchange_variant', item: RECEIVED }], {
      sentAt: AT,
      receivedAt: AT,
      state: 'received',
    })
    await ship(id)
    await ship(id)
    await later(5)
    expect(await only(id)).toMatchObject({ kind: 'exchange', state: 'asked' })
    await later(125)
    expect(await only(id)).toMatchObject({ state: 'sent', reference: 'gid://shopify/Return/1' })
    expect(shopify.returns).toMatchObject([
      { processed: true, lines: [{ variantId: 'gid://shopify/ProductVariant/4711', quantity: 1 }] },
    ])
    expect((await read(id)).state).toBe('exchanged')
  })
})

describe('WooCommerce', () => {
  let woo: WooStandIn
  beforeEach(async () => {
    woo = await wooStandIn()
    await sets(
      context,
      shop.id,
      { backend: 'woocommerce', url: `${woo.origin}/`, consumerKey: 'ck_1' },
      { woocommerce: 'cs_0123456789' },
    )
  })
  afterEach(() => woo.close())
  const planned = async () => {
    const written = await writeMoneyReturn(context, shop.id, [{ item: CHECKED }], SETTLING)
    woo.number = (written.orders[0]?.number ?? '').slice(1)
    await plan(written.id)
    return written
  }

  it('refunds through the gateway, found again by our key', async () => {
    const { id, number } = await planned()
    await expect(runPaymentWork(dying(), shop.id, (await only(id)).id)).rejects.toThrow()
    await later(125)
    const payment = await only(id)
    expect(payment).toMatchObject({ state: 'sent', reference: '1' })
    expect(woo.refunds).toEqual([
      {
        id: 1,
        amount: '100.00',
        reason: `Return ${number}`,
        api_refund: true,
        api_restock: false,
        line_items: [{ id: 11, quantity: 1 }],
        meta_data: [{ key: '_doorstep_payment', value: payment.id }],
      },
    ])
    expect(woo.authorization).toBe(`Basic ${Buffer.from('ck_1:cs_0123456789').toString('base64')}`)
  })

  it('fails in words when the gateway won’t', async () => {
    woo.refuses = 'The gateway declined the refund'
    const { id } = await planned()
    await later(5)
    expect(await only(id)).toMatchObject({
      state: 'failed',
      error: 'WooCommerce says: The gateway declined the refund',
    })
  })

  it('is asked again after an inner error', async () => {
    woo.breaks = 1
    const { id } = await planned()
    await later(5)
    expect((await only(id)).state).toBe('asked')
    await later(125)
    expect(await only(id)).toMatchObject({ state: 'sent' })
    expect(woo.refunds).toHaveLength(1)
  })

  it('tells the merchant what it has no way of its own for', async () => {
    const { id } = await writeMoneyReturn(
      context,
      shop.id,
      [{ outcome: 'store_credit', item: CHECKED }],
      SETTLING,
    )
    await plan(id)
    await later(5)
    expect(await only(id)).toMatchObject({ kind: 'credit', backend: 'webhook', state: 'waiting' })
  })
})

describe('a return that is called off', () => {
  const begun = async () => {
    const written = await writeMoneyReturn(context, shop.id, [{ outcome: 'keep', price: 3_000 }, {}])
    await plan(written.id)
    return written
  }

  it('takes back what nobody has acted on', async () => {
    const { id, number } = await begun()
    expect(await cancelReturn(context, shop.id, { number }, { actor: 'shopper' })).toMatchObject({ ok: true })
    await later(5)
    expect(await states(id)).toEqual([])
  })

  it('can’t be by its shopper once money has left', async () => {
    const { number } = await begun()
    await report(number, { amount: 3_000, reference: 'a' })
    expect(await cancelReturn(context, shop.id, { number }, { actor: 'shopper' })).toMatchObject({
      error: { code: 'return_state', event: 'cancel' },
    })
  })

  it('can’t be by its shopper once the merchant was told to pay: they may be doing it this moment', async () => {
    const { id, number } = await begun()
    await later(5)
    expect(await only(id)).toMatchObject({ state: 'waiting' })
    expect(await cancelReturn(context, shop.id, { number }, { actor: 'shopper' })).toMatchObject({
      error: { code: 'return_state', event: 'cancel' },
    })
    expect(await cancelReturn(context, shop.id, { number }, { actor: 'merchant' })).toMatchObject({
      ok: true,
    })
    expect(await states(id)).toEqual([['refund', 3_000, 'withdrawn']])
  })

  it('takes a report of what the merchant paid all the same, with a word that it was withdrawn', async () => {
    const { id, number, orders } = await begun()
    await later(5)
    const { id: payment } = await only(id)
    await cancelReturn(context, shop.id, { number }, { actor: 'merchant' })
    const body = { payment, reference: 're_1' }
    const said = { payment, kind: 'refund', amount: 3_000, reference: 're_1', withdrawn: true }
    expect(await report(number, body)).toEqual({ ok: true, value: { ...said, known: false } })
    expect(await report(number, body)).toEqual({ ok: true, value: { ...said, known: true } })
    expect(await only(id)).toMatchObject({
      state: 'sent',
      error: 'It was sent although it had been withdrawn.',
    })
    const returned = await read(id)
    expect(returned.state).toBe('cancelled')
    expect(returned.log.at(-1)).toMatchObject({
      event: 'note',
      data: { payment, amount: 3_000, withdrawn: true },
    })
    const orderId = orders[0]?.id ?? ''
    const taken = await withShop(context.db, shop.id, (tx) => listTaken(tx, shop.id, [orderId]))
    expect(taken(orderId).lines).toMatchObject([{ lineId: 'line-1', quantity: 1 }])
  })

  it('owes nothing twice when what was withdrawn was paid and the return is taken up again', async () => {
    const { id, number } = await begun()
    await later(5)
    const { id: payment } = await only(id)
    await cancelReturn(context, shop.id, { number }, { actor: 'merchant' })
    await reopenReturn(context, shop.id, { number }, { actor: 'merchant' })
    await later(5)
    expect(await states(id)).toEqual([
      ['refund', 3_000, 'withdrawn'],
      ['refund', 3_000, 'waiting'],
    ])
    expect(await report(number, { payment, amount: 2_000 })).toMatchObject({ ok: true })
    expect(await states(id)).toEqual([
      ['refund', 2_000, 'sent'],
      ['refund', 3_000, 'withdrawn'],
      ['refund', 1_000, 'due'],
    ])
  })

  it('gives a charge back that was paid after it had been withdrawn', async () => {
    const { id, number } = await writeMoneyReturn(context, shop.id, [
      { outcome: 'exchange_product', newPrice: 13_000 },
    ])
    await plan(id)
    await later(5)
    const { id: payment } = await only(id)
    await cancelReturn(context, shop.id, { number }, { actor: 'merchant' })
    expect(await states(id)).toEqual([['charge', 3_000, 'withdrawn']])
    expect(await report(number, { payment })).toMatchObject({ ok: true, value: { withdrawn: true } })
    expect(await states(id)).toEqual([
      ['charge', 3_000, 'sent'],
      ['refund', 3_000, 'due'],
    ])
  })

  it('can’t be by its shopper once they have paid for something dearer', async () => {
    const { id, number } = await writeMoneyReturn(context, shop.id, [
      { outcome: 'exchange_product', newPrice: 13_000 },
    ])
    await plan(id)
    expect(await states(id)).toEqual([['charge', 3_000, 'due']])
    await report(number, { kind: 'charge', reference: 'c' })
    expect(await cancelReturn(context, shop.id, { number }, { actor: 'shopper' })).toMatchObject({
      error: { code: 'return_state', event: 'cancel' },
    })
  })

  it('gives back what they have paid for something dearer when the merchant does it, once', async () => {
    const { id, number } = await writeMoneyReturn(context, shop.id, [
      { outcome: 'exchange_product', newPrice: 13_000 },
    ])
    await plan(id)
    await report(number, { kind: 'charge', reference: 'c' })
    const by = { actor: 'merchant', name: 'tests' } as const
    expect(await cancelReturn(context, shop.id, { number }, by)).toMatchObject({ ok: true })
    await plan(id)
    expect(await states(id)).toEqual([
      ['charge', 3_000, 'sent'],
      ['refund', 3_000, 'due'],
    ])
    await later(5)
    expect(await report(number, { amount: 3_000, reference: 're_1' })).toMatchObject({ ok: true })
    expect((await read(id)).state).toBe('cancelled')
    expect(await states(id)).toEqual([
      ['charge', 3_000, 'sent'],
      ['refund', 3_000, 'sent'],
    ])
  })

  it('keeps a payment of which nobody knows whether it was made, and its pieces with it', async () => {
    const { id, number, orders } = await begun()
    const orderId = orders[0]?.id ?? ''
    const taken = async () =>
      (await withShop(context.db, shop.id, (tx) => listTaken(tx, shop.id, [orderId])))(orderId).lines
    const fails = (unsure: boolean) =>
      database.superuser.sql`
        update return_payments set state = 'failed', details = jsonb_set(details, '{unsure}', ${String(unsure)}::jsonb)
        where shop_id = ${shop.id} and return_id = ${id}`
    await fails(true)
    expect(await cancelReturn(context, shop.id, { number }, { actor: 'shopper' })).toMatchObject({
      error: { code: 'return_state', event: 'cancel' },
    })
    expect(await cancelReturn(context, shop.id, { number }, { actor: 'merchant' })).toMatchObject({
      ok: true,
    })
    expect(await states(id)).toEqual([['refund', 3_000, 'failed']])
    expect(await taken()).toMatchObject([{ lineId: 'line-1', quantity: 1 }])
    await fails(false)
    await plan(id)
    expect(await states(id)).toEqual([['refund', 3_000, 'withdrawn']])
    expect(await taken()).toEqual([])
  })

  it('keeps the pieces taken that money has left for: they can’t be returned again', async () => {
    const { id, number, orders } = await begun()
    await report(number, { amount: 3_000, reference: 'a' })
    expect(await cancelReturn(context, shop.id, { number }, { actor: 'merchant' })).toMatchObject({
      ok: true,
    })
    expect((await read(id)).state).toBe('cancelled')
    const orderId = orders[0]?.id ?? ''
    const taken = await withShop(context.db, shop.id, (tx) => listTaken(tx, shop.id, [orderId]))
    expect(taken(orderId).lines).toMatchObject([{ lineId: 'line-1', quantity: 1, amount: 3_000 }])
  })
})

describe('shipping that a called-off return has given back', () => {
  const shippingTaken = async (asked: AskedFor[]) => {
    const more = { shipping: 490, refundShipping: true }
    const { id, number, orders } = await writeMoneyReturn(context, shop.id, asked, more)
    await plan(id)
    await report(number, { reference: 'a' })
    await cancelReturn(context, shop.id, { number }, { actor: 'merchant' })
    expect((await read(id)).state).toBe('cancelled')
    const orderId = orders[0]?.id ?? ''
    return (await withShop(context.db, shop.id, (tx) => listTaken(tx, shop.id, [orderId])))(orderId).shipping
  }

  it('counts as taken where it went with a kept item', async () => {
    const other = { order: 'order-2' }
    expect(await shippingTaken([{ outcome: 'keep', price: 3_000 }, other])).toBe(490)
  })

  it('is free again where it waited for the rest', async () => {
    expect(await shippingTaken([{ outcome: 'keep', price: 3_000 }, {}])).toBe(0)
  })
})

describe('many at once', () => {
  it('plan one refund', async () => {
    const { id } = await writeMoneyReturn(context, shop.id, [{ item: CHECKED }], SETTLING)
    await Promise.all(Array.from({ length: 12 }, () => plan(id)))
    expect(await states(id)).toEqual([['refund', 10_000, 'due']])
  })

  it('report one refund', async () => {
    const { id, number } = await writeMoneyReturn(context, shop.id, [{ item: CHECKED }], SETTLING)
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => report(number, { amount: 10_000, reference: 'same' })),
    )
    expect(answers.filter((answer) => answer.ok && !answer.value.known)).toHaveLength(1)
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(await states(id)).toEqual([['refund', 10_000, 'sent']])
  })

  it('never see another shop’s payments', async () => {
    const { id, number } = await writeMoneyReturn(context, shop.id, [{ item: CHECKED }], SETTLING)
    await plan(id)
    const payment = await only(id)
    const other = await addShop(context, {}, [])
    expect(await recordRefund(context, other.id, number, { amount: 10_000 })).toMatchObject({
      error: { code: 'unknown_return' },
    })
    expect(await retryPayment(context, other.id, payment.id)).toEqual({ ok: false, error: 'not_found' })
    await runPaymentWork(context, other.id, payment.id)
    expect((await only(id)).state).toBe('due')
  })
})
