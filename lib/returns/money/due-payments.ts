import { sumOf } from '@/lib/core/money'
import { isCalledOff, isOwing } from './item-share'
import type { MoneyFacts, PaidBy } from './money-facts'
import { type Owed, owedNow } from './owed'
import { paidItem } from './paid-item'
import {
  backOf,
  isUntouched,
  NO_PARTS,
  nextOccurrence,
  type Payment,
  type PlannedPayment,
  partsWithin,
} from './payment'

export const isSent = ({ state }: Payment): boolean => state === 'sent'

export const amountsOf = (payments: readonly Pick<Payment, 'amount'>[]): number =>
  sumOf(payments.map(({ amount }) => amount))

export const ofKind = (facts: Pick<MoneyFacts, 'payments'>, kind: Payment['kind']): Payment[] =>
  facts.payments.filter((payment) => payment.kind === kind)

/** Occurrences that can't be used again. */
export const takenOf = (
  { payments, withdrawn }: Pick<MoneyFacts, 'payments' | 'withdrawn'>,
  kind: Payment['kind'],
): string[] =>
  [...payments, ...withdrawn].filter((one) => one.kind === kind).map(({ occurrence }) => occurrence)

/** What goes to the shopper as money; a bonus is a present on top of it. */
const moneyOf = (facts: Pick<MoneyFacts, 'payments'>): Payment[] => [
  ...ofKind(facts, 'refund'),
  ...ofKind(facts, 'credit'),
]

const charged = (facts: MoneyFacts): Payment[] => ofKind(facts, 'charge').filter(isSent)

/** What the shopper has to pay, all in all; where the return was called off, for new items that have left all the same. */
function toPay(facts: MoneyFacts): number {
  const { quote } = facts
  if (!isCalledOff(facts)) return quote.pay
  const gone = ofKind(facts, 'exchange')
    .filter((payment) => !isUntouched(payment))
    .flatMap(({ items }) => items.map(({ key }) => key))
  const dearer = quote.items.filter(({ key }) => gone.includes(key))
  return Math.min(quote.pay, sumOf(dearer.map(({ difference }) => Math.max(0, difference))))
}

/** What the shopper paid for an exchange that has become something cheaper since, or nothing: it goes back. */
export const overpaid = (facts: MoneyFacts): number => Math.max(0, amountsOf(charged(facts)) - toPay(facts))

/** What goes back of charges, with what has gone: an exchange that was taken up again may be paid for anew. */
const backUntilNow = (facts: MoneyFacts): number => Math.max(overpaid(facts), backOf(facts.payments))

/** What the shopper has paid for exchanges and didn't get back. */
export const paidForExchanges = (facts: MoneyFacts): number =>
  amountsOf(charged(facts)) - backOf(facts.payments)

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
  backUntilNow(facts) -
  sumOf(facts.items.map(({ deduction }) => deduction)) -
  amountsOf(moneyOf(facts))

/** `back`: what of it goes back of charges. */
type Due = Owed & { back: number }

/** What is due of a purse and not planned yet. */
function fresh(
  facts: MoneyFacts,
  { orderId, purse, amount, bonus, back, shipping, pieces }: Due,
): PlannedPayment[] {
  const before = ofKind(facts, purse).filter((one) => one.orderId === orderId)
  const moreBonus = Math.max(0, bonus - sumOf(before.map((one) => one.bonus)))
  const more = Math.min(
    amount - amountsOf(before),
    leftOfOrder(facts, orderId) + moreBonus,
    leftOfReturn(facts),
  )
  if (more <= 0) return []
  const occurrence = nextOccurrence(orderId, takenOf(facts, purse))
  const items = pieces.flatMap(({ key, quantity }) =>
    facts.items.filter((item) => item.key === key).map((item) => ({ ...paidItem(item), quantity })),
  )
  const moreParts = {
    back: Math.max(0, back - backOf(facts.payments)),
    shipping: Math.max(0, shipping - sumOf(before.map((one) => one.shipping))),
    bonus: moreBonus,
  }
  return [{ kind: purse, occurrence, orderId, amount: more, ...partsWithin(moreParts, more), items }]
}

/** Nothing is owed of a return that was called off but what was paid for it; what it has given before stays given. */
const owedOf = (facts: MoneyFacts, by: PaidBy): Owed[] => (isOwing(facts) ? owedNow(facts, by) : [])

function withOverpaid(facts: MoneyFacts, owed: readonly Owed[]): Due[] {
  const [charge] = charged(facts)
  const back = backUntilNow(facts)
  const plain = owed.map((one) => ({ ...one, back: 0 }))
  if (!charge || back === 0) return plain
  const { orderId } = charge
  const purse = facts.gift ? ('credit' as const) : ('refund' as const)
  const same = (one: Owed) => one.orderId === orderId && one.purse === purse
  const given = ofKind(facts, purse).filter((one) => one.orderId === orderId)
  const before = isOwing(facts) ? 0 : amountsOf(given) - backOf(given)
  return owed.some(same)
    ? plain.map((one) => (same(one) ? { ...one, amount: one.amount + back, back } : one))
    : [...plain, { orderId, purse, amount: before + back, bonus: 0, shipping: 0, back, pieces: [] }]
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
  if (!isOwing(facts) && !isCalledOff(facts)) return []
  const planned: PlannedPayment[] = []
  for (const one of withOverpaid(facts, owedOf(facts, by)))
    planned.push(...fresh({ ...facts, payments: [...facts.payments, ...planned.map(counted)] }, one))
  return planned
}

/** What the shopper pays and wasn't asked for yet: once the return is approved. */
export function dueCharge(facts: MoneyFacts, by: PaidBy): PlannedPayment[] {
  const charges = ofKind(facts, 'charge')
  const amount = facts.quote.pay - (amountsOf(charges) - backOf(facts.payments))
  const waits = facts.blocked && by === 'trigger'
  if (!isOwing(facts) || waits || amount <= 0) return []
  const dearer = facts.quote.items.filter(({ difference }) => difference > 0).map(({ key }) => key)
  const items = facts.items.filter(({ key }) => dearer.includes(key))
  const orderId = (items[0] ?? facts.items[0])?.orderId
  if (orderId === undefined) return []
  const occurrence = nextOccurrence('1', takenOf(facts, 'charge'))
  return [{ kind: 'charge', occurrence, orderId, amount, ...NO_PARTS, items: items.map(paidItem) }]
}
