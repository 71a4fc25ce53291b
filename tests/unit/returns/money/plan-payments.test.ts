import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumOf } from '@/lib/core/money'
import { planExchanges } from '@/lib/returns/money/plan-exchanges'
import { planPaymentsOf } from '@/lib/returns/money/plan-payments'
import { GRADES, type Outcome, RETURN_STATES } from '@/lib/returns/vocabulary'
import { type AskedFor, CHECKED, moneyFacts, RECEIVED, written } from '@/tests/support/money-facts'

const AT = '2026-11-20T12:00:00.000Z'

const sums = (facts: ReturnType<typeof moneyFacts>, by?: 'merchant') =>
  planPaymentsOf(facts, by).add.map(({ kind, occurrence, amount }) => [kind, occurrence, amount])

describe('when money is due', () => {
  it('waits for the trigger of the shop', () => {
    expect(sums(moneyFacts([{}], { trigger: 'first_scan' }))).toEqual([])
    expect(sums(moneyFacts([{}], { trigger: 'receipt', sentAt: AT }))).toEqual([])
    expect(sums(moneyFacts([{ item: RECEIVED }], { sentAt: AT, receivedAt: AT }))).toEqual([])
  })

  it('comes with it', () => {
    const due = [['refund', 'order-1', 10_000]]
    expect(sums(moneyFacts([{}], { trigger: 'first_scan', sentAt: AT }))).toEqual(due)
    expect(sums(moneyFacts([{ item: RECEIVED }], { trigger: 'receipt', sentAt: AT }))).toEqual(due)
    expect(sums(moneyFacts([{ item: CHECKED }], { sentAt: AT }))).toEqual(due)
  })

  it.each(['requested', 'needs_review', 'rejected', 'cancelled', 'expired'] as const)(
    'never comes while a return is %s',
    (state) => {
      const facts = moneyFacts([{ item: CHECKED }], { state, sentAt: AT })
      expect(sums(facts)).toEqual([])
      expect(sums(facts, 'merchant')).toEqual([])
    },
  )

  it('needs a person where the shop’s list, a grade or an objection says so', () => {
    const blocked = moneyFacts([{ item: CHECKED }], { blocked: true, sentAt: AT })
    const worn = moneyFacts([{ item: { ...CHECKED, grade: 'worn', deduction: 2_500 } }], { sentAt: AT })
    const contested = moneyFacts([{ item: { ...CHECKED, deduction: 2_500, contestedAt: AT } }], {
      sentAt: AT,
    })
    for (const facts of [blocked, worn, contested]) expect(sums(facts)).toEqual([])
    expect(sums(blocked, 'merchant')).toEqual([['refund', 'order-1', 10_000]])
    expect(sums(worn, 'merchant')).toEqual([['refund', 'order-1', 7_500]])
    expect(sums(contested, 'merchant')).toEqual([['refund', 'order-1', 7_500]])
  })

  it('comes at once for what nobody sends back', () => {
    expect(sums(moneyFacts([{ outcome: 'keep' }]))).toEqual([['refund', 'order-1', 10_000]])
  })

  it('is one refund for an order: pieces that came wait for the look at the others', () => {
    const half = moneyFacts([{ item: CHECKED }, { item: RECEIVED }], { sentAt: AT })
    expect(sums(half)).toEqual([])
    const whole = moneyFacts([{ item: CHECKED }, { item: CHECKED }], { sentAt: AT })
    expect(sums(whole)).toEqual([['refund', 'order-1', 20_000]])
  })

  it('is one refund for each order', () => {
    const facts = moneyFacts([{ item: CHECKED }, { order: 'order-2', item: CHECKED }], { sentAt: AT })
    expect(sums(facts)).toEqual([
      ['refund', 'order-1', 10_000],
      ['refund', 'order-2', 10_000],
    ])
  })

  it('is paid for the pieces that came, the rest when it comes', () => {
    const wish: AskedFor = { quantity: 3, price: 3_333, item: { ...RECEIVED, receivedQuantity: 2 } }
    const first = moneyFacts([wish], { trigger: 'receipt', sentAt: AT })
    expect(sums(first)).toEqual([['refund', 'order-1', 6_666]])
    const payments = written(planPaymentsOf(first).add)
    expect(sums({ ...first, payments })).toEqual([])
    const last = moneyFacts([{ ...wish, item: { ...RECEIVED, receivedQuantity: 3 } }], {
      trigger: 'receipt',
      sentAt: AT,
      payments,
    })
    expect(sums(last)).toEqual([['refund', 'order-1:2', 3_333]])
  })
})

describe('how much is due', () => {
  it('is the quote’s sum: fees, shipping and the dearer exchange are in it', () => {
    const facts = moneyFacts(
      [{ item: CHECKED }, { outcome: 'exchange_product', newPrice: 12_000, item: CHECKED }],
      { sentAt: AT, fee: 500, shipping: 490, refundShipping: true },
    )
    expect(facts.quote).toMatchObject({ refund: 10_000 + 490 - 2_000 - 500, pay: 0 })
    expect(sums(facts)).toEqual([['refund', 'order-1', 7_990]])
  })

  it('gives shipping back with the last of an order’s items', () => {
    const circumstances = { trigger: 'receipt', sentAt: AT, shipping: 490, refundShipping: true } as const
    const first = moneyFacts([{ item: RECEIVED }, {}], circumstances)
    expect(sums(first)).toEqual([['refund', 'order-1', 10_000]])
    const payments = written(planPaymentsOf(first).add)
    const last = moneyFacts([{ item: RECEIVED }, { item: RECEIVED }], { ...circumstances, payments })
    expect(sums(last)).toEqual([['refund', 'order-1:2', 10_490]])
  })

  it('says what of it is the order’s shipping', () => {
    const kept = { shipping: 490, refundShipping: true }
    expect(planPaymentsOf(moneyFacts([{ outcome: 'keep' }], kept)).add).toMatchObject([
      { amount: 10_490, shipping: 490 },
    ])
    const part = moneyFacts([{ outcome: 'keep' }, { item: CHECKED }], {
      ...kept,
      state: 'approved',
      trigger: 'first_scan',
    })
    const first = planPaymentsOf(part).add
    expect(first).toMatchObject([{ amount: 10_000, shipping: 0 }])
    const payments = written(first)
    expect(planPaymentsOf({ ...part, sentAt: AT, payments }).add).toMatchObject([
      { amount: 10_490, shipping: 490 },
    ])
  })

  it('is store credit with the shop’s bonus', () => {
    const facts = moneyFacts([{ outcome: 'store_credit', bonusPercent: 10, item: CHECKED }], { sentAt: AT })
    expect(planPaymentsOf(facts).add).toMatchObject([{ kind: 'credit', amount: 11_000, bonus: 1_000 }])
  })

  it('is store credit for a present', () => {
    expect(sums(moneyFacts([{ item: CHECKED }], { sentAt: AT, gift: true }))).toEqual([
      ['credit', 'order-1', 10_000],
    ])
  })

  it('is the difference of a cheaper exchange', () => {
    const facts = moneyFacts([{ outcome: 'exchange_product', newPrice: 7_000, item: CHECKED }], {
      sentAt: AT,
    })
    expect(sums(facts)).toEqual([['refund', 'order-1', 3_000]])
  })

  it('asks for what a dearer exchange costs more, once it is approved', () => {
    const facts = moneyFacts([{ outcome: 'exchange_product', newPrice: 13_000 }])
    expect(sums(facts)).toEqual([['charge', '1', 3_000]])
    expect(sums({ ...facts, state: 'needs_review' })).toEqual([])
  })

  it('takes a deduction beyond its own item off the rest', () => {
    const worn = { ...CHECKED, deduction: 4_000 }
    const facts = moneyFacts([{ outcome: 'exchange_variant', item: worn }, { item: CHECKED }], { sentAt: AT })
    expect(sums(facts)).toEqual([['refund', 'order-1', 6_000]])
  })

  it('adds what an answered objection gives back', () => {
    const held = moneyFacts([{ item: { ...CHECKED, deduction: 2_500 } }], { sentAt: AT })
    const payments = written(planPaymentsOf(held).add)
    const answered = { ...CHECKED, deduction: 500, contestedAt: AT, contestAnsweredAt: AT }
    const facts = moneyFacts([{ item: answered }], { sentAt: AT, payments, state: 'refunded' })
    expect(sums(facts)).toEqual([['refund', 'order-1:2', 2_000]])
  })

  it('is never more than what is left of what was paid for the order', () => {
    const facts = moneyFacts([{ item: CHECKED }], {
      sentAt: AT,
      orders: [{ id: 'order-1', paid: 10_000, given: 8_000 }],
    })
    expect(sums(facts)).toEqual([['refund', 'order-1', 2_000]])
  })

  it('gives back what was paid for an exchange that became a refund', () => {
    const before = moneyFacts([{ outcome: 'exchange_product', newPrice: 13_000 }])
    const payments = written(planPaymentsOf(before).add)
    const facts = moneyFacts([{ item: CHECKED }], { sentAt: AT, payments })
    expect(sums(facts)).toEqual([['refund', 'order-1', 13_000]])
  })
})

describe('what nobody has acted on', () => {
  it('is withdrawn when the shopper has chosen otherwise', () => {
    const before = moneyFacts([{ outcome: 'exchange_product', newPrice: 13_000 }])
    const charge = written(planPaymentsOf(before).add, 'waiting')
    expect(planPaymentsOf(moneyFacts([{}], { payments: charge })).withdraw).toEqual(['charge 1'])
    const asked = written(planPaymentsOf(before).add, 'asked')
    expect(planPaymentsOf(moneyFacts([{}], { payments: asked })).withdraw).toEqual([])
  })

  it('is withdrawn when the return is called off', () => {
    const payments = written(planPaymentsOf(moneyFacts([{ outcome: 'keep' }])).add, 'due')
    const facts = moneyFacts([{ outcome: 'keep' }], { payments, state: 'cancelled' })
    expect(planPaymentsOf(facts)).toEqual({ add: [], withdraw: ['refund order-1'], settled: false })
  })
})

describe('what was paid for an exchange that came to nothing', () => {
  const wish: AskedFor = { outcome: 'exchange_product', newPrice: 13_000 }
  const before = moneyFacts([wish])
  const paid = written(planPaymentsOf(before).add)

  it.each(['rejected', 'cancelled', 'expired'] as const)(
    'goes back of a return that was %s, once',
    (state) => {
      const facts = moneyFacts([wish], { state, payments: paid })
      expect(planPaymentsOf(facts)).toMatchObject({
        add: [{ kind: 'refund', occurrence: 'order-1', amount: 3_000, back: 3_000 }],
        withdraw: [],
        settled: false,
      })
      for (const how of ['due', 'waiting', 'failed', 'asked', 'sent'] as const) {
        const payments = [...paid, ...written(planPaymentsOf(facts).add, how)]
        expect(planPaymentsOf({ ...facts, payments })).toEqual({ add: [], withdraw: [], settled: false })
      }
    },
  )

  it('stays with the shop where the new item has left all the same', () => {
    const sent = written(
      planExchanges({ ...before, payments: paid, shipExchange: 'at_once' }, 'trigger', 'webhook').map(
        ({ payment }) => payment,
      ),
    )
    expect(sent).toHaveLength(1)
    expect(sums(moneyFacts([wish], { state: 'expired', payments: [...paid, ...sent] }))).toEqual([])
  })

  it('comes on top of what was given for a kept item', () => {
    const wishes: AskedFor[] = [
      wish,
      { outcome: 'store_credit' },
      { order: 'order-2', outcome: 'keep', price: 500 },
    ]
    const all = moneyFacts(wishes)
    const payments = written(planPaymentsOf(all).add)
    expect(payments.map(({ kind, amount }) => [kind, amount])).toEqual([['charge', 2_500]])
    expect(sums(moneyFacts(wishes, { state: 'cancelled', payments }))).toEqual([['refund', 'order-1', 2_500]])
  })

  it('is asked for anew when the return is taken up again, and the goods wait for it', () => {
    const off = moneyFacts([wish], { state: 'cancelled', payments: paid })
    const payments = [...paid, ...written(planPaymentsOf(off).add)]
    const again = moneyFacts([wish], { payments, shipExchange: 'at_once' })
    expect(sums(again)).toEqual([['charge', '1:2', 3_000]])
    expect(planExchanges(again, 'trigger', 'webhook')).toEqual([])
    const twice = { ...again, payments: [...payments, ...written(planPaymentsOf(again).add)] }
    expect(sums(twice)).toEqual([])
    expect(planExchanges(twice, 'trigger', 'webhook')).toHaveLength(1)
    expect(sums({ ...twice, state: 'cancelled' })).toEqual([['refund', 'order-1:2', 3_000]])
  })

  it('stays where it is when the return is taken up again before anybody has given it back', () => {
    const off = moneyFacts([wish], { state: 'cancelled', payments: paid })
    const payments = [...paid, ...written(planPaymentsOf(off).add, 'waiting')]
    expect(planPaymentsOf(moneyFacts([wish], { payments }))).toEqual({
      add: [],
      withdraw: ['refund order-1'],
      settled: false,
    })
  })
})

describe('what is sent in exchange', () => {
  const sends = (
    asked: AskedFor,
    more: Parameters<typeof moneyFacts>[1],
    by: 'trigger' | 'merchant' = 'trigger',
  ) => planExchanges(moneyFacts([{ outcome: 'exchange_variant', ...asked }], more), by, 'webhook').length

  it('leaves by the shop’s rule', () => {
    expect(sends({}, { shipExchange: 'at_once' })).toBe(1)
    expect(sends({}, { shipExchange: 'first_scan' })).toBe(0)
    expect(sends({}, { shipExchange: 'first_scan', sentAt: AT })).toBe(1)
    expect(sends({}, { shipExchange: 'receipt', sentAt: AT })).toBe(0)
    expect(sends({ item: RECEIVED }, { shipExchange: 'receipt', sentAt: AT })).toBe(1)
  })

  it('leaves after what it costs more was paid, but where the platform waits for that itself', () => {
    const asked: AskedFor = { outcome: 'exchange_product', newPrice: 13_000 }
    const facts = moneyFacts([asked], { shipExchange: 'at_once' })
    expect(planExchanges(facts, 'trigger', 'webhook')).toEqual([])
    expect(planExchanges(facts, 'trigger', 'shopify')).toHaveLength(1)
    const payments = written(planPaymentsOf(facts).add)
    expect(planExchanges({ ...facts, payments }, 'trigger', 'webhook')).toHaveLength(1)
  })

  it('waits for a person where one has to look, and never leaves twice', () => {
    expect(sends({}, { shipExchange: 'at_once', blocked: true })).toBe(0)
    expect(sends({}, { shipExchange: 'at_once', blocked: true }, 'merchant')).toBe(1)
    const facts = moneyFacts([{ outcome: 'exchange_variant' }], { shipExchange: 'at_once' })
    const payments = written(
      planExchanges(facts, 'trigger', 'webhook').map(({ payment }) => payment),
      'due',
    )
    expect(planExchanges({ ...facts, payments }, 'trigger', 'webhook')).toEqual([])
  })

  it('is a repaired thing only when it has come', () => {
    expect(sends({ outcome: 'repair' }, { shipExchange: 'at_once' })).toBe(0)
    expect(sends({ outcome: 'repair', item: RECEIVED }, { shipExchange: 'at_once', sentAt: AT })).toBe(1)
  })
})

describe('a return is settled', () => {
  it('when all that it owes is sent and nothing more can come', () => {
    const facts = moneyFacts([{ item: CHECKED }], { sentAt: AT })
    const { add } = planPaymentsOf(facts)
    expect(planPaymentsOf({ ...facts, payments: written(add, 'waiting') }).settled).toBe(false)
    expect(planPaymentsOf({ ...facts, payments: written(add) }).settled).toBe(true)
  })

  it('not while pieces are still on their way, nor before an exchanged thing is back', () => {
    const part = moneyFacts([{ item: RECEIVED }, {}], { trigger: 'receipt', sentAt: AT })
    expect(planPaymentsOf({ ...part, payments: written(planPaymentsOf(part).add) }).settled).toBe(false)
    const gone = moneyFacts([{ outcome: 'exchange_variant' }], { shipExchange: 'at_once' })
    const payments = written(planExchanges(gone, 'trigger', 'webhook').map(({ payment }) => payment))
    expect(planPaymentsOf({ ...gone, payments }).settled).toBe(false)
    const back = moneyFacts([{ outcome: 'exchange_variant', item: RECEIVED }], {
      shipExchange: 'at_once',
      payments,
    })
    expect(planPaymentsOf(back).settled).toBe(true)
  })

  it('where nothing is owed at all, once nothing more can become due', () => {
    const fee = { sentAt: AT, fee: 10_000 }
    expect(planPaymentsOf(moneyFacts([{}], fee)).settled).toBe(false)
    expect(planPaymentsOf(moneyFacts([{ item: RECEIVED }], fee)).settled).toBe(false)
    expect(planPaymentsOf(moneyFacts([{ item: CHECKED }], fee))).toEqual({
      add: [],
      withdraw: [],
      settled: true,
    })
    const missing = { ...CHECKED, receivedQuantity: 0, receivedAt: null, grade: 'missing' } as const
    expect(planPaymentsOf(moneyFacts([{ item: missing }], { sentAt: AT })).settled).toBe(true)
    const worthless = { ...CHECKED, grade: 'worn', deduction: 10_000 } as const
    expect(planPaymentsOf(moneyFacts([{ item: worthless }], { sentAt: AT })).settled).toBe(true)
  })

  it('not where goods are owed, nor while an objection waits for its answer', () => {
    const broken = { ...CHECKED, grade: 'damaged' } as const
    expect(planPaymentsOf(moneyFacts([{ outcome: 'replacement', item: broken }])).settled).toBe(false)
    const contested = { ...CHECKED, deduction: 10_000, contestedAt: AT }
    expect(planPaymentsOf(moneyFacts([{ item: contested }], { sentAt: AT })).settled).toBe(false)
    const answered = { ...contested, contestAnsweredAt: AT }
    expect(planPaymentsOf(moneyFacts([{ item: answered }], { sentAt: AT })).settled).toBe(true)
  })

  it('when a person has had paid what waited for one', () => {
    const worn = moneyFacts([{ item: { ...CHECKED, grade: 'worn', deduction: 2_500 } }], { sentAt: AT })
    const payments = written(planPaymentsOf(worn, 'merchant').add)
    expect(planPaymentsOf({ ...worn, payments }).settled).toBe(true)
  })
})

const outcomes: Outcome[] = ['refund', 'store_credit', 'exchange_product', 'keep', 'replacement']

const asked = fc.record({
  order: fc.constantFrom('order-1', 'order-2'),
  outcome: fc.constantFrom(...outcomes),
  price: fc.integer({ min: 0, max: 50_000 }),
  quantity: fc.integer({ min: 1, max: 4 }),
  newPrice: fc.integer({ min: 0, max: 60_000 }),
  bonusPercent: fc.integer({ min: 0, max: 20 }),
})

/** How far an item has come at some moment, and what was found. */
const step = fc.array(
  fc.record({
    received: fc.integer({ min: 0, max: 4 }),
    checked: fc.boolean(),
    grade: fc.constantFrom(...GRADES),
    deduction: fc.integer({ min: 0, max: 30_000 }),
    contested: fc.boolean(),
  }),
  { minLength: 4, maxLength: 4 },
)

describe('whatever happens in whatever order', () => {
  it('never owes more than the quote less all deductions, nor more of an order than was paid for it', () => {
    fc.assert(
      fc.property(
        fc.array(asked, { minLength: 1, maxLength: 4 }),
        fc.array(fc.tuple(step, fc.constantFrom(...RETURN_STATES), fc.constantFrom('trigger', 'merchant')), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.record({
          trigger: fc.constantFrom('first_scan', 'receipt', 'check'),
          gift: fc.boolean(),
          fee: fc.integer({ min: 0, max: 3_000 }),
          shipping: fc.integer({ min: 0, max: 900 }),
          refundShipping: fc.boolean(),
        }),
        (wishes, moments, circumstances) => {
          let payments = written([])
          let deductions: number[] = []
          for (const [items, state, by] of moments) {
            // A deduction that was made stays or grows here, so that the bound at the end is the last one.
            deductions = wishes.map((_, index) =>
              Math.max(deductions[index] ?? 0, payments.length > 0 ? 0 : (items[index]?.deduction ?? 0)),
            )
            const facts = moneyFacts(
              wishes.map((wish, index) => {
                const now = items[index]
                const receivedQuantity = Math.min(now?.received ?? 0, wish.quantity)
                return {
                  ...wish,
                  item: {
                    receivedQuantity,
                    receivedAt: receivedQuantity > 0 ? AT : null,
                    checkedAt: now?.checked ? AT : null,
                    grade: now?.checked ? now.grade : null,
                    deduction: deductions[index] ?? 0,
                    contestedAt: now?.contested ? AT : null,
                  },
                }
              }),
              { ...circumstances, state, sentAt: AT, payments },
            )
            const { add } = planPaymentsOf(facts, by)
            expect(add.every(({ amount }) => amount > 0)).toBe(true)
            payments = [...payments, ...written(add)]
            expect(planPaymentsOf({ ...facts, payments }, by).add).toEqual([])
            const money = payments.filter(({ kind }) => kind === 'refund' || kind === 'credit')
            const charges = payments.filter(({ kind }) => kind === 'charge')
            const { quote, orders } = facts
            const bound = Math.max(0, quote.refund + quote.credit - sumOf(deductions))
            expect(sumOf(money.map(({ amount, back }) => amount - back))).toBeLessThanOrEqual(
              payments.length === 0 ? 0 : Math.max(bound, 0),
            )
            expect(sumOf(money.map(({ back }) => back))).toBeLessThanOrEqual(
              sumOf(charges.map(({ amount }) => amount)),
            )
            for (const order of orders) {
              const own = money.filter(({ orderId }) => orderId === order.id)
              expect(sumOf(own.map(({ amount, bonus, back }) => amount - bonus - back))).toBeLessThanOrEqual(
                order.paid,
              )
            }
            expect(new Set(payments.map(({ kind, occurrence }) => `${kind} ${occurrence}`)).size).toBe(
              payments.length,
            )
          }
        },
      ),
      { numRuns: 400 },
    )
  })
})
