import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { findReturnByNumber, listReturns } from '@/db/queries/read-return'
import { outbox, returnDrafts, variants, workReady } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { DraftChange } from '@/lib/returns/draft-change'
import type { Return } from '@/lib/returns/return'
import { variantsBodySchema } from '@/lib/returns/variants-body'
import { forgetExpired } from '@/lib/services/forget-expired'
import { answerContest } from '@/lib/services/returns/answer-contest'
import { approveReturn } from '@/lib/services/returns/approve-return'
import { cancelReturn } from '@/lib/services/returns/cancel-return'
import { changeExchange } from '@/lib/services/returns/change-exchange'
import { changeMethod } from '@/lib/services/returns/change-method'
import { type Check, checkItem } from '@/lib/services/returns/check-item'
import { contestDeduction } from '@/lib/services/returns/contest-deduction'
import { recordRefund } from '@/lib/services/returns/money/record-refund'
import { noteReturn } from '@/lib/services/returns/note-return'
import { receiveReturn } from '@/lib/services/returns/receive-return'
import { rejectReturn } from '@/lib/services/returns/reject-return'
import { reopenReturn } from '@/lib/services/returns/reopen-return'
import { runReturnClock } from '@/lib/services/returns/run-return-clock'
import { writeVariants } from '@/lib/services/returns/write-variants'
import { sweep } from '@/lib/services/sweep'
import { runAfter } from '@/tests/support/after'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { answerAll, POLICY, putPolicy, start } from '@/tests/support/draft-steps'
import { order, parcelUpdate, post, putOrder, scan } from '@/tests/support/post'

vi.mock('next/server', () => import('@/tests/support/after'))

const DAY = 24 * 3600
const JACKET = {
  id: '1',
  sku: 'SHELL-M',
  product: 'SHELL',
  title: 'Regenjacke',
  variant: 'M',
  quantity: 3,
  unitPrice: 10_000,
  taxRate: 0.19,
}
const PARCEL = '00340434161094000001'

let database: TestDatabase
let context: TestContext
let shop: TestShop
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

beforeEach(async () => {
  context = testContext(database, '2026-11-20T12:00:00.000Z')
  useContext(context, database)
  shop = await addShop(context)
  await putPolicy(context, shop, POLICY)
  await putOrder(
    shop,
    'AG-1',
    order({
      customer: { name: 'Resi Huber', email: 'resi@example.org' },
      lines: [JACKET],
      deliveryAddress: { postalCode: '80331', countryCode: 'DE' },
      parcels: [{ carrier: 'dhl', number: PARCEL }],
    }),
  )
  await runAfter()
})

const merchant = { actor: 'merchant', name: 'tests' } as const
const warehouse = { actor: 'warehouse', name: 'Toni' } as const
const shopper = { actor: 'shopper' } as const

/** A return of some jackets, sent; answered differently where asked. */
async function sendReturn(quantity = 1, ...answers: DraftChange[]): Promise<{ number: string }> {
  const draft = await start(context, shop, 'AG-1')
  await answerAll(draft, [{ orderId: draft.orderId, lineId: '1', quantity }])
  for (const answer of answers) await draft.must(answer)
  const sent = await draft.send()
  if (!sent.ok) throw new Error(JSON.stringify(sent.error))
  return { number: sent.value.number }
}

const read = async ({ number }: { number: string }): Promise<Return> => {
  const found = await withShop(context.db, shop.id, (tx) => findReturnByNumber(tx, shop.id, number))
  if (!found) throw new Error(`no return ${number}`)
  return found
}

const parcelOf = async (ref: { number: string }): Promise<string> => {
  const [box] = (await read(ref)).boxes
  if (!box?.number) throw new Error('the box has no parcel')
  return box.number
}

const scanned = async (number: string, at: string, status: string) =>
  post(context, shop, 'standard', parcelUpdate({ number, scans: [scan(at, status)] }))

const told = async (id: string): Promise<string[]> => {
  const rows = await withShop(context.db, shop.id, (tx) =>
    tx
      .select({ milestone: outbox.milestone, version: outbox.occurrence })
      .from(outbox)
      .where(and(eq(outbox.shopId, shop.id), eq(outbox.subject, id), eq(outbox.channel, 'feed'))),
  )
  return rows.map(({ milestone }) => milestone).toSorted()
}

const check = (more: Partial<Check> = {}): Check => ({
  key: '1',
  grade: 'as_new',
  disposition: 'restock',
  deduction: 0,
  deductionReason: null,
  photos: [],
  ...more,
})

const must = async <T>(done: Promise<{ ok: true; value: T } | { ok: false; error: unknown }>): Promise<T> => {
  const result = await done
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

/** On its way, arrived and noted as here. */
async function bringBack(ref: { number: string }) {
  await scanned(await parcelOf(ref), '2026-11-20T10:02:00+01:00', 'in_transit.accepted')
  await must(receiveReturn(context, shop.id, ref, warehouse))
}

describe('a return that was sent', () => {
  it('has its label at once and everything of it in one read', async () => {
    const ref = await sendReturn(2)
    const found = await read(ref)
    expect(found).toMatchObject({
      number: ref.number,
      state: 'label_issued',
      ground: 'goodwill',
      currency: 'EUR',
      method: { id: 'label', kind: 'label' },
      // The end of the 28th day in Munich.
      labelExpiresAt: '2026-12-18T22:59:59.999Z',
      sentAt: null,
      items: [{ key: '1', orderNumber: 'AG-1', quantity: 2, paid: 20_000, receivedQuantity: 0, grade: null }],
      boxes: [
        { box: 1, carrier: 'dhl', labelState: 'issued', shipment: { projection: { direction: 'inbound' } } },
      ],
      orders: [{ number: 'AG-1', customerName: 'Resi Huber' }],
    })
    expect(found.log.map(({ event, from, to, actor }) => [event, from, to, actor])).toEqual([
      ['request', null, 'requested', 'shopper'],
      ['submit_approved', 'requested', 'approved', 'shopper'],
      ['label_issued', 'approved', 'label_issued', 'system'],
    ])
    expect(found.log.map(({ version }) => version)).toEqual([1, 2, 3])
    expect(await told(found.id)).toEqual(['approved', 'label_issued', 'requested'])
  })

  it('is found by its number however it is written, and by nobody else’s shop', async () => {
    const ref = await sendReturn()
    const written = ref.number.toLowerCase().replace('-', ' ')
    expect((await read({ number: written })).number).toBe(ref.number)
    const other = await addShop(context)
    const theirs = await withShop(context.db, other.id, (tx) => findReturnByNumber(tx, other.id, ref.number))
    expect(theirs).toBeNull()
    expect(await cancelReturn(context, other.id, ref, shopper)).toEqual({
      ok: false,
      error: { code: 'unknown_return' },
    })
    const page = (states: Return['state'][]) =>
      withShop(context.db, shop.id, (tx) => listReturns(tx, shop.id, { states, limit: 10 }))
    expect((await page(['label_issued'])).map(({ number }) => number)).toEqual([ref.number])
    expect(await page(['received'])).toEqual([])
  })
})

describe('its parcel', () => {
  it('sets it on its way with the first scan, and tells its arrival, once each', async () => {
    const ref = await sendReturn()
    const number = await parcelOf(ref)
    await scanned(number, '2026-11-20T09:00:00+01:00', 'info_received.label_created')
    expect(await read(ref)).toMatchObject({ state: 'label_issued', sentAt: null })
    await scanned(number, '2026-11-20T10:02:00+01:00', 'in_transit.accepted')
    expect(await read(ref)).toMatchObject({ state: 'in_transit', sentAt: '2026-11-20T09:02:00.000Z' })
    await scanned(number, '2026-11-20T11:30:00+01:00', 'delivered.other')
    await scanned(number, '2026-11-20T11:31:00+01:00', 'delivered.signed')
    const { id, state, log } = await read(ref)
    expect(state).toBe('in_transit')
    expect(
      log.filter(({ actor }) => actor === 'carrier').map(({ event, actorName }) => [event, actorName]),
    ).toEqual([
      ['first_scan', 'dhl'],
      ['arrived', 'dhl'],
    ])
    expect((await told(id)).filter((milestone) => milestone === 'in_transit')).toHaveLength(1)
  })

  it('can’t be called back once a carrier has it', async () => {
    const ref = await sendReturn()
    await scanned(await parcelOf(ref), '2026-11-20T10:02:00+01:00', 'in_transit.accepted')
    const refused = { ok: false, error: { code: 'return_state', state: 'in_transit', event: 'cancel' } }
    expect(await cancelReturn(context, shop.id, ref, shopper)).toEqual(refused)
    const choice = { method: 'store', store: 'muc', pickupDay: null, own: [] }
    expect(await changeMethod(context, shop.id, ref, shopper, choice)).toMatchObject({
      ok: false,
      error: { code: 'return_state', state: 'in_transit' },
    })
  })

  it('is nobody’s business of another shop that knows the same number', async () => {
    const ref = await sendReturn()
    const other = await addShop(context)
    const number = await parcelOf(ref)
    const moved = parcelUpdate({ number, scans: [scan('2026-11-20T10:02:00+01:00', 'in_transit.accepted')] })
    await post(context, other, 'standard', moved)
    expect((await read(ref)).state).toBe('label_issued')
  })

  it('takes up again what was called off and sent all the same', async () => {
    const ref = await sendReturn()
    const number = await parcelOf(ref)
    await must(cancelReturn(context, shop.id, ref, shopper))
    expect(await read(ref)).toMatchObject({ state: 'cancelled', boxes: [{ labelState: 'voided' }] })
    await scanned(number, '2026-11-20T10:02:00+01:00', 'in_transit.accepted')
    expect((await read(ref)).state).toBe('in_transit')
  })

  it('is only noted where another return has taken its pieces since', async () => {
    const ref = await sendReturn(2)
    const number = await parcelOf(ref)
    await must(cancelReturn(context, shop.id, ref, shopper))
    await sendReturn(3)
    for (const status of ['in_transit.accepted', 'in_transit.arrived'])
      await scanned(number, '2026-11-20T10:02:00+01:00', status)
    const { state, log } = await read(ref)
    expect(state).toBe('cancelled')
    expect(log.filter(({ actor }) => actor === 'carrier')).toMatchObject([
      { event: 'note', data: { taken: true } },
    ])
    const taken = { ok: false, error: { code: 'pieces_taken' } }
    expect(await receiveReturn(context, shop.id, ref, warehouse)).toEqual(taken)
    expect(await reopenReturn(context, shop.id, ref, merchant)).toEqual(taken)
  })
})

describe('a parcel of one’s own', () => {
  it('has a number that can be one, written like all others', async () => {
    const ref = await sendReturn()
    const change = (number: string) =>
      changeMethod(context, shop.id, ref, shopper, {
        method: 'own',
        store: null,
        pickupDay: null,
        own: [{ box: 1, carrier: ' Hermes\r\nX: y ', number }],
      })
    for (const number of ['x', '<script>alert(1)</script>', 'A'.repeat(60), '../../12345'])
      expect(await change(number), number).toEqual({ ok: false, error: { code: 'other_parcel', box: 1 } })
    await must(change('h1000 7300 0012\u0000'))
    expect((await read(ref)).boxes).toMatchObject([{ carrier: 'HermesX: y', number: 'H100073000012' }])
  })
})

describe('a parcel of the shop that goes to nobody we know', () => {
  it('is never a shopper’s own', async () => {
    await scanned('00340434161094000888', '2026-11-19T10:02:00+01:00', 'in_transit.accepted')
    const ref = await sendReturn()
    const own = (number: string) => ({
      method: 'own',
      store: null,
      pickupDay: null,
      own: [{ box: 1, carrier: 'dhl', number }],
    })
    expect(await changeMethod(context, shop.id, ref, shopper, own('0034 0434 1610 9400 0888'))).toEqual({
      ok: false,
      error: { code: 'other_parcel', box: 1 },
    })
    expect(await read(ref)).toMatchObject({ state: 'label_issued', sentAt: null })
    // What they have named before stays theirs.
    await must(changeMethod(context, shop.id, ref, shopper, own('00340434161094000999')))
    await must(changeMethod(context, shop.id, ref, shopper, { ...own(''), own: [] }))
    await must(changeMethod(context, shop.id, ref, shopper, own('00340434161094000999')))
  })
})

describe('two who change it at once', () => {
  it('don’t overwrite each other: the second has to look again', async () => {
    const ref = await sendReturn()
    const { version } = await read(ref)
    const both = await Promise.all([
      cancelReturn(context, shop.id, ref, { ...shopper, version }),
      rejectReturn(context, shop.id, ref, { ...merchant, version, reason: 'Worn' }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'stale', version: version + 1 } })
    expect((await read(ref)).log).toHaveLength(version + 1)
  })
})

describe('a return that a person looks at', () => {
  const careful = { ...POLICY, autoApprove: false }

  it('waits without a label, and is let through, or turned down in words and taken up again', async () => {
    await putPolicy(context, shop, careful)
    const ref = await sendReturn()
    expect(await read(ref)).toMatchObject({
      state: 'needs_review',
      boxes: [{ labelState: 'none', number: null }],
    })
    await must(rejectReturn(context, shop.id, ref, { ...merchant, reason: 'Beyond the window' }))
    const { id, log } = await read(ref)
    expect(log.at(-1)).toMatchObject({ event: 'reject', actorName: 'tests', reason: 'Beyond the window' })
    expect(await approveReturn(context, shop.id, ref, merchant)).toMatchObject({
      ok: false,
      error: { code: 'return_state', state: 'rejected', event: 'approve' },
    })
    await must(reopenReturn(context, shop.id, ref, merchant))
    expect(await must(approveReturn(context, shop.id, ref, merchant))).toMatchObject({
      state: 'label_issued',
    })
    expect(await told(id)).toEqual(['approved', 'label_issued', 'rejected', 'requested', 'requested'])
  })

  it('bears notes that lead to nothing', async () => {
    const ref = await sendReturn()
    const before = await told((await read(ref)).id)
    await must(noteReturn(context, shop.id, ref, { ...merchant, reason: 'Called about it' }))
    const { id, state, log } = await read(ref)
    expect(state).toBe('label_issued')
    expect(log.at(-1)).toMatchObject({ event: 'note', reason: 'Called about it' })
    expect(await told(id)).toEqual(before)
  })
})

describe('what comes back', () => {
  it('is received in parts, and wholly once all of it is there', async () => {
    const ref = await sendReturn(3)
    const items = [{ key: '1', quantity: 1 }]
    expect(await must(receiveReturn(context, shop.id, ref, warehouse, { items }))).toMatchObject({
      state: 'in_transit',
    })
    // Nobody scanned it: it set off at the latest when it came.
    expect(await read(ref)).toMatchObject({ sentAt: '2026-11-20T12:00:00.000Z', receivedAt: null })
    expect(await must(receiveReturn(context, shop.id, ref, warehouse, { box: 1 }))).toMatchObject({
      state: 'received',
    })
    expect(await read(ref)).toMatchObject({ items: [{ receivedQuantity: 3 }] })
  })

  it('may be less than was announced, when a person says that nothing more will come', async () => {
    const ref = await sendReturn(3)
    const received = { items: [{ key: '1', quantity: 2 }], complete: true }
    expect(await must(receiveReturn(context, shop.id, ref, warehouse, received))).toMatchObject({
      state: 'received',
    })
  })

  it('is never more than was asked for, nor something else', async () => {
    const ref = await sendReturn(2)
    const receive = (key: string, quantity: number) =>
      receiveReturn(context, shop.id, ref, warehouse, { items: [{ key, quantity }] })
    expect(await receive('1', 3)).toEqual({ ok: false, error: { code: 'too_many', key: '1', most: 2 } })
    expect(await receive('7', 1)).toEqual({ ok: false, error: { code: 'unknown_item', key: '7' } })
    expect((await read(ref)).items).toMatchObject([{ receivedQuantity: 0 }])
  })
})

describe('a check', () => {
  it('is only of what is here', async () => {
    const ref = await sendReturn()
    expect(await checkItem(context, shop.id, ref, warehouse, check())).toMatchObject({
      ok: false,
      error: { code: 'return_state', state: 'label_issued' },
    })
    await must(receiveReturn(context, shop.id, ref, warehouse, { items: [], complete: true }))
    expect(await checkItem(context, shop.id, ref, warehouse, check())).toEqual({
      ok: false,
      error: { code: 'not_received', key: '1' },
    })
    expect(
      await must(checkItem(context, shop.id, ref, warehouse, check({ grade: 'missing' }))),
    ).toMatchObject({
      state: 'checked',
    })
  })

  it('takes off no more than was paid, and nothing without a reason', async () => {
    const ref = await sendReturn()
    await bringBack(ref)
    const found = (more: Partial<Check>) =>
      checkItem(context, shop.id, ref, warehouse, check({ grade: 'worn', ...more }))
    expect(await found({ deduction: 10_001, deductionReason: 'Stains' })).toEqual({
      ok: false,
      error: { code: 'deduction_too_large', key: '1', most: 10_000 },
    })
    expect(await found({ deduction: 500 })).toEqual({
      ok: false,
      error: { code: 'reason_missing', key: '1' },
    })
    const photos = Array.from({ length: 6 }, () => ({
      content: new Uint8Array([1]),
      mediaType: 'image/webp',
      width: 1,
      height: 1,
    }))
    expect(await found({ photos })).toEqual({
      ok: false,
      error: { code: 'too_many_photos', key: '1', most: 5 },
    })
    expect(await found({ key: '9' })).toEqual({ ok: false, error: { code: 'unknown_item', key: '9' } })
    expect(await read(ref)).toMatchObject({ state: 'received', items: [{ grade: null, photos: [] }] })
    await must(found({ deduction: 500, deductionReason: 'Stains', photos: photos.slice(0, 1) }))
    expect(await read(ref)).toMatchObject({
      state: 'checked',
      items: [
        { grade: 'worn', deduction: 500, deductionReason: 'Stains', photos: [{ kind: 'check_photo' }] },
      ],
    })
  })

  it('that finds what the shop settles by itself makes the money due, any other waits for a person', async () => {
    const good = await sendReturn()
    await bringBack(good)
    await must(checkItem(context, shop.id, good, warehouse, check()))
    // The label's price is taken off.
    expect((await read(good)).payments).toMatchObject([{ kind: 'refund', amount: 9_510, state: 'due' }])
    const worn = await sendReturn()
    await bringBack(worn)
    await must(checkItem(context, shop.id, worn, warehouse, check({ grade: 'worn' })))
    expect(await read(worn)).toMatchObject({ state: 'checked', payments: [] })
  })

  it('is objected to once, answered once, and an answer never takes more', async () => {
    const ref = await sendReturn()
    await bringBack(ref)
    const contest = { key: '1', text: 'It came like that' }
    await must(checkItem(context, shop.id, ref, warehouse, check()))
    expect(await contestDeduction(context, shop.id, ref, shopper, contest)).toEqual({
      ok: false,
      error: { code: 'nothing_to_contest', key: '1' },
    })
    const deducted = check({ grade: 'worn', deduction: 800, deductionReason: 'Stains' })
    await must(checkItem(context, shop.id, ref, warehouse, deducted))
    await must(contestDeduction(context, shop.id, ref, shopper, contest))
    expect(await contestDeduction(context, shop.id, ref, shopper, contest)).toEqual({
      ok: false,
      error: { code: 'already_contested', key: '1' },
    })
    expect(await checkItem(context, shop.id, ref, warehouse, deducted)).toEqual({
      ok: false,
      error: { code: 'already_contested', key: '1' },
    })
    const answer = (deduction: number) =>
      answerContest(context, shop.id, ref, merchant, { key: '1', answer: 'You are right', deduction })
    expect(await answer(801)).toEqual({
      ok: false,
      error: { code: 'deduction_too_large', key: '1', most: 800 },
    })
    await must(answer(0))
    expect(await answer(0)).toEqual({ ok: false, error: { code: 'already_answered', key: '1' } })
    expect((await read(ref)).items).toMatchObject([
      { contest: 'It came like that', contestAnswer: 'You are right', deduction: 0 },
    ])
  })
})

describe('a return whose money moves without its goods', () => {
  it('that is kept has neither label nor clock, and is refunded without a parcel', async () => {
    await putPolicy(context, shop, { ...POLICY, keepBelow: 20_000 })
    const keep: DraftChange = {
      kind: 'outcomes',
      answers: [{ key: '1', outcome: 'keep', exchangeSku: null }],
    }
    const reason: DraftChange = {
      kind: 'reasons',
      answers: [{ key: '1', reason: 'size', subReason: 'small', comment: null }],
    }
    const ref = await sendReturn(1, reason, keep)
    const { id, ...asked } = await read(ref)
    expect(asked).toMatchObject({
      state: 'approved',
      labelExpiresAt: null,
      boxes: [],
      payments: [{ kind: 'refund', amount: 10_000 }],
    })
    await must(recordRefund(context, shop.id, ref.number, { reference: 'bank-1' }))
    context.pass(5)
    await sweep(context)
    expect(await read(ref)).toMatchObject({ state: 'refunded', sentAt: null, receivedAt: null })
    expect(await told(id)).toContain('settled')
  })

  it('that was paid on the first scan is received and checked afterwards, and stays refunded', async () => {
    await putPolicy(context, shop, { ...POLICY, refund: { trigger: 'first_scan' } })
    const ref = await sendReturn()
    await scanned(await parcelOf(ref), '2026-11-20T10:02:00+01:00', 'in_transit.accepted')
    await must(recordRefund(context, shop.id, ref.number, { reference: 'bank-2' }))
    context.pass(5)
    await sweep(context)
    expect((await read(ref)).state).toBe('refunded')
    await must(receiveReturn(context, shop.id, ref, warehouse))
    const worn = check({ grade: 'worn', deduction: 100, deductionReason: 'Stains' })
    expect(await checkItem(context, shop.id, ref, warehouse, worn)).toEqual({
      ok: false,
      error: { code: 'already_settled', key: '1' },
    })
    await must(checkItem(context, shop.id, ref, warehouse, check({ grade: 'worn' })))
    expect(await read(ref)).toMatchObject({
      state: 'refunded',
      receivedAt: expect.any(String),
      checkedAt: expect.any(String),
      payments: [{ amount: 9_510, state: 'sent' }],
    })
  })
})

describe('the clock of a return that nobody hands in', () => {
  const clockOf = (id: string) =>
    context.db
      .select({ dueAt: workReady.dueAt })
      .from(workReady)
      .where(and(eq(workReady.kind, 'return'), eq(workReady.subject, id)))

  it('reminds once, then ends it: its label is void, its pieces are free', async () => {
    const ref = await sendReturn(3)
    const { id } = await read(ref)
    expect(await clockOf(id)).toEqual([{ dueAt: new Date('2026-12-11T22:59:59.999Z') }])
    context.pass(22 * DAY)
    await sweep(context)
    await runReturnClock(context, shop.id, id)
    expect((await told(id)).filter((milestone) => milestone === 'label_reminder')).toHaveLength(1)
    expect((await read(ref)).state).toBe('label_issued')
    context.pass(7 * DAY)
    await sweep(context)
    expect(await read(ref)).toMatchObject({ state: 'expired', boxes: [{ labelState: 'voided' }] })
    expect(await told(id)).toContain('expired')
    expect(await clockOf(id)).toEqual([])
  })

  it('stops with the first scan, and for whoever called it off', async () => {
    const ref = await sendReturn()
    const { id } = await read(ref)
    await scanned(await parcelOf(ref), '2026-11-20T10:02:00+01:00', 'in_transit.accepted')
    expect(await clockOf(id)).toEqual([])
    const ended = await sendReturn()
    await must(cancelReturn(context, shop.id, ended, shopper))
    expect(await clockOf((await read(ended)).id)).toEqual([])
    context.pass(60 * DAY)
    for (const one of [id, (await read(ended)).id]) await runReturnClock(context, shop.id, one)
    expect([(await read(ref)).state, (await read(ended)).state]).toEqual(['in_transit', 'cancelled'])
  })

  it('forgets drafts that nobody comes back to', async () => {
    await start(context, shop, 'AG-1')
    const drafts = () =>
      withShop(context.db, shop.id, (tx) =>
        tx.select({ id: returnDrafts.id }).from(returnDrafts).where(eq(returnDrafts.shopId, shop.id)),
      )
    context.pass(6 * DAY)
    await forgetExpired(context)
    expect(await drafts()).toHaveLength(1)
    context.pass(2 * DAY)
    await forgetExpired(context)
    expect(await drafts()).toEqual([])
  })
})

describe('another way', () => {
  const choice = (method: string, more: object = {}) => ({
    method,
    store: null,
    pickupDay: null,
    own: [],
    ...more,
  })

  it('has its own price, gives the label back and makes a new one when it is wanted again', async () => {
    const ref = await sendReturn()
    expect((await read(ref)).quote).toMatchObject({ refund: 9_510 })
    const changed = await must(
      changeMethod(context, shop.id, ref, shopper, choice('store', { store: 'muc' })),
    )
    expect(changed.state).toBe('approved')
    expect(await read(ref)).toMatchObject({
      method: { kind: 'store', store: { name: 'Munich' } },
      quote: { refund: 10_000, charges: [] },
      boxes: [{ labelState: 'none' }],
    })
    await must(changeMethod(context, shop.id, ref, shopper, choice('label')))
    expect(await read(ref)).toMatchObject({
      state: 'label_issued',
      quote: { refund: 9_510 },
      boxes: [{ labelState: 'issued' }],
    })
  })

  it('is one that there is, with what it needs', async () => {
    const ref = await sendReturn()
    const refusal = async (...call: Parameters<typeof choice>) => {
      const result = await changeMethod(context, shop.id, ref, shopper, choice(...call))
      return result.ok ? null : result.error.code
    }
    expect(await refusal('balloon')).toBe('unknown_method')
    expect(await refusal('store', { store: 'ber' })).toBe('unknown_store')
    expect(await refusal('pickup', { pickupDay: '2026-11-22' })).toBe('unknown_day')
    expect(await refusal('own', { own: [{ box: 2, carrier: 'ups', number: null }] })).toBe('unknown_box')
    expect((await read(ref)).version).toBe(3)
  })

  it('may be the shopper’s own parcel, which sets it on its way, but never an order’s', async () => {
    const ref = await sendReturn()
    const own = (number: string | null) => choice('own', { own: [{ box: 1, carrier: 'dhl', number }] })
    expect(await changeMethod(context, shop.id, ref, shopper, own(PARCEL))).toEqual({
      ok: false,
      error: { code: 'other_parcel', box: 1 },
    })
    expect(await read(ref)).toMatchObject({ state: 'label_issued', method: { kind: 'label' } })
    await must(changeMethod(context, shop.id, ref, shopper, own(null)))
    await must(changeMethod(context, shop.id, ref, shopper, own('00340434161094000777')))
    await scanned('00340434161094000777', '2026-11-20T10:02:00+01:00', 'in_transit.accepted')
    expect(await read(ref)).toMatchObject({
      state: 'in_transit',
      boxes: [{ number: '00340434161094000777' }],
    })
  })
})

describe('an exchange that can’t be sent', () => {
  const swap: DraftChange[] = [
    { kind: 'reasons', answers: [{ key: '1', reason: 'size', subReason: 'small', comment: null }] },
    { kind: 'outcomes', answers: [{ key: '1', outcome: 'exchange_variant', exchangeSku: 'SHELL-L' }] },
  ]
  const sell = (sku: string, stock: number) => ({
    sku,
    product: 'SHELL',
    title: 'Regenjacke',
    variant: sku.slice(-1),
    price: 10_000,
    currency: 'EUR',
    stock,
  })
  beforeEach(async () => {
    const body = variantsBodySchema.parse({ variants: [sell('SHELL-L', 1), sell('SHELL-S', 5)] })
    await writeVariants(context, shop.id, body)
  })
  const wish = (outcome: 'refund' | 'exchange_variant', sku: string | null) => ({ key: '1', outcome, sku })

  it('becomes another variant, or the money, and is told', async () => {
    const ref = await sendReturn(1, ...swap)
    await withShop(context.db, shop.id, (tx) =>
      tx
        .update(variants)
        .set({ stock: 0 })
        .where(and(eq(variants.shopId, shop.id), eq(variants.sku, 'SHELL-L'))),
    )
    await bringBack(ref)
    const { id, log } = await read(ref)
    expect(log.map(({ event }) => event)).toContain('exchange_unavailable')
    expect(await told(id)).toContain('exchange_unavailable')
    expect(await changeExchange(context, shop.id, ref, shopper, wish('exchange_variant', 'NOBODY'))).toEqual({
      ok: false,
      error: { code: 'unknown_variant', key: '1' },
    })
    await must(changeExchange(context, shop.id, ref, shopper, wish('exchange_variant', 'SHELL-S')))
    expect((await read(ref)).items).toMatchObject([
      { outcome: 'exchange_variant', exchange: { sku: 'SHELL-S' } },
    ])
  })

  it('can’t be chosen anew once it is on its way, and not for an item that nobody exchanges', async () => {
    const ref = await sendReturn(1, ...swap)
    await bringBack(ref)
    expect(await changeExchange(context, shop.id, ref, shopper, wish('refund', null))).toEqual({
      ok: false,
      error: { code: 'already_sent', key: '1' },
    })
    const plain = await sendReturn(1)
    expect(
      await changeExchange(context, shop.id, plain, shopper, wish('exchange_variant', 'SHELL-S')),
    ).toEqual({
      ok: false,
      error: { code: 'no_exchange', key: '1' },
    })
  })
})
