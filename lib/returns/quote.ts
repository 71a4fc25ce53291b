import type { CalendarDay, Texts } from './phrase'
import type { Outcome } from './vocabulary'

/** A share of what was paid, with the tax in it; minor units, tax included. */
export type Paid = { amount: number; tax: number }

export type QuotedItem = {
  /** The draft's key of the item. */
  key: string
  orderId: string
  lineId: string
  quantity: number
  outcome: Outcome
  /** What was paid for these pieces, after every discount. */
  paid: Paid
  /** What the new pieces cost together; another variant under the discounts of the first one. Null: nothing is exchanged. */
  exchange: { sku: string; price: number } | null
  /** New price less what was paid: positive, the shopper pays; negative, they get it back. 0 where nothing is exchanged. */
  difference: number
  bonus: number
}

export type QuotedCharge = {
  kind: 'fee' | 'method'
  /** The fee's or the method's id. */
  id: string
  texts: Texts
  amount: number
  /** The item it is for; null: the whole return. */
  item: string | null
}

/** The sum before sending, to the cent; every amount in minor units of `currency`, none negative but `difference`. */
export type Quote = {
  currency: string
  items: readonly QuotedItem[]
  /** Shipping that comes back, by order. */
  shipping: readonly { orderId: string; amount: number }[]
  charges: readonly QuotedCharge[]
  /** To the original means of payment. */
  refund: number
  /** As store credit, bonus included. */
  credit: number
  /** Of it the shop's bonus. */
  bonus: number
  /** What the shopper still has to pay. */
  pay: number
  /** The tax within the refund and the credit without bonus. */
  tax: number
  /** The latest day on which the money is sent, when everything goes its usual way. */
  moneyBy: CalendarDay | null
}
