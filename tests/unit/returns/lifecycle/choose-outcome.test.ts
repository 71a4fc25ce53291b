import { describe, expect, it } from 'vitest'
import { chooseMethod } from '@/lib/returns/choose-method'
import { chooseOutcome, type Wish } from '@/lib/returns/choose-outcome'
import type { LineDecision, ReturnDecision } from '@/lib/returns/policy/decision'
import { defaultPolicy } from '@/lib/returns/policy/default-policy'
import { policySchema } from '@/lib/returns/policy/schema'
import { quoteReturn } from '@/lib/returns/quote-return'
import { input, item, line, order } from '@/tests/unit/returns/quote/quoted'

const line1: LineDecision = {
  orderId: 'o',
  lineId: '1',
  left: 2,
  eligible: true,
  refusal: null,
  window: { start: null, basis: 'delivery', until: null, open: true },
  reasons: [],
  outcomes: ['exchange_variant', 'store_credit'],
  methods: [],
  freeMethods: [],
  photosRequired: false,
  commentRequired: false,
  review: [],
  fees: [],
  bonus: { percent: 10, amount: 200 },
  ourFault: false,
  refundShipping: false,
  shipExchange: 'receipt',
  refundTrigger: 'check',
  destination: 'main',
  trace: [],
}
const decision: ReturnDecision = {
  lines: [line1],
  methods: [],
  freeMethods: [],
  approval: 'automatic',
  review: [],
  refusals: [],
  refundTrigger: 'check',
  shipExchange: 'receipt',
  destination: 'main',
}
const asked = { sku: 'M', title: 'Jacket', variant: 'M', price: 10_000 }
const quote = quoteReturn(
  input({
    orders: [order({ lines: [line({ quantity: 2 })] })],
    items: [item({ outcome: 'exchange_variant', exchange: { sku: 'M', price: 10_000 } })],
  }),
)
const returned = { quote, decision, gift: false }
const exchanged = { key: '1', outcome: 'exchange_variant' as const, exchange: asked }
const variant = { sku: 'L', product: 'jacket', title: 'Jacket', variant: 'L', price: 11_000 }
const wish = (more: Partial<Wish>): Wish => ({
  outcome: 'exchange_variant',
  isGone: false,
  unitPrice: 10_000,
  product: 'jacket',
  variant,
  method: null,
  ...more,
})

describe('another wish for an item', () => {
  it('may be another variant of the same product, at its price', () => {
    const chosen = chooseOutcome(returned, exchanged, wish({}))
    expect(chosen).toMatchObject({
      ok: true,
      value: { exchange: { sku: 'L', variant: 'L', price: 11_000 }, quote: { pay: 1_000, refund: 0 } },
    })
  })

  it('may not be a variant of something else, nor one that nobody knows', () => {
    const error = { code: 'unknown_variant', key: '1' }
    expect(chooseOutcome(returned, exchanged, wish({ product: 'socks' }))).toEqual({ ok: false, error })
    expect(chooseOutcome(returned, exchanged, wish({ variant: null }))).toEqual({ ok: false, error })
  })

  it('may be credit with its bonus where the policy offers it', () => {
    const chosen = chooseOutcome(returned, exchanged, wish({ outcome: 'store_credit', variant: null }))
    expect(chosen).toMatchObject({
      ok: true,
      value: { exchange: null, quote: { credit: 11_200, bonus: 1_200 } },
    })
  })

  it('may be the money where the goods are out of stock, and only then', () => {
    const refund = wish({ outcome: 'refund', variant: null })
    expect(chooseOutcome(returned, exchanged, refund)).toEqual({
      ok: false,
      error: { code: 'outcome_not_offered', key: '1' },
    })
    expect(chooseOutcome(returned, exchanged, { ...refund, isGone: true })).toMatchObject({
      ok: true,
      value: { quote: { refund: 10_000, credit: 0 } },
    })
  })

  const store = { id: 'store', texts: { en: 'Store' }, price: 390 }
  const credit = wish({ outcome: 'store_credit', variant: null, method: store })
  const charged = (chosen: ReturnType<typeof chooseOutcome>) =>
    chosen.ok && [chosen.value.quote.credit, chosen.value.quote.charges.map(({ id, amount }) => [id, amount])]

  it('pays for the way once there is money to take its price from, as the policy has it', () => {
    expect(quote.charges).toEqual([])
    expect(charged(chooseOutcome(returned, exchanged, credit))).toEqual([10_810, [['store', 390]]])
    const free = { ...returned, decision: { ...decision, freeMethods: ['store'] } }
    expect(charged(chooseOutcome(free, exchanged, credit))).toEqual([11_200, []])
    const paid = {
      ...returned,
      quote: { ...quote, charges: [{ kind: 'method' as const, ...store, amount: 390, item: null }] },
    }
    expect(charged(chooseOutcome(paid, exchanged, credit))).toEqual([10_810, [['store', 390]]])
  })

  it('costs no more than was shown where the shop can’t send what was asked for', () => {
    expect(charged(chooseOutcome(returned, exchanged, { ...credit, isGone: true }))).toEqual([11_200, []])
  })

  it('is no wish where nothing was to be sent', () => {
    const error = { code: 'no_exchange', key: '1' }
    expect(chooseOutcome(returned, { ...exchanged, outcome: 'refund' }, wish({}))).toEqual({
      ok: false,
      error,
    })
    expect(chooseOutcome(returned, { ...exchanged, key: '9' }, wish({}))).toEqual({
      ok: false,
      error: { code: 'no_exchange', key: '9' },
    })
  })
})

describe('another way for a return', () => {
  const policy = policySchema.parse({
    ...defaultPolicy({ currency: 'EUR', locales: ['en'], destination: null, shopName: 'Shop' }),
    methods: [
      { kind: 'label', id: 'label', texts: { en: 'Label' }, carrier: 'dhl' },
      {
        kind: 'store',
        id: 'store',
        texts: { en: 'Store' },
        stores: [{ id: 'muc', name: 'Munich', address: 'Sendlinger Str. 1' }],
      },
      { kind: 'pickup', id: 'pickup', texts: { en: 'Pickup' }, carrier: 'dhl', leadDays: 1 },
    ],
  })
  const choose = (method: string, more = {}) =>
    chooseMethod(
      policy.methods,
      ['store', 'pickup'],
      { method, store: null, pickupDay: null, ...more },
      '2026-11-20',
    )

  it('is one that the policy allowed', () => {
    expect(choose('label')).toEqual({ ok: false, error: { code: 'unknown_method' } })
    expect(choose('nothing')).toEqual({ ok: false, error: { code: 'unknown_method' } })
  })

  it('names its store or its day', () => {
    expect(choose('store', { store: 'muc' })).toMatchObject({
      ok: true,
      value: { chosen: { store: { name: 'Munich' } } },
    })
    expect(choose('store', { store: 'ber' })).toEqual({ ok: false, error: { code: 'unknown_store' } })
    // 20 November 2026 is a Friday; one working day later is Monday.
    expect(choose('pickup', { pickupDay: '2026-11-23' })).toMatchObject({ ok: true })
    expect(choose('pickup', { pickupDay: '2026-11-21' })).toEqual({
      ok: false,
      error: { code: 'unknown_day' },
    })
    expect(choose('pickup')).toEqual({ ok: false, error: { code: 'unknown_day' } })
  })
})
