import { GROUNDS, METHOD_KINDS, OUTCOMES } from '@/lib/returns/vocabulary'
import type { FactName } from './fact-names'

/** What a fact can be at all: bounds of numbers, the only values of closed sets. */
export type FactKind =
  | { type: 'text'; values?: readonly string[] }
  | { type: 'number'; least?: number; most?: number }
  | { type: 'boolean' }
  /** Any number of texts. */
  | { type: 'list' }
  /** `YYYY-MM-DD` */
  | { type: 'day' }

const text = { type: 'text' } as const
const count = { type: 'number', least: 0 } as const
const percent = { type: 'number', least: 0, most: 100 } as const
const list = { type: 'list' } as const
const day = { type: 'day' } as const

/** What each fact can be. */
const FACT_KINDS = {
  'customer.key': text,
  'customer.tags': list,
  'customer.orders': count,
  'customer.returns': count,
  'customer.recentReturns': count,
  'customer.returnShare': count,
  'customer.keptItems': count,
  'customer.credits': count,
  'customer.mistakes': count,
  'order.number': text,
  'order.country': text,
  'order.placedOn': day,
  'order.age': { type: 'number' },
  'order.tags': list,
  'order.total': count,
  'order.discountCodes': list,
  'order.discount': count,
  'order.discountPercent': percent,
  'order.returns': count,
  'order.channel': text,
  'line.id': text,
  'line.sku': text,
  'line.category': text,
  'line.tags': list,
  'line.vendor': text,
  'line.price': count,
  'line.paid': count,
  'line.discountPercent': percent,
  'line.quantity': count,
  'line.returned': count,
  'line.deliveredOn': day,
  'line.daysSinceDelivery': { type: 'number' },
  'line.daysSinceStart': { type: 'number' },
  'return.ground': { type: 'text', values: GROUNDS },
  'return.reason': text,
  'return.subReason': text,
  'return.fault': { type: 'text', values: ['shopper', 'shop'] },
  'return.outcome': { type: 'text', values: OUTCOMES },
  'return.method': text,
  'return.methodKind': { type: 'text', values: METHOD_KINDS },
  'return.gift': { type: 'boolean' },
  'return.items': count,
  'return.value': count,
  'return.wholeOrder': { type: 'boolean' },
  'return.photos': count,
  'return.destination': text,
  today: day,
} as const satisfies Record<FactName, FactKind>

/** What a fact can be. */
export const kindOf = (name: FactName): FactKind => FACT_KINDS[name]
