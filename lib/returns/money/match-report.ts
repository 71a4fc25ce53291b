import { fail, ok, type Result } from '@/lib/core/result'
import { duePayments, isSent } from './due-payments'
import type { MoneyFacts } from './money-facts'
import { type Payment, type PaymentKind, type PlannedPayment, partsWithin } from './payment'

/** What a merchant says they did. */
export type PaymentReport = {
  /** The payment's id; null: by kind and order. */
  payment: string | null
  kind: PaymentKind
  /** Null: the only order there is one for. */
  orderId: string | null
  /** Minor units; null: all of it. */
  amount: number | null
  reference: string | null
}

export type ReportRefusal =
  | { code: 'unknown_payment' }
  /** Several orders are owed for: the report has to name one. */
  | { code: 'order_needed' }
  /** It is being asked for this very moment. */
  | { code: 'payment_running' }
  | { code: 'payment_sent'; amount: number; reference: string | null }
  /** `due`: the most that is owed, in minor units. */
  | { code: 'more_than_due'; due: number }

export type MatchedReport =
  /** The same was reported before. */
  | { kind: 'known'; payment: Payment }
  /** `amount`: what it becomes, where less was sent than planned; the rest is planned anew. */
  | { kind: 'standing'; payment: Payment; amount: number }
  /** It was owed no longer, and has happened all the same. */
  | { kind: 'withdrawn'; payment: Payment; amount: number }
  /** Done by hand before anybody planned it. */
  | { kind: 'fresh'; payment: PlannedPayment }

const isSame = (payment: Payment, report: PaymentReport): boolean =>
  payment.reference === report.reference && (report.amount === null || report.amount === payment.amount)

/** A charge or an exchange is done whole, money may go in parts. */
const DIVISIBLE: Record<PaymentKind, boolean> = { refund: true, credit: true, exchange: false, charge: false }

function matchStanding(payment: Payment, report: PaymentReport): Result<MatchedReport, ReportRefusal> {
  if (isSent(payment))
    return isSame(payment, report)
      ? ok({ kind: 'known', payment })
      : fail({ code: 'payment_sent', amount: payment.amount, reference: payment.reference })
  if (payment.state === 'asked') return fail({ code: 'payment_running' })
  const amount = report.amount ?? payment.amount
  const isPart = amount > 0 && amount < payment.amount && DIVISIBLE[payment.kind]
  if (amount !== payment.amount && !isPart) return fail({ code: 'more_than_due', due: payment.amount })
  return ok({ kind: payment.state === 'withdrawn' ? 'withdrawn' : 'standing', payment, amount })
}

/** The one of several that a report can only mean: by its amount. */
function onlyOne(payments: readonly Payment[], report: PaymentReport): Payment | null {
  const [first, ...others] = payments
  if (others.length === 0) return first ?? null
  const [exact, ...more] = payments.filter(({ amount }) => amount === report.amount)
  return exact && more.length === 0 ? exact : null
}

/** Done by hand: at most what the return owes, whatever it waits for. */
function matchFresh(facts: MoneyFacts, report: PaymentReport): Result<MatchedReport, ReportRefusal> {
  const due = duePayments(facts, 'merchant').filter(
    ({ kind, orderId }) => kind === report.kind && (report.orderId === null || orderId === report.orderId),
  )
  const [first, ...others] = due
  if (!first) return fail({ code: 'more_than_due', due: 0 })
  if (others.length > 0) return fail({ code: 'order_needed' })
  const amount = report.amount ?? first.amount
  return amount > first.amount || amount <= 0
    ? fail({ code: 'more_than_due', due: first.amount })
    : ok({ kind: 'fresh', payment: { ...first, amount, ...partsWithin(first, amount) } })
}

/**
 * Which payment a report means. The same report twice is the same answer; what was sent already, more than is owed and what is
 * being asked for right now are refused.
 */
export function matchReport(facts: MoneyFacts, report: PaymentReport): Result<MatchedReport, ReportRefusal> {
  if (report.payment !== null) {
    const named = [...facts.payments, ...facts.withdrawn].find(({ id }) => id === report.payment)
    return named ? matchStanding(named, report) : fail({ code: 'unknown_payment' })
  }
  const isAlike = ({ kind, orderId }: Payment) =>
    kind === report.kind && (report.orderId === null || orderId === report.orderId)
  const alike = facts.payments.filter(isAlike)
  const known = alike.find(
    (payment) => isSent(payment) && report.reference !== null && isSame(payment, report),
  )
  if (known) return ok({ kind: 'known', payment: known })
  const matchOne = (payments: readonly Payment[]) => {
    const only = onlyOne(payments, report)
    return only ? matchStanding(only, report) : fail({ code: 'order_needed' as const })
  }
  const open = alike.filter((payment) => !isSent(payment))
  if (open.length > 0) return matchOne(open)
  const made = DIVISIBLE[report.kind]
    ? matchFresh(facts, report)
    : fail({ code: 'more_than_due' as const, due: 0 })
  if (made.ok) return made
  const same = alike.find((payment) => isSame(payment, report))
  if (same) return ok({ kind: 'known', payment: same })
  const withdrawn = facts.withdrawn.filter(isAlike)
  return withdrawn.length > 0 ? matchOne(withdrawn) : made
}
