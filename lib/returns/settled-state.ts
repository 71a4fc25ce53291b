import type { ReturnEvent } from './machine'
import type { Outcome } from './vocabulary'

const SETTLES = {
  refund: 'settle_refunded',
  keep: 'settle_refunded',
  exchange_variant: 'settle_exchanged',
  exchange_product: 'settle_exchanged',
  replacement: 'settle_exchanged',
  repair: 'settle_exchanged',
  store_credit: 'settle_credited',
} as const satisfies Record<Outcome, ReturnEvent>

const ORDER = ['settle_refunded', 'settle_exchanged', 'settle_credited'] as const

/** How a return ends once everything has gone out: of several outcomes a refund comes first, then an exchange, then credit. */
export function settlingEvent(items: readonly { outcome: Outcome }[], gift: boolean): (typeof ORDER)[number] {
  const events = items.map(({ outcome }) => SETTLES[outcome])
  const meant = events.map((event) => (gift && event === 'settle_refunded' ? 'settle_credited' : event))
  return ORDER.find((event) => meant.includes(event)) ?? 'settle_refunded'
}
