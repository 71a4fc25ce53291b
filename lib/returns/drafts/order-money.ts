import { sumOf } from '@/lib/core/money'
import { TAKING_STATES } from '@/lib/returns/machine'
import { paidForOrder } from '@/lib/returns/paid-for'
import type { QuotedOrder, Taken } from '@/lib/returns/quote-input'
import type { SourceOrder } from './draft-source'

function takenOf({ id, earlier }: SourceOrder): Taken {
  const counting = earlier.filter(({ state }) => TAKING_STATES.some((one) => one === state))
  return {
    lines: earlier
      .flatMap(({ items }) => items)
      .filter(({ orderId }) => orderId === id)
      .map(({ lineId, quantity, paid }) => ({ lineId, quantity, amount: paid.amount, tax: paid.tax })),
    shipping: sumOf(
      counting
        .flatMap(({ shipping }) => shipping)
        .filter(({ orderId }) => orderId === id)
        .map(({ amount }) => amount),
    ),
  }
}

/** An order as the quote asks for it. */
export const quotedOrder = (order: SourceOrder): QuotedOrder => ({
  id: order.id,
  lines: order.lines,
  discounts: order.discounts,
  shipping: order.shipping,
  taken: takenOf(order),
})

export type LineMoney = {
  /** For all pieces, after every discount. */
  paid: number
  /** For one, rounded down. */
  paidEach: number
  /** Pieces that other returns have taken. */
  returned: number
}

/** What was paid for each line and how much of it has gone back, by the line's id. */
export function orderMoney(order: SourceOrder): Map<string, LineMoney> {
  const quoted = quotedOrder(order)
  const { lines: paid } = paidForOrder(quoted)
  return new Map(
    order.lines.map(({ id, quantity }, index) => {
      const whole = paid[index] ?? 0
      const returned = sumOf(
        quoted.taken.lines.filter(({ lineId }) => lineId === id).map((taken) => taken.quantity),
      )
      return [id, { paid: whole, paidEach: Math.floor(whole / quantity), returned }]
    }),
  )
}
