import { SENDS_SOMETHING } from '@/lib/returns/vocabulary'
import { amountsOf, dueCharge, duePayments, isSent, ofKind, overpaid } from './due-payments'
import { isCalledOff, isContested, isExchangeOver, isOwing, itemShare } from './item-share'
import type { MoneyFacts, MoneyItem, PaidBy } from './money-facts'
import { goodsOf } from './paid-item'
import { backOf, isKnown, isUntouched, type Payment, type PlannedPayment } from './payment'

type PaymentPlan = {
  /** To be written. */
  add: PlannedPayment[]
  /** Ids of those that nobody has acted on and that are owed no longer. */
  withdraw: string[]
  /** Whether all that is owed has been sent and nothing more can become due. */
  settled: boolean
}

const names = (payment: Payment, { key }: MoneyItem): boolean =>
  payment.items.some((paid) => paid.key === key)

/** Whether the items of a payment are still to be exchanged for what it sends. */
const stillSends = (payment: Payment, facts: MoneyFacts): boolean =>
  payment.items.every((paid) =>
    facts.items.some(
      (item) =>
        item.key === paid.key && SENDS_SOMETHING[item.outcome] && goodsOf(item)?.sku === paid.exchange?.sku,
    ),
  )

const isOnlyBack = ({ back, amount }: Payment): boolean => back > 0 && back === amount

/** What nobody has acted on and is owed no longer: the return was called off, or the shopper has chosen otherwise since. */
function stale(facts: MoneyFacts): Payment[] {
  const back = backOf(facts.payments)
  const tooMuch = amountsOf(ofKind(facts, 'charge')) - back > facts.quote.pay
  const isOff = isCalledOff(facts)
  const isKept = back <= overpaid(facts)
  return facts.payments.filter(
    (payment) =>
      isUntouched(payment) &&
      ((isOff && !isOnlyBack(payment)) ||
        (payment.back > 0 && !isKept) ||
        (payment.kind === 'exchange' && !stillSends(payment, facts)) ||
        (payment.kind === 'charge' && tooMuch)),
  )
}

/** Whether nothing more of an item can become due, its goods included. */
function isOver(item: MoneyItem, facts: MoneyFacts): boolean {
  const sent = facts.payments.filter((payment) => isSent(payment) && names(payment, item))
  if (SENDS_SOMETHING[item.outcome])
    return sent.some(({ kind }) => kind === 'exchange') && isExchangeOver(item, facts)
  if (itemShare(item, facts, 'trigger').final) return true
  // What waits for a person is over when that person has had it paid, or found nothing to pay.
  const isLooked = sent.length > 0 || (item.checkedAt !== null && !isContested(item))
  return isLooked && duePayments(facts, 'merchant').length === 0
}

/**
 * What a return owes now and nobody has been asked for yet. Plans nothing twice: what was planned counts, whatever became of
 * it, so a second look finds only what has come on top.
 */
export function planPaymentsOf(facts: MoneyFacts, by: PaidBy = 'trigger'): PaymentPlan {
  const taken = stale(facts)
  const now = {
    ...facts,
    payments: facts.payments.filter((payment) => !taken.includes(payment)),
    withdrawn: [...facts.withdrawn, ...taken.filter(isKnown)],
  }
  const add = [...duePayments(now, by), ...dueCharge(now, by)]
  return {
    add,
    withdraw: taken.map(({ id }) => id),
    settled:
      isOwing(now) &&
      add.length === 0 &&
      now.payments.every(isSent) &&
      now.items.every((item) => isOver(item, now)),
  }
}
