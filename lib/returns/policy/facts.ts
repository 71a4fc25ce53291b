import type { CalendarDay } from '@/lib/returns/phrase'
import type { Ground, MethodKind, Outcome } from '@/lib/returns/vocabulary'

/** A shopper as the shop knows them; null where nothing is known. */
export type CustomerFacts = {
  /** A keyed hash of the e-mail address: what blocklists hold. */
  key: string | null
  tags: readonly string[]
  /** Orders ever placed, this one included. */
  orders: number
  /** Returns ever asked for that were neither cancelled nor rejected. */
  returns: number
  /** The days on which those were asked for, within two years; the newest first. */
  returnedOn: readonly CalendarDay[]
  /** Items kept without sending them back, ever. */
  keptItems: number
  /** Store credits ever given. */
  credits: number
  /** Items that were missing or not the right ones when a return was checked. */
  mistakes: number
}

export type OrderFacts = {
  id: string
  number: string
  /** ISO 3166-1 alpha-2 of the delivery address. */
  country: string | null
  currency: string
  placedOn: CalendarDay
  tags: readonly string[]
  channel: string | null
  /** What was paid for all lines after all discounts, without shipping; minor units. */
  total: number
  discountCodes: readonly string[]
  /** All discounts together; minor units. */
  discount: number
  /** Returns that this order has had and that were neither cancelled nor rejected. */
  returns: number
  dispatchedOn: CalendarDay | null
}

export type LineFacts = {
  orderId: string
  id: string
  sku: string | null
  category: string | null
  tags: readonly string[]
  vendor: string | null
  /** One piece before discounts; minor units. */
  price: number
  /** One piece after the line's and the order's discounts, rounded down; minor units. */
  paid: number
  quantity: number
  /** Pieces in returns that were neither cancelled, rejected nor expired. */
  returned: number
  dispatchedOn: CalendarDay | null
  /** The day on which the last piece of the line arrived; null: not yet, or unknown. */
  deliveredOn: CalendarDay | null
  /** A parcel with it is known to be still on its way (or to be packed), so that no window from delivery has begun. */
  awaited: boolean
}

/** What is chosen so far for a line; null: not yet. */
export type ChoiceFacts = {
  quantity: number
  reason: string | null
  subReason: string | null
  outcome: Outcome | null
  photos: number
}

export type ReturnFacts = {
  ground: Ground
  gift: boolean
  /** The chosen method's id. */
  method: string | null
  methodKind: MethodKind | null
  /** All chosen pieces. */
  items: number
  /** What was paid for them; minor units. */
  value: number
  /** Whether, with this return, every piece of the line's order has gone back. */
  wholeOrder: boolean
}

/** Everything that a policy is asked about one line. */
export type Facts = {
  today: CalendarDay
  customer: CustomerFacts
  order: OrderFacts
  line: LineFacts
  choice: ChoiceFacts
  return: ReturnFacts
}
