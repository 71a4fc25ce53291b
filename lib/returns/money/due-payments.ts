import { sumOf } from '@/lib/core/money'
import { isOwing } from './item-share'
import type { MoneyFacts, PaidBy } from './money-facts'
import { type Owed, owedNow } from './owed'
import { paidItem } from './paid-item'
import { nextOccurrence, type Payment, type PlannedPayment } from './payment'

export const isSent = ({ state }: Payment): boolean => state === 'sent'

export const amountsOf = (payments: readonly Pick<Payment, 'amount'>[]): number =>
  sumOf(payments.map(({ amount }) => amount))

export const ofKind = (facts: Pick<MoneyFacts, 'payments'>, kind: Payment['kind']): Payment[] =>
  facts.payments.filter((payment) => payment.kind === kind)

/** What may still be given back of an order: all that was paid for it, less what it has given back in whichever return. */
function leftOf(facts: MoneyFacts, orderId: string): number {
  const order = facts.orders.find(({ id }) => id === orderId)
  const given = facts.payments
    .filter(
      (payment) => payment.orderId === orderId && (payment.kind === 'refund' || payment.kind === 'credit'),
    )
    .map(({ amount, bonus }) => amount - bonus)
  const charged = amountsOf(ofKind(facts, 'charge').filter((one) => isSent(one) && one.orderId === orderId))
  return Math.max(0, (order?.paid ?? 0) + charged - (order?.given ?? 0) - sumOf(given))
}

/** What is due of a purse and not planned yet. */
function fresh(facts: MoneyFacts, { orderId, purse, amount, bonus, pieces }: Owed): PlannedPayment[] {
  const before = ofKind(facts, purse).filter((one) => one.orderId === orderId)
  const moreBonus = Math.max(0, bonus - sumOf(before.map((one) => one.bonus)))
  const more = Math.min(amount - amountsOf(before), leftOf(facts, orderId) + moreBonus)
  if (more <= 0) return []
  const occurrence = nextOccurrence(
    orderId,
    before.map((one) => one.occurrence),
  )
  const items = pieces.flatMap(({ key, quantity }) =>
    facts.items.filter((item) => item.key === key).map((item) => ({ ...paidItem(item), quantity })),
  )
  return [{ kind: purse, occurrence, orderId, amount: more, bonus: Math.min(moreBonus, more), items }]
}

/** What the shopper paid for an exchange that has become something cheaper since: it goes back. */
function withOverpaid(facts: MoneyFacts, owed: readonly Owed[]): readonly Owed[] {
  const [charge] = ofKind(facts, 'charge').filter(isSent)
  const back = amountsOf(ofKind(facts, 'charge').filter(isSent)) - facts.quote.pay
  if (!charge || back <= 0) return owed
  const purse = facts.gift ? ('credit' as const) : ('refund' as const)
  const same = (one: Owed) => one.orderId === charge.orderId && one.purse === purse
  return owed.some(same)
    ? owed.map((one) => (same(one) ? { ...one, amount: one.amount + back } : one))
    : [...owed, { orderId: charge.orderId, purse, amount: back, bonus: 0, pieces: [] }]
}

/** What the shopper gets and wasn't planned yet, by order and purse. */
export const duePayments = (facts: MoneyFacts, by: PaidBy): PlannedPayment[] =>
  isOwing(facts) ? withOverpaid(facts, owedNow(facts, by)).flatMap((one) => fresh(facts, one)) : []

/** What the shopper pays and wasn't asked for yet: once the return is approved. */
export function dueCharge(facts: MoneyFacts, by: PaidBy): PlannedPayment[] {
  const charges = ofKind(facts, 'charge')
  const amount = facts.quote.pay - amountsOf(charges)
  const waits = facts.blocked && by === 'trigger'
  if (!isOwing(facts) || waits || amount <= 0) return []
  const dearer = facts.quote.items.filter(({ difference }) => difference > 0).map(({ key }) => key)
  const items = facts.items.filter(({ key }) => dearer.includes(key))
  const orderId = (items[0] ?? facts.items[0])?.orderId
  if (orderId === undefined) return []
  const occurrence = nextOccurrence(
    '1',
    charges.map((one) => one.occurrence),
  )
  return [{ kind: 'charge', occurrence, orderId, amount, bonus: 0, items: items.map(paidItem) }]
}
