import { sumOf } from '@/lib/core/money'
import type { Quote, QuotedCharge, QuotedItem } from './quote'
import type { Outcome } from './vocabulary'

/** Where what was paid for an item goes; null: nothing of it comes back by itself. */
export const MONEY_OF = {
  refund: 'refund',
  keep: 'refund',
  store_credit: 'credit',
  exchange_variant: null,
  exchange_product: null,
  replacement: null,
  repair: null,
} as const satisfies Record<Outcome, 'refund' | 'credit' | null>

export type QuoteParts = {
  currency: string
  gift: boolean
  items: readonly QuotedItem[]
  /** Shipping that comes back, with the tax in it. */
  shipping: readonly { orderId: string; amount: number; tax: number }[]
  /** As the policy asks for them, in the order in which they are taken off. */
  charges: readonly QuotedCharge[]
  moneyBy: string | null
}

type Money = { amount: number; tax: number }

const plus = (parts: readonly Money[]): Money => ({
  amount: sumOf(parts.map(({ amount }) => amount)),
  tax: sumOf(parts.map(({ tax }) => tax)),
})

/** The part of an item's price that a cheaper exchange gives back, with its tax. */
const difference = ({ difference, paid }: QuotedItem): Money => ({
  amount: Math.max(0, -difference),
  tax: paid.amount === 0 ? 0 : Math.round((paid.tax * Math.max(0, -difference)) / paid.amount),
})

/** Charges as far as there is money to take them from; the rest is not asked for. */
function takeCharges(charges: readonly QuotedCharge[], budget: number): QuotedCharge[] {
  let left = budget
  return charges.flatMap((charge) => {
    const amount = Math.min(charge.amount, left)
    left -= amount
    return amount > 0 ? [{ ...charge, amount }] : []
  })
}

/**
 * Adds a return's parts up. What the shopper has to pay for a dearer exchange is taken off the refund first; fees are taken off
 * what is left of it, then off the credit, never off the bonus.
 * Always: refund + credit - pay = money items + shipping + bonus - charges - differences.
 */
export function sumQuote({ currency, gift, items, shipping, charges, moneyBy }: QuoteParts): Quote {
  const toCredit = ({ outcome }: QuotedItem) => gift || MONEY_OF[outcome] === 'credit'
  const isMoney = ({ outcome }: QuotedItem) => MONEY_OF[outcome] !== null
  const refunded = new Set(
    items.filter((item) => isMoney(item) && !toCredit(item)).map(({ orderId }) => orderId),
  )
  const goods = (credit: boolean) =>
    items
      .filter((item) => toCredit(item) === credit)
      .map((item) => (isMoney(item) ? item.paid : difference(item)))
  const ways = (credit: boolean) => shipping.filter(({ orderId }) => refunded.has(orderId) !== credit)
  const refund = plus([...goods(false), ...ways(false)])
  const credit = plus([...goods(true), ...ways(true)])
  const owed = sumOf(items.map((item) => Math.max(0, item.difference)))
  const refundLeft = Math.max(0, refund.amount - owed)
  const taken = takeCharges(charges, refundLeft + credit.amount)
  const fees = sumOf(taken.map(({ amount }) => amount))
  const offRefund = Math.min(fees, refundLeft)
  const bonus = sumOf(items.map((item) => item.bonus))
  const back = refundLeft + credit.amount - fees
  const gross = refund.amount + credit.amount
  return {
    currency,
    items,
    shipping: shipping.map(({ orderId, amount }) => ({ orderId, amount })),
    charges: taken,
    refund: refundLeft - offRefund,
    credit: credit.amount - (fees - offRefund) + bonus,
    bonus,
    pay: Math.max(0, owed - refund.amount),
    tax: gross === 0 ? 0 : Math.round(((refund.tax + credit.tax) * back) / gross),
    moneyBy: back + bonus > 0 ? moneyBy : null,
  }
}
