import { taxWithin } from '@/lib/core/money'
import { paidForOrder } from './paid-for'
import type { AskedItem, QuotedOrder } from './quote-input'
import { MONEY_OF } from './sum-quote'

/** A dearer service's surcharge is not owed, and what the usual one would have cost nobody told: that is for a person. */
const isStandard = ({ shipping }: QuotedOrder): boolean =>
  shipping?.service == null || /^standard/i.test(shipping.service)

/** The highest rate among the lines: shipping is taxed with what it carries, and nobody is told less than was paid. */
const rateOf = ({ lines }: QuotedOrder): number | null => {
  const rates = lines.flatMap(({ taxRate }) => taxRate ?? [])
  return rates.length === 0 ? null : Math.max(...rates)
}

/** Shipping that comes back: of orders with an item that the policy gives it back for, once over all returns. */
export function quotedShipping(
  orders: readonly QuotedOrder[],
  items: readonly Pick<AskedItem, 'orderId' | 'outcome' | 'decision'>[],
): { orderId: string; amount: number; tax: number }[] {
  return orders.flatMap((order) => {
    const asked = items.some(
      ({ orderId, outcome, decision }) =>
        orderId === order.id && decision.refundShipping && MONEY_OF[outcome] !== null,
    )
    const amount = Math.max(0, paidForOrder(order).shipping - order.taken.shipping)
    if (!asked || !isStandard(order) || amount === 0) return []
    return [{ orderId: order.id, amount, tax: taxWithin(amount, rateOf(order)) }]
  })
}
