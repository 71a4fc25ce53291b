import { describe, expect, it } from 'vitest'
import { matchReport, type PaymentReport } from '@/lib/returns/money/match-report'
import type { Payment } from '@/lib/returns/money/payment'
import { planPaymentsOf } from '@/lib/returns/money/plan-payments'
import { CHECKED, moneyFacts, written } from '@/tests/support/money-facts'

const AT = '2026-11-20T12:00:00.000Z'
const facts = moneyFacts([{ item: CHECKED }, { order: 'order-2', price: 4_000, item: CHECKED }], {
  sentAt: AT,
})
const standing = (state: Payment['state'], reference: string | null = null) => ({
  ...facts,
  payments: written(planPaymentsOf(facts).add, state).map((one) => ({ ...one, reference })),
})
const said = (more: Partial<PaymentReport> = {}): PaymentReport => ({
  payment: null,
  kind: 'refund',
  orderId: null,
  amount: null,
  reference: null,
  ...more,
})

describe('a merchant’s report', () => {
  it('is the payment that it names', () => {
    expect(matchReport(standing('waiting'), said({ payment: 'refund order-2' }))).toMatchObject({
      ok: true,
      value: { kind: 'standing', amount: 4_000 },
    })
    expect(matchReport(standing('waiting'), said({ payment: 'refund order-9' }))).toEqual({
      ok: false,
      error: { code: 'unknown_payment' },
    })
  })

  it('is the only one that it can mean: by its order, or by its amount', () => {
    const byOrder = matchReport(standing('waiting'), said({ orderId: 'order-2' }))
    const byAmount = matchReport(standing('waiting'), said({ amount: 4_000 }))
    for (const matched of [byOrder, byAmount])
      expect(matched).toMatchObject({ ok: true, value: { payment: { id: 'refund order-2' } } })
    expect(matchReport(standing('waiting'), said())).toEqual({ ok: false, error: { code: 'order_needed' } })
  })

  it('is refused while the payment is being asked for', () => {
    expect(matchReport(standing('asked'), said({ orderId: 'order-2' }))).toEqual({
      ok: false,
      error: { code: 'payment_running' },
    })
  })

  it('is taken of what was withdrawn, where nothing else is meant', () => {
    const withdrawn = standing('withdrawn').payments
    const off = { ...facts, state: 'cancelled' as const, payments: [], withdrawn }
    const [named, alone] = [said({ payment: 'refund order-2', amount: 1_500 }), said({ orderId: 'order-2' })]
    expect(matchReport(off, named)).toMatchObject({
      ok: true,
      value: { kind: 'withdrawn', payment: { id: 'refund order-2' }, amount: 1_500 },
    })
    expect(matchReport(off, alone)).toMatchObject({ ok: true, value: { kind: 'withdrawn', amount: 4_000 } })
    expect(matchReport(off, said())).toEqual({ ok: false, error: { code: 'order_needed' } })
    expect(matchReport(off, said({ orderId: 'order-2', amount: 4_001 }))).toEqual({
      ok: false,
      error: { code: 'more_than_due', due: 4_000 },
    })
    const again = { ...facts, payments: standing('waiting').payments, withdrawn }
    expect(matchReport(again, alone)).toMatchObject({ ok: true, value: { kind: 'standing' } })
  })

  it('closes what failed', () => {
    expect(matchReport(standing('failed'), said({ orderId: 'order-2', amount: 4_000 }))).toMatchObject({
      ok: true,
    })
  })

  it('is known when the same was said before, and refused when it says something else of it', () => {
    const sent = standing('sent', 'a')
    const same = said({ payment: 'refund order-2', amount: 4_000, reference: 'a' })
    expect(matchReport(sent, same)).toMatchObject({ ok: true, value: { kind: 'known' } })
    expect(matchReport(sent, { ...same, payment: null })).toMatchObject({
      ok: true,
      value: { kind: 'known' },
    })
    expect(matchReport(sent, { ...same, reference: 'b' })).toEqual({
      ok: false,
      error: { code: 'payment_sent', amount: 4_000, reference: 'a' },
    })
    expect(matchReport(sent, said({ orderId: 'order-2', amount: 4_000, reference: 'b' }))).toEqual({
      ok: false,
      error: { code: 'more_than_due', due: 0 },
    })
  })

  it('of what was done by hand is at most what is due', () => {
    const none = { ...facts, payments: [] }
    const much = matchReport(none, said({ orderId: 'order-2', amount: 4_001 }))
    expect(much).toEqual({ ok: false, error: { code: 'more_than_due', due: 4_000 } })
    expect(matchReport(none, said({ orderId: 'order-2', amount: 0 }))).toMatchObject({ ok: false })
    expect(matchReport(none, said({ orderId: 'order-2', amount: 1_500 }))).toMatchObject({
      ok: true,
      value: { kind: 'fresh', payment: { amount: 1_500 } },
    })
    expect(matchReport(none, said({ kind: 'credit', amount: 100 }))).toMatchObject({
      error: { code: 'more_than_due', due: 0 },
    })
    expect(matchReport(none, said({ kind: 'exchange' }))).toMatchObject({ error: { due: 0 } })
  })

  it('takes goods and charges whole', () => {
    const dearer = moneyFacts([{ outcome: 'exchange_product', newPrice: 13_000 }])
    const payments = written(planPaymentsOf(dearer).add, 'waiting')
    expect(matchReport({ ...dearer, payments }, said({ kind: 'charge', amount: 2_999 }))).toEqual({
      ok: false,
      error: { code: 'more_than_due', due: 3_000 },
    })
    expect(matchReport({ ...dearer, payments }, said({ kind: 'charge' }))).toMatchObject({ ok: true })
  })
})
