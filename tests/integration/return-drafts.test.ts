import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { findReturnByNumber } from '@/db/queries/read-return'
import { returnPayments, returns } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { quoteFingerprint } from '@/lib/returns/quote-fingerprint'
import { variantsBodySchema } from '@/lib/returns/variants-body'
import { lookUpOrder } from '@/lib/services/look-up-order'
import { cancelReturn } from '@/lib/services/returns/cancel-return'
import { changeDraft } from '@/lib/services/returns/change-draft'
import { openDraft } from '@/lib/services/returns/open-draft'
import { proveEmail } from '@/lib/services/returns/prove-email'
import { sendReturn } from '@/lib/services/returns/send-return'
import { writeVariants } from '@/lib/services/returns/write-variants'
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

const EMAIL = 'resi@example.org'
const DAY = 24 * 3600
const customer = { name: 'Resi Huber', email: EMAIL }
const NUMBER = '00340434161094000001'
const JACKET = {
  id: '1',
  sku: 'SHELL-M',
  product: 'SHELL',
  title: 'Regenjacke',
  variant: 'M',
  category: 'jackets',
  quantity: 3,
  unitPrice: 10_000,
  taxRate: 0.19,
}
const SOCKS = { id: '2', sku: 'SOCKS', title: 'Socken', quantity: 1, unitPrice: 450 }

beforeEach(async () => {
  context = testContext(database, '2026-11-20T12:00:00.000Z')
  useContext(context, database)
  shop = await addShop(context)
  await putPolicy(context, shop, POLICY)
  await putOrder(
    shop,
    'AG-1',
    order({
      customer,
      lines: [JACKET, SOCKS],
      discounts: [{ code: 'HERBST', amount: 1045 }],
      shipping: { price: 490 },
      deliveryAddress: { postalCode: '80331', countryCode: 'DE' },
    }),
  )
  await runAfter()
})

const look = async (proof: string) => {
  const found = await lookUpOrder(context, shop.shop, { number: 'AG-1', proof, peer: '192.0.2.1' })
  if (!found.ok) throw new Error(found.error.code)
  return found.value.token
}
const jackets = (orderId: string, quantity: number) => [{ orderId, lineId: '1', quantity }]
const returned = (number: string) =>
  withShop(context.db, shop.id, (tx) => findReturnByNumber(tx, shop.id, number))
const countReturns = async () =>
  (
    await withShop(context.db, shop.id, (tx) =>
      tx.select({ id: returns.id }).from(returns).where(eq(returns.shopId, shop.id)),
    )
  ).length

describe('a draft', () => {
  it('shows the lines of its order with what was paid, how many can go back and until when', async () => {
    const { see } = await start(context, shop, 'AG-1')
    const { orders, items, quote, currency, policyVersion } = await see()
    const [jacket, socks] = orders[0]?.lines ?? []
    // 10.45 off 304.50, by price.
    expect(jacket).toMatchObject({ unitPrice: 10_000, paidEach: 9656, decision: { left: 3, eligible: true } })
    expect(jacket?.decision.window).toMatchObject({ basis: 'assumed', until: '2026-12-18', open: true })
    expect(socks?.decision.outcomes).toContain('keep')
    expect({ items, quote, currency }).toEqual({ items: [], quote: null, currency: 'EUR' })
    expect(policyVersion).toBeGreaterThan(0)
  })

  it('counts from the day on which the last piece of a line arrived', async () => {
    const parcels = [
      { carrier: 'dhl', number: NUMBER, lines: [{ id: '1', quantity: 2 }] },
      { carrier: 'dhl', number: `${NUMBER}2`, lines: [{ id: '1', quantity: 1 }] },
    ]
    await putOrder(shop, 'AG-1', order({ customer, lines: [JACKET, SOCKS], parcels }))
    const arrive = (number: string, at: string) =>
      post(context, shop, 'standard', parcelUpdate({ number, scans: [scan(at, 'delivered.signed')] }))
    await arrive(NUMBER, '2026-11-16T10:00:00+01:00')
    const at = await start(context, shop, 'AG-1')
    const waiting = (await at.see()).orders[0]?.lines.map(({ decision }) => decision.window)
    // The socks are in no parcel yet, a jacket is on its way.
    expect(waiting).toMatchObject([{ basis: 'assumed' }, { start: null, until: null, open: true }])
    await arrive(`${NUMBER}2`, '2026-11-18T23:30:00+01:00')
    const windows = (await at.see()).orders[0]?.lines.map(({ decision }) => decision.window)
    expect(windows?.[0]).toMatchObject({ start: '2026-11-18', until: '2026-12-18', basis: 'delivery' })
  })

  it('opens for nobody after seven days without a change', async () => {
    const { token, must, orderId } = await start(context, shop, 'AG-1')
    context.pass(6 * DAY)
    await must({ kind: 'items', chosen: jackets(orderId, 1) })
    context.pass(6 * DAY)
    expect(await openDraft(context, shop.shop, token)).not.toBeNull()
    context.pass(DAY)
    expect(await openDraft(context, shop.shop, token)).toBeNull()
    const change = { kind: 'items' as const, chosen: jackets(orderId, 1) }
    expect(await changeDraft(context, shop.shop, token, { version: 2, change })).toEqual({
      ok: false,
      error: { code: 'unknown_draft' },
    })
    expect(await sendReturn(context, shop.shop, token, { version: 2, seen: '' })).toEqual({
      ok: false,
      error: { code: 'unknown_draft' },
    })
  })

  it('of one shop is nothing in another', async () => {
    const { token, orderId } = await start(context, shop, 'AG-1')
    const other = await addShop(context)
    expect(await openDraft(context, other.shop, token)).toBeNull()
    const own = `${other.shop.key}.${token.split('.')[1]}`
    expect(await openDraft(context, other.shop, own)).toBeNull()
    const change = { kind: 'items' as const, chosen: jackets(orderId, 1) }
    expect(await changeDraft(context, other.shop, own, { version: 1, change })).toMatchObject({
      error: { code: 'unknown_draft' },
    })
  })

  it('takes an answer in one tab, and refuses the other tab’s older one', async () => {
    const { answer, see, orderId } = await start(context, shop, 'AG-1')
    expect(await answer({ kind: 'items', chosen: jackets(orderId, 1) }, 1)).toEqual({
      ok: true,
      value: { version: 2 },
    })
    expect(await answer({ kind: 'items', chosen: jackets(orderId, 2) }, 1)).toEqual({
      ok: false,
      error: { code: 'stale' },
    })
    expect((await see()).items.map(({ item }) => item.quantity)).toEqual([1])
  })

  it('drops what no longer fits an earlier step’s new answer, and keeps the rest', async () => {
    const at = await start(context, shop, 'AG-1')
    await answerAll(at, jackets(at.orderId, 2))
    const before = (await at.see()).draft
    expect(before).toMatchObject({ method: 'label', items: [{ outcome: 'refund' }] })
    await putPolicy(context, shop, {
      ...POLICY,
      methods: (POLICY.methods ?? []).filter(({ id }) => id !== 'label'),
    })
    await at.must({ kind: 'items', chosen: jackets(at.orderId, 3) })
    expect((await at.see()).draft).toMatchObject({
      method: null,
      items: [{ quantity: 3, reason: 'mind', outcome: 'refund' }],
    })
  })

  it('says of each wrong answer which field it is and why, and changes nothing', async () => {
    const at = await start(context, shop, 'AG-1')
    const problemsOf = async (...call: Parameters<typeof at.answer>) => {
      const changed = await at.answer(...call)
      return changed.ok || changed.error.code !== 'invalid' ? changed : changed.error.problems
    }
    expect(await problemsOf({ kind: 'items', chosen: jackets(at.orderId, 4) })).toEqual([
      { field: `quantity-${at.orderId}-1`, key: 'quantityTooMany', values: { left: 3 } },
    ])
    expect(await problemsOf({ kind: 'items', chosen: jackets(at.orderId, 0) })).toEqual([
      { field: 'items', key: 'nothingChosen' },
    ])
    expect(
      await problemsOf({ kind: 'items', chosen: jackets('00000000-0000-7000-8000-000000000000', 1) }),
    ).toMatchObject([{ key: 'other' }])
    await at.must({ kind: 'items', chosen: jackets(at.orderId, 1) })
    const answers = [{ key: '1', reason: 'size', subReason: null, comment: null }]
    expect(await problemsOf({ kind: 'reasons', answers })).toEqual([
      { field: 'subReason-1', key: 'subReasonMissing', values: { title: 'Regenjacke' } },
    ])
    expect((await at.see()).version).toBe(2)
  })

  it('takes other orders of the same shopper, and of others only those that they have proven', async () => {
    await putOrder(shop, 'AG-2', order({ customer: { email: ' Resi@Example.org '.trim() } }))
    await putOrder(shop, 'AG-3', order({ customer: { email: 'other@example.org' } }))
    await putOrder(shop, 'AG-4', order({ customer, currency: 'CHF' }))
    const at = await start(context, shop, 'AG-1')
    const add = async (number: string) => ({
      kind: 'add_order' as const,
      orderId: await orderIdOf(context, shop, number),
    })
    await at.must(await add('AG-2'))
    expect(await at.answer(await add('AG-3'))).toMatchObject({
      error: { problems: [{ field: 'order', key: 'orderOfSomebodyElse' }] },
    })
    expect(await at.answer(await add('AG-4'))).toMatchObject({
      error: { problems: [{ key: 'orderCurrency' }] },
    })
    const change = await add('AG-3')
    const { version } = await at.see()
    expect(
      await changeDraft(context, shop.shop, at.token, { version, change, proven: change.orderId }),
    ).toMatchObject({ ok: true })
    expect((await at.see()).orders.map(({ number }) => number)).toEqual(['AG-1', 'AG-2', 'AG-3'])
  })
})

describe('an e-mail address', () => {
  it('makes of a link that may look one that may act', async () => {
    const view = await look('80331')
    const proven = await proveEmail(context, shop.shop, view, ' RESI@example.org', '192.0.2.1')
    expect(proven).toEqual({ ok: true, value: { token: await look(EMAIL) } })
  })

  it('that is wrong says so five times, then no more', async () => {
    const view = await look('80331')
    const said = []
    for (let i = 0; i < 6; i++) {
      const proven = await proveEmail(context, shop.shop, view, '80331', '192.0.2.1')
      said.push(proven.ok ? 'ok' : proven.error.code)
    }
    expect(said).toEqual([...Array(5).fill('no_match'), 'too_many_attempts'])
  })
})

describe('sending', () => {
  it('makes a return of what was chosen, with the sum that was seen', async () => {
    const at = await start(context, shop, 'AG-1')
    await answerAll(at, jackets(at.orderId, 2))
    const { quote } = await at.see()
    expect(quote).toMatchObject({ refund: 19_314 - 490, pay: 0, charges: [{ kind: 'method', amount: 490 }] })
    const sent = await at.send()
    if (!sent.ok) throw new Error(JSON.stringify(sent.error))
    const row = await returned(sent.value.number)
    expect(row).toMatchObject({
      ground: 'goodwill',
      state: expect.stringMatching(/^(approved|label_issued)$/),
      gift: false,
      currency: 'EUR',
      method: { id: 'label', kind: 'label' },
      destination: 'shop',
      quote,
      items: [
        {
          key: '1',
          title: 'Regenjacke',
          sku: 'SHELL-M',
          quantity: 2,
          reason: 'mind',
          outcome: 'refund',
          paid: 19_314,
        },
      ],
      boxes: [{ box: 1 }],
    })
    expect(row?.log.slice(0, 2)).toMatchObject([
      { version: 1, event: 'request', from: null, to: 'requested', actor: 'shopper' },
      { version: 2, event: 'submit_approved', from: 'requested', to: 'approved' },
    ])
    const { sent: link, version } = await at.see()
    expect(link).toEqual(sent.value)
    const again = { version: version + 7, seen: 'another' }
    expect(await sendReturn(context, shop.shop, at.token, again)).toEqual(sent)
    expect(await at.answer({ kind: 'items', chosen: jackets(at.orderId, 1) })).toEqual({
      ok: false,
      error: { code: 'already_sent' },
    })
    expect(await countReturns()).toBe(1)
  })

  it('leads to the step where something is missing', async () => {
    const at = await start(context, shop, 'AG-1')
    expect(await at.send()).toMatchObject({ error: { code: 'not_complete', step: 'items' } })
    await at.must({ kind: 'items', chosen: jackets(at.orderId, 1) })
    expect(await at.send()).toMatchObject({ error: { code: 'not_complete', step: 'reasons' } })
    await at.must({
      kind: 'reasons',
      answers: [{ key: '1', reason: 'broken', subReason: null, comment: 'Torn' }],
    })
    expect(await at.send()).toMatchObject({
      error: {
        code: 'not_complete',
        step: 'reasons',
        problems: [{ field: 'photos-1', key: 'photosMissing' }],
      },
    })
    await at.must({
      kind: 'reasons',
      answers: [{ key: '1', reason: 'mind', subReason: null, comment: null }],
    })
    expect(await at.send()).toMatchObject({
      error: { step: 'outcomes', problems: [{ key: 'outcomeMissing' }] },
    })
    await at.must({ kind: 'outcomes', answers: [{ key: '1', outcome: 'refund', exchangeSku: null }] })
    expect(await at.send()).toMatchObject({ error: { step: 'method', problems: [{ key: 'methodMissing' }] } })
    expect(await countReturns()).toBe(0)
  })

  it('is refused where the sum is another than the one that was seen', async () => {
    const at = await start(context, shop, 'AG-1')
    await answerAll(at, jackets(at.orderId, 1))
    const seen = await at.seen()
    const methods = POLICY.methods.map((method) =>
      method.id === 'label' ? { ...method, price: 990 } : method,
    )
    await putPolicy(context, shop, { ...POLICY, methods })
    expect(await sendReturn(context, shop.shop, at.token, seen)).toEqual({
      ok: false,
      error: { code: 'quote_changed' },
    })
    expect(await at.send()).toMatchObject({ ok: true })
  })

  it('is refused once the window has closed, with the words for it', async () => {
    const at = await start(context, shop, 'AG-1')
    await answerAll(at, jackets(at.orderId, 1))
    const seen = await at.seen()
    await putPolicy(context, shop, { ...POLICY, window: { days: 1, from: 'order' } })
    expect(await sendReturn(context, shop.shop, at.token, seen)).toMatchObject({
      error: { code: 'window_closed', refusals: [{ lineId: '1', phrase: { key: 'refused.windowClosed' } }] },
    })
    expect(await countReturns()).toBe(0)
  })

  it('of two drafts at once takes no more than was bought', async () => {
    const tries = await Promise.all(
      [2, 2, 1, 3].map(async (quantity) => {
        const at = await start(context, shop, 'AG-1')
        await answerAll(at, jackets(at.orderId, quantity))
        return { at, seen: await at.seen(), quantity }
      }),
    )
    const sent = await Promise.all(
      tries.map(async ({ at, seen, quantity }) => ({
        quantity,
        answer: await sendReturn(context, shop.shop, at.token, seen),
      })),
    )
    const taken = sent.filter(({ answer }) => answer.ok).reduce((sum, { quantity }) => sum + quantity, 0)
    expect(taken).toBeGreaterThan(0)
    expect(taken).toBeLessThanOrEqual(3)
    for (const { answer } of sent)
      if (!answer.ok) expect(['not_complete', 'not_eligible', 'quote_changed']).toContain(answer.error.code)
    const { orders } = await (await start(context, shop, 'AG-1')).see()
    expect(orders[0]?.lines[0]?.decision.left).toBe(3 - taken)
  })

  it('of one draft twice at once makes one return, and tells both of it', async () => {
    const at = await start(context, shop, 'AG-1')
    await answerAll(at, jackets(at.orderId, 1))
    const seen = await at.seen()
    const [one, two, three] = await Promise.all(
      [1, 2, 3].map(() => sendReturn(context, shop.shop, at.token, seen)),
    )
    expect(one).toMatchObject({ ok: true })
    expect([two, three]).toEqual([one, one])
    expect(await countReturns()).toBe(1)
  })

  it('gives back over several returns exactly what was paid', async () => {
    let refunded = 0
    for (let i = 0; i < 3; i++) {
      const at = await start(context, shop, 'AG-1')
      await answerAll(at, jackets(at.orderId, 1))
      await at.must({
        kind: 'method',
        method: 'own',
        store: null,
        pickupDay: null,
        own: [{ box: 1, carrier: 'DHL', number: null }],
      })
      refunded += (await at.see()).quote?.refund ?? 0
      expect(await at.send()).toMatchObject({ ok: true })
    }
    // 300.00 less its share of the 10.45.
    expect(refunded).toBe(28_970)
  })

  it('sets an exchange’s pieces aside: who comes later is asked for another choice', async () => {
    const offer = { product: 'SHELL', title: 'Regenjacke', currency: 'EUR' }
    const variants = [
      { ...offer, sku: 'SHELL-M', variant: 'M', price: 10_000, stock: 5 },
      { ...offer, sku: 'SHELL-L', variant: 'L', price: 10_500, stock: 1 },
    ]
    await writeVariants(context, shop.id, variantsBodySchema.parse({ variants }))
    const exchange = async () => {
      const at = await start(context, shop, 'AG-1')
      await at.must({ kind: 'items', chosen: jackets(at.orderId, 1) })
      await at.must({
        kind: 'reasons',
        answers: [{ key: '1', reason: 'size', subReason: 'small', comment: null }],
      })
      await at.must({
        kind: 'outcomes',
        answers: [{ key: '1', outcome: 'exchange_variant', exchangeSku: 'SHELL-L' }],
      })
      await at.must({ kind: 'method', method: 'store', store: 'muc', pickupDay: null, own: [] })
      return { at, seen: await at.seen() }
    }
    const both = [await exchange(), await exchange()]
    const sent = await Promise.all(both.map(({ at, seen }) => sendReturn(context, shop.shop, at.token, seen)))
    const [done] = sent.flatMap((answer) => (answer.ok ? [answer.value] : []))
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1)
    expect(sent.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'not_complete', step: 'outcomes' } })
    expect(await returned(done?.number ?? '')).toMatchObject({
      ground: 'exchange',
      method: { kind: 'store', store: { id: 'muc', name: 'Munich' } },
      items: [{ exchange: { sku: 'SHELL-L', variant: 'L', price: 10_500 } }],
    })
  })

  it('keeps what is cheap without a box or a method', async () => {
    const at = await start(context, shop, 'AG-1')
    await at.must({ kind: 'items', chosen: [{ orderId: at.orderId, lineId: '2', quantity: 1 }] })
    await at.must({
      kind: 'reasons',
      answers: [{ key: '1', reason: 'size', subReason: 'large', comment: null }],
    })
    await at.must({ kind: 'outcomes', answers: [{ key: '1', outcome: 'keep', exchangeSku: null }] })
    const sent = await at.send()
    if (!sent.ok) throw new Error(JSON.stringify(sent.error))
    expect(await returned(sent.value.number)).toMatchObject({ boxes: [], items: [{ outcome: 'keep' }] })
  })

  it('of pieces that a return was called off for is possible again, unless money has left for them', async () => {
    const left = async () =>
      (await (await start(context, shop, 'AG-1')).see()).orders[0]?.lines.map(({ decision }) => decision.left)
    const cancel = (number: string) => cancelReturn(context, shop.id, { number }, { actor: 'merchant' })
    const at = await start(context, shop, 'AG-1')
    await answerAll(at, jackets(at.orderId, 2))
    const sent = await at.send()
    if (!sent.ok) throw new Error(JSON.stringify(sent.error))
    expect(await left()).toEqual([1, 1])
    expect(await cancel(sent.value.number)).toMatchObject({ ok: true })
    expect(await left()).toEqual([3, 1])

    const cheap = await start(context, shop, 'AG-1')
    await cheap.must({ kind: 'items', chosen: [{ orderId: cheap.orderId, lineId: '2', quantity: 1 }] })
    await cheap.must({
      kind: 'reasons',
      answers: [{ key: '1', reason: 'size', subReason: 'large', comment: null }],
    })
    await cheap.must({ kind: 'outcomes', answers: [{ key: '1', outcome: 'keep', exchangeSku: null }] })
    const kept = await cheap.send()
    if (!kept.ok) throw new Error(JSON.stringify(kept.error))
    const paid = await withShop(context.db, shop.id, (tx) =>
      tx
        .update(returnPayments)
        .set({ state: 'sent' })
        .where(eq(returnPayments.shopId, shop.id))
        .returning({ id: returnPayments.id }),
    )
    expect(paid).toHaveLength(1)
    expect(await cancel(kept.value.number)).toMatchObject({ ok: true })
    expect(await left()).toEqual([3, 0])
  })

  it('takes a parcel’s number from nobody else, and leaves nothing half-done', async () => {
    const parcels = [{ carrier: 'dhl', number: NUMBER }]
    await putOrder(shop, 'AG-9', order({ parcels }))
    const at = await start(context, shop, 'AG-1')
    await answerAll(at, jackets(at.orderId, 1))
    const own = (number: string) => [{ box: 1, carrier: 'DHL', number }]
    const method = { kind: 'method' as const, method: 'own', store: null, pickupDay: null }
    await at.must({ ...method, own: own(NUMBER) })
    expect(await at.send()).toMatchObject({
      error: {
        code: 'not_complete',
        step: 'method',
        problems: [{ field: 'number-1', key: 'numberInvalid' }],
      },
    })
    expect(await countReturns()).toBe(0)
    await at.must({ ...method, own: own('JJD 0001 2345 6789') })
    const sent = await at.send()
    if (!sent.ok) throw new Error(JSON.stringify(sent.error))
    expect(await returned(sent.value.number)).toMatchObject({
      boxes: [
        { carrier: 'DHL', number: 'JJD000123456789', shipment: { projection: { direction: 'inbound' } } },
      ],
    })
  })

  it('leaves no crowd of drafts behind: the oldest of an order’s are forgotten', async () => {
    const crowd = []
    for (let count = 0; count < 22; count++) {
      crowd.push((await start(context, shop, 'AG-1')).token)
      context.pass(1)
    }
    const opened = await Promise.all(crowd.map((token) => openDraft(context, shop.shop, token)))
    expect(opened.map((view) => view !== null)).toEqual([false, false, ...Array(20).fill(true)])
  })

  it('asks a person where the rules want one', async () => {
    await putPolicy(context, shop, { ...POLICY, autoApprove: false })
    const at = await start(context, shop, 'AG-1')
    await answerAll(at, jackets(at.orderId, 1))
    const sent = await at.send()
    if (!sent.ok) throw new Error(JSON.stringify(sent.error))
    expect(await returned(sent.value.number)).toMatchObject({ state: 'needs_review' })
  })

  it('counts a customer’s returns over all their orders', async () => {
    await putPolicy(context, shop, { ...POLICY, limits: { returns: { count: 1, days: 90 } } })
    await putOrder(shop, 'AG-2', order({ customer }))
    const once = async (number: string) => {
      const at = await start(context, shop, number)
      await answerAll(at, jackets(at.orderId, 1))
      const sent = await at.send()
      if (!sent.ok) throw new Error(JSON.stringify(sent.error))
      return (await returned(sent.value.number))?.state
    }
    expect(await once('AG-1')).not.toBe('needs_review')
    expect(await once('AG-2')).toBe('needs_review')
  })

  it('tells sums apart by what is seen in them, not by the day of the money', async () => {
    const at = await start(context, shop, 'AG-1')
    await answerAll(at, jackets(at.orderId, 1))
    const { quote } = await at.see()
    if (!quote) throw new Error('no sum')
    expect(quoteFingerprint({ ...quote, moneyBy: '2027-01-01' })).toBe(quoteFingerprint(quote))
    expect(quoteFingerprint({ ...quote, refund: quote.refund + 1 })).not.toBe(quoteFingerprint(quote))
  })
})
