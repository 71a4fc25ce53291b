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

/** What goes to the shopper as money; a bonus is a present on top of it. */
const moneyOf = (facts: Pick<MoneyFacts, 'payments'>): Payment[] => [
  ...ofKind(facts, 'refund'),
  ...ofKind(facts, 'credit'),
]

const charged = (facts: MoneyFacts): Payment[] => ofKind(facts, 'charge').filter(isSent)

/** What the shopper paid for an exchange that has become something cheaper since: it goes back. */
const overpaid = (facts: MoneyFacts): number => Math.max(0, amountsOf(charged(facts)) - facts.quote.pay)

/** What may still be given back of an order: all that was paid for it, less what it has given back in whichever return. */
function leftOfOrder(facts: MoneyFacts, orderId: string): number {
  const order = facts.orders.find(({ id }) => id === orderId)
  const given = moneyOf(facts).filter((payment) => payment.orderId === orderId)
  const paid = (order?.paid ?? 0) + amountsOf(charged(facts).filter((one) => one.orderId === orderId))
  return paid - (order?.given ?? 0) - sumOf(given.map(({ amount, bonus }) => amount - bonus))
}

/** What the return may still give back: its quote less every deduction, and what was paid too much. */
const leftOfReturn = (facts: MoneyFacts): number =>
  facts.quote.refund +
  facts.quote.credit +
  overpaid(facts) -
  sumOf(facts.items.map(({ deduction }) => deduction)) -
  amountsOf(moneyOf(facts))

/** What is due of a purse and not planned yet. */
function fresh(facts: MoneyFacts, { orderId, purse, amount, bonus, pieces }: Owed): PlannedPayment[] {
  const before = ofKind(facts, purse).filter((one) => one.orderId === orderId)
  const moreBonus = Math.max(0, bonus - sumOf(before.map((one) => one.bonus)))
  const more = Math.min(
    amount - amountsOf(before),
    leftOfOrder(facts, orderId) + moreBonus,
    leftOfReturn(facts),
  )
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

function withOverpaid(facts: MoneyFacts, owed: readonly Owed[]): readonly Owed[] {
  const [charge] = charged(facts)
  const back = overpaid(facts)
  if (!charge || back === 0) return owed
  const purse = facts.gift ? ('credit' as const) : ('refund' as const)
  const same = (one: Owed) => one.orderId === charge.orderId && one.purse === purse
  return owed.some(same)
    ? owed.map((one) => (same(one) ? { ...one, amount: one.amount + back } : one))
    : [...owed, { orderId: charge.orderId, purse, amount: back, bonus: 0, pieces: [] }]
}

/** A plan counts like what is planned already, for what comes after it. */
const counted = (planned: PlannedPayment): Payment => ({
  ...planned,
  id: '',
  state: 'due',
  backend: 'manual',
  reference: null,
})

/** What the shopper gets and wasn't planned yet, by order and purse. */
export function duePayments(facts: MoneyFacts, by: PaidBy): PlannedPayment[] {
  if (!isOwing(facts)) return []
  const planned: PlannedPayment[] = []
  for (const one of withOverpaid(facts, owedNow(facts, by)))
    planned.push(...fresh({ ...facts, payments: [...facts.payments, ...planned.map(counted)] }, one))
  return planned
}

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
