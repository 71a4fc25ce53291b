import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChange } from '@/lib/returns/apply-change'
import type { Draft, DraftItem } from '@/lib/returns/draft'
import type { DraftChange } from '@/lib/returns/draft-change'
import type { DraftView } from '@/lib/returns/draft-view'
import { missingStep } from '@/lib/returns/drafts/missing-step'
import { settleDraft } from '@/lib/returns/drafts/settle-draft'
import { pickupDays } from '@/lib/returns/pickup-days'
import { policySchema } from '@/lib/returns/policy/schema'
import {
  draftItem,
  draftOf,
  draftView,
  FIRST_ORDER,
  RICH_POLICY,
  SECOND_ORDER,
} from '@/tests/support/sample-drafts'

const TODAY = '2026-11-27'
const orderId = FIRST_ORDER.id
const change = (view: DraftView, asked: DraftChange) =>
  applyChange(view, asked, { today: TODAY, order: null })
const taken = (draft: Draft, asked: DraftChange): Draft => {
  const changed = change(draftView(draft), asked)
  if (!changed.ok) throw new Error(JSON.stringify(changed.error))
  return changed.value
}
const wrong = (draft: Draft, asked: DraftChange) => {
  const changed = change(draftView(draft), asked)
  return changed.ok ? [] : changed.error.map(({ field, key }) => [field, key])
}
const chosen = (quantity: number, lineId = '2') => [{ orderId, lineId, quantity }]
const item = (key: string, more: Partial<DraftItem> = {}) => draftItem(key, { lineId: '2', ...more })

describe('choosing items', () => {
  it('keeps what was answered for lines that stay', () => {
    const answered = item('4', { reason: 'size', outcome: 'refund' })
    const draft = taken(draftOf([answered]), {
      kind: 'items',
      chosen: [...chosen(2), { orderId, lineId: '1', quantity: 1 }],
    })
    expect(draft.items).toMatchObject([
      { key: '4', lineId: '2', quantity: 2, reason: 'size', outcome: 'refund' },
      { key: '5', lineId: '1', quantity: 1, reason: null },
    ])
  })

  it('takes out what is not chosen, or chosen no times', () => {
    const before = draftOf([item('1'), item('2', { lineId: '1' })])
    expect(
      taken(before, { kind: 'items', chosen: [...chosen(1), { orderId, lineId: '1', quantity: 0 }] }).items,
    ).toMatchObject([{ key: '1' }])
  })

  it.each([
    ['fractions', 0.5],
    ['more than was bought', 4],
    ['no number', Number.NaN],
  ])('refuses %s', (_name, quantity) => {
    expect(wrong(draftOf([]), { kind: 'items', chosen: chosen(quantity) })).not.toEqual([])
  })

  it('refuses one line told twice, which could be more than is left', () => {
    expect(wrong(draftOf([]), { kind: 'items', chosen: [...chosen(2), ...chosen(2)] })).toEqual([
      [`quantity-${orderId}-2`, 'other'],
    ])
  })

  it('refuses what can’t go back, by name', () => {
    const rules = [
      {
        id: 'final',
        when: { all: [] },
        actions: [{ do: 'deny', words: { en: 'All sales are final' } }],
      },
    ]
    const view = draftView(draftOf([]), policySchema.parse({ ...RICH_POLICY, rules }))
    expect(change(view, { kind: 'items', chosen: chosen(1) })).toEqual({
      ok: false,
      error: [{ field: `quantity-${orderId}-2`, key: 'notEligible', values: { title: 'Merinosocken Isar' } }],
    })
  })

  it('has in any order of answers exactly the pieces that were chosen last', () => {
    const quantity = fc.integer({ min: 1, max: 3 })
    fc.assert(
      fc.property(fc.array(fc.tuple(quantity, fc.boolean()), { minLength: 1, maxLength: 6 }), (answers) => {
        let draft = draftOf([])
        for (const [count, split] of answers) {
          draft = taken(draft, { kind: 'items', chosen: chosen(count) })
          expect(draft.items.reduce((sum, one) => sum + one.quantity, 0)).toBe(count)
          const [first] = draft.items
          if (split && first) draft = taken(draft, { kind: 'split', key: first.key })
          expect(draft.items.reduce((sum, one) => sum + one.quantity, 0)).toBe(count)
          expect(new Set(draft.items.map(({ key }) => key)).size).toBe(draft.items.length)
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('splitting an item', () => {
  it('makes its pieces items of their own; photos stay with the first', () => {
    const before = draftOf([item('3', { quantity: 3, reason: 'size', photos: ['p'], comment: 'Tight' })])
    expect(taken(before, { kind: 'split', key: '3' }).items).toMatchObject([
      { key: '3', quantity: 1, photos: ['p'], comment: 'Tight' },
      { key: '4', quantity: 1, photos: [], comment: null, reason: 'size' },
      { key: '5', quantity: 1, photos: [] },
    ])
    expect(wrong(before, { kind: 'split', key: '9' })).toEqual([['items', 'other']])
  })
})

describe('reasons', () => {
  const draft = draftOf([item('1'), item('2')])
  const answer = (
    key: string,
    reason: string,
    subReason: string | null = null,
    comment: string | null = null,
  ) => ({
    key,
    reason,
    subReason,
    comment,
  })

  it('are wanted for every item, with all that they ask for', () => {
    const answers = [answer('1', 'defective', 'elsewhere'), answer('2', 'no-such-reason')]
    expect(wrong(draft, { kind: 'reasons', answers })).toEqual([
      ['subReason-1', 'subReasonMissing'],
      ['comment-1', 'commentMissing'],
      ['reason-2', 'reasonMissing'],
    ])
    expect(wrong(draft, { kind: 'reasons', answers: [answer('1', 'late')] })).toEqual([
      ['reason-2', 'reasonMissing'],
    ])
  })

  it('keep a comment as it was written, without what no person types', () => {
    const comment = '  Der Reißverschluss\r\nklemmt.\u0000\u001b[31m  '
    const after = taken(draft, {
      kind: 'reasons',
      answers: [answer('1', 'other', null, comment), answer('2', 'late')],
    })
    expect(after.items[0]?.comment).toBe('Der Reißverschluss\nklemmt.[31m')
    const long = [answer('1', 'other', null, 'x'.repeat(1001)), answer('2', 'late')]
    expect(wrong(draft, { kind: 'reasons', answers: long })).toEqual([['comment-1', 'commentTooLong']])
  })

  it('that narrow the outcomes let go of one that they don’t offer', () => {
    const before = draftOf([
      draftItem('1', { reason: 'defective', subReason: 'from_start', outcome: 'replacement', comment: 'x' }),
    ])
    const after = taken(before, { kind: 'reasons', answers: [answer('1', 'late')] })
    expect(settleDraft(draftView(after)).items).toMatchObject([{ reason: 'late', outcome: null }])
  })
})

describe('outcomes', () => {
  const draft = draftOf([draftItem('1', { reason: 'late' })])
  const answer = (outcome: DraftItem['outcome'], exchangeSku: string | null = null): DraftChange => ({
    kind: 'outcomes',
    answers: [{ key: '1', outcome: outcome ?? 'refund', exchangeSku }],
  })

  it('need the variant that an exchange sends, and it has to be there', () => {
    expect(wrong(draft, answer('exchange_variant'))).toEqual([['exchangeSku-1', 'exchangeMissing']])
    expect(wrong(draft, answer('exchange_variant', 'SKU-1'))).toEqual([['exchangeSku-1', 'exchangeSoldOut']])
    expect(wrong(draft, answer('exchange_variant', 'HAT-R'))).toEqual([['exchangeSku-1', 'exchangeSoldOut']])
    expect(wrong(draft, answer('exchange_variant', 'JACKET-XL'))).toEqual([
      ['exchangeSku-1', 'exchangeSoldOut'],
    ])
    expect(taken(draft, answer('exchange_variant', 'JACKET-L')).items[0]).toMatchObject({
      exchangeSku: 'JACKET-L',
    })
    expect(taken(draft, answer('exchange_product', 'HAT-R')).items[0]).toMatchObject({ exchangeSku: 'HAT-R' })
  })

  it('take no variant where nothing is exchanged', () => {
    expect(taken(draft, answer('refund', 'JACKET-L')).items[0]).toMatchObject({
      outcome: 'refund',
      exchangeSku: null,
    })
  })

  it('that the reason doesn’t offer are refused', () => {
    expect(wrong(draft, answer('repair'))).toEqual([['outcome-1', 'outcomeNotOffered']])
    expect(wrong(draft, { kind: 'outcomes', answers: [] })).toEqual([['outcome-1', 'outcomeMissing']])
  })

  it('of several items together ask for no more of a variant than there is', () => {
    const two = draftOf([
      draftItem('1', { reason: 'late', lineId: '2', quantity: 2 }),
      draftItem('2', { reason: 'late', lineId: '1' }),
    ])
    const answers = ['1', '2'].map((key) => ({
      key,
      outcome: 'exchange_product' as const,
      exchangeSku: 'HAT-B',
    }))
    expect(wrong(two, { kind: 'outcomes', answers })).toEqual([])
    const three = { ...two, items: [...two.items, draftItem('3', { reason: 'late', lineId: '2' })] }
    const more = [...answers, { key: '3', outcome: 'exchange_product' as const, exchangeSku: 'HAT-B' }]
    expect(wrong(three, { kind: 'outcomes', answers: more }).map(([, key]) => key)).toEqual(
      Array(3).fill('exchangeSoldOut'),
    )
  })
})

describe('boxes', () => {
  const draft = draftOf([
    draftItem('1', { outcome: 'refund', reason: 'late' }),
    item('2', { outcome: 'refund', reason: 'late' }),
  ])

  it('hold each item, and none is empty', () => {
    const of = [
      { key: '1', box: 1 },
      { key: '2', box: 2 },
    ]
    expect(taken(draft, { kind: 'boxes', boxes: 2, of }).items.map(({ box }) => box)).toEqual([1, 2])
    expect(wrong(draft, { kind: 'boxes', boxes: 3, of })).toEqual([['boxes', 'boxEmpty']])
    expect(wrong(draft, { kind: 'boxes', boxes: 2, of: of.slice(0, 1) })).toEqual([['box-2', 'boxUnknown']])
    expect(wrong(draft, { kind: 'boxes', boxes: 1, of: [] })).toEqual([])
    for (const boxes of [0, 11, 1.5, Number.NaN])
      expect(wrong(draft, { kind: 'boxes', boxes, of })).toEqual([['boxes', 'boxUnknown']])
  })
})

describe('a way back', () => {
  const draft = draftOf([draftItem('1', { reason: 'late', outcome: 'refund' })])
  const by = (method: string, more: Partial<Extract<DraftChange, { kind: 'method' }>> = {}): DraftChange => ({
    kind: 'method',
    method,
    store: null,
    pickupDay: null,
    own: [],
    ...more,
  })

  it('is one of those that are offered, with all that it needs and nothing else', () => {
    expect(wrong(draft, by(''))).toEqual([['method', 'methodMissing']])
    expect(wrong(draft, by('by-balloon'))).toEqual([['method', 'methodNotOffered']])
    expect(wrong(draft, by('store', { store: 'nowhere' }))).toEqual([['store', 'storeMissing']])
    expect(wrong(draft, by('pickup'))).toEqual([['pickupDay', 'pickupDayMissing']])
    expect(wrong(draft, by('pickup', { pickupDay: '2026-11-28' }))).toEqual([
      ['pickupDay', 'pickupDayMissing'],
    ])
    expect(taken(draft, by('label', { store: 'muc', pickupDay: '2026-11-30' }))).toMatchObject({
      method: 'label',
      store: null,
      pickupDay: null,
    })
    const [day = ''] = pickupDays({ leadDays: 1, weekdays: [1, 2, 3, 4, 5] }, TODAY)
    expect(taken(draft, by('pickup', { pickupDay: day })).pickupDay).toBe(day)
  })

  it('of one’s own needs a carrier for each box; a number only if there is one', () => {
    const own = (number: string | null, carrier = 'DHL') => by('own', { own: [{ box: 1, carrier, number }] })
    expect(wrong(draft, by('own'))).toEqual([['carrier-1', 'carrierMissing']])
    expect(wrong(draft, own(null, ' \u0000 '))).toEqual([['carrier-1', 'carrierMissing']])
    expect(wrong(draft, own('x'))).toEqual([['number-1', 'numberInvalid']])
    expect(wrong(draft, own('<script>'))).toEqual([['number-1', 'numberInvalid']])
    expect(taken(draft, own(' jjd 0001 2345 ')).own).toEqual([
      { box: 1, carrier: 'DHL', number: 'JJD00012345' },
    ])
    expect(taken(draft, own('')).own).toEqual([{ box: 1, carrier: 'DHL', number: null }])
  })
})

describe('another order', () => {
  const draft = draftOf([])
  const add = (order: Parameters<typeof applyChange>[2]['order'], of = draft) =>
    applyChange(draftView(of), { kind: 'add_order', orderId: SECOND_ORDER.id }, { today: TODAY, order })
  const order = { id: SECOND_ORDER.id, currency: 'EUR', isTheirs: true }

  it('comes in where it is the same shopper’s, in the same currency, once', () => {
    expect(add(order)).toMatchObject({ ok: true, value: { orders: [orderId, SECOND_ORDER.id] } })
    expect(add(null)).toMatchObject({ error: [{ key: 'orderOfSomebodyElse' }] })
    expect(add({ ...order, isTheirs: false })).toMatchObject({ error: [{ key: 'orderOfSomebodyElse' }] })
    expect(add({ ...order, currency: 'CHF' })).toMatchObject({ error: [{ key: 'orderCurrency' }] })
    expect(add({ ...order, id: orderId })).toMatchObject({ error: [{ key: 'orderKnown' }] })
    const many = draftOf([], {
      orders: Array.from({ length: 10 }, (_, n) => (n === 0 ? orderId : `order-${n}`)),
    })
    expect(add(order, many)).toMatchObject({ error: [{ key: 'ordersTooMany', values: { max: 10 } }] })
  })
})

describe('a draft', () => {
  it('that was settled is settled, whatever it holds', () => {
    const any = fc.record({
      lineId: fc.constantFrom('1', '2', '3', 'gone'),
      reason: fc.constantFrom(null, 'late', 'defective', 'gone'),
      outcome: fc.constantFrom<DraftItem['outcome']>(
        null,
        'refund',
        'keep',
        'exchange_variant',
        'repair',
        'replacement',
      ),
      exchangeSku: fc.constantFrom(null, 'JACKET-L', 'gone'),
      box: fc.integer({ min: 1, max: 4 }),
    })
    const method = fc.constantFrom(null, 'label', 'own', 'gone')
    fc.assert(
      fc.property(fc.array(any, { maxLength: 4 }), method, (items, by) => {
        const draft = draftOf(
          items.map((one, index) => draftItem(String(index + 1), one)),
          { method: by, boxes: 2 },
        )
        const view = draftView(draft)
        expect(settleDraft(view)).toEqual(view.draft)
        // Nothing that was chosen goes away unsaid.
        expect(view.draft.items).toHaveLength(items.length)
      }),
      { numRuns: 60 },
    )
  })

  it('says what can’t be had any more, and only asks for what was never chosen', () => {
    const keys = (one: Partial<DraftItem>) =>
      missingStep(draftView(draftOf([draftItem('1', { reason: 'late', ...one })])), TODAY)
    expect(keys({ outcome: 'exchange_variant', exchangeSku: 'gone' })).toMatchObject({
      step: 'outcomes',
      problems: [{ field: 'outcome-1', key: 'outcomeNotOffered' }],
    })
    expect(keys({ outcome: 'repair' })).toMatchObject({ problems: [{ key: 'outcomeNotOffered' }] })
    expect(keys({ outcome: null })).toMatchObject({ problems: [{ key: 'outcomeMissing' }] })
  })

  it('with a line that its order has lost asks for the items again', () => {
    const view = draftView(draftOf([draftItem('1', { lineId: 'gone', reason: 'late', outcome: 'refund' })]))
    expect(missingStep(view, TODAY)).toMatchObject({ step: 'items', problems: [{ key: 'nothingChosen' }] })
    const both = draftView(draftOf([draftItem('1', { lineId: 'gone' }), draftItem('2')]))
    expect(missingStep(both, TODAY)).toMatchObject({ step: 'items', problems: [{ key: 'other' }] })
  })
})
