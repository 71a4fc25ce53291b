import type { CalendarDay } from '@/lib/returns/phrase'
import { daysFrom } from './day-math'
import type { FactName } from './fact-names'
import type { Facts } from './facts'
import type { Policy, Reason } from './schema'
import { startOfWindow } from './window-start'

/** What a fact is known to be; null: unknown. */
export type FactValue = string | number | boolean | readonly string[] | null

/** What a rule's tests look at: the facts, and what the document itself adds to them. */
export type Asked = {
  policy: Policy
  facts: Facts
  /** The chosen reason; null: none, or one that the document doesn't have. */
  reason: Reason | null
  /** Where it goes back to; null while that is being decided. */
  destination: string | null
}

/** `customer.recentReturns` counts these days back where the policy has no limit of its own. */
const RECENT_DAYS = 90

const share = (part: number, whole: number): number | null => (whole > 0 ? (part / whole) * 100 : null)

const ago = (day: CalendarDay | null, today: CalendarDay): number | null =>
  day === null ? null : daysFrom(day, today)

/** What only a known customer has. */
const ofCustomer =
  (read: (facts: Facts) => FactValue) =>
  ({ facts }: Asked): FactValue =>
    facts.customer.key === null ? null : read(facts)

/** How many returns a customer asked for within so many days before today. */
export const returnsWithin = ({ customer, today }: Facts, days: number): number =>
  customer.returnedOn.filter((day) => day <= today && daysFrom(day, today) <= days).length

const READERS = {
  'customer.key': ({ facts }) => facts.customer.key,
  'customer.tags': ({ facts }) => facts.customer.tags,
  'customer.orders': ofCustomer(({ customer }) => customer.orders),
  'customer.returns': ofCustomer(({ customer }) => customer.returns),
  'customer.recentReturns': (asked) =>
    ofCustomer((facts) => returnsWithin(facts, asked.policy.limits.returns?.days ?? RECENT_DAYS))(asked),
  'customer.returnShare': ofCustomer(({ customer }) => share(customer.returns, customer.orders)),
  'customer.keptItems': ofCustomer(({ customer }) => customer.keptItems),
  'customer.credits': ofCustomer(({ customer }) => customer.credits),
  'customer.mistakes': ofCustomer(({ customer }) => customer.mistakes),
  'order.number': ({ facts }) => facts.order.number,
  'order.country': ({ facts }) => facts.order.country,
  'order.placedOn': ({ facts }) => facts.order.placedOn,
  'order.age': ({ facts }) => daysFrom(facts.order.placedOn, facts.today),
  'order.tags': ({ facts }) => facts.order.tags,
  'order.total': ({ facts }) => facts.order.total,
  'order.discountCodes': ({ facts }) => facts.order.discountCodes,
  'order.discount': ({ facts }) => facts.order.discount,
  'order.discountPercent': ({ facts: { order } }) => share(order.discount, order.total + order.discount),
  'order.returns': ({ facts }) => facts.order.returns,
  'order.channel': ({ facts }) => facts.order.channel,
  'line.id': ({ facts }) => facts.line.id,
  'line.sku': ({ facts }) => facts.line.sku,
  'line.category': ({ facts }) => facts.line.category,
  'line.tags': ({ facts }) => facts.line.tags,
  'line.vendor': ({ facts }) => facts.line.vendor,
  'line.price': ({ facts }) => facts.line.price,
  'line.paid': ({ facts }) => facts.line.paid,
  // Who paid more than the price (rounding, a surcharge) had no discount; a negative one is none either.
  'line.discountPercent': ({ facts: { line } }) => share(Math.max(0, line.price - line.paid), line.price),
  'line.quantity': ({ facts }) => facts.line.quantity,
  'line.returned': ({ facts }) => facts.line.returned,
  'line.deliveredOn': ({ facts }) => facts.line.deliveredOn,
  'line.daysSinceDelivery': ({ facts }) => ago(facts.line.deliveredOn, facts.today),
  'line.daysSinceStart': ({ facts, policy }) => ago(startOfWindow(policy.window, facts).start, facts.today),
  'return.ground': ({ facts }) => facts.return.ground,
  'return.reason': ({ facts }) => facts.choice.reason,
  'return.subReason': ({ facts }) => facts.choice.subReason,
  'return.fault': ({ reason }) => reason?.fault ?? null,
  'return.outcome': ({ facts }) => facts.choice.outcome,
  'return.method': ({ facts }) => facts.return.method,
  'return.methodKind': ({ facts }) => facts.return.methodKind,
  'return.gift': ({ facts }) => facts.return.gift,
  'return.items': ({ facts }) => facts.return.items,
  'return.value': ({ facts }) => facts.return.value,
  'return.wholeOrder': ({ facts }) => facts.return.wholeOrder,
  'return.photos': ({ facts }) => facts.choice.photos,
  'return.destination': ({ destination }) => destination,
  today: ({ facts }) => facts.today,
} as const satisfies Record<FactName, (asked: Asked) => FactValue>

/** What a fact is; null where nobody knows. */
export const factValue = (name: FactName, asked: Asked): FactValue => READERS[name](asked)
