import { allocate, sumOf, taxWithin } from '@/lib/core/money'
import type { Paid } from './quote'
import type { QuotedLine, QuotedOrder } from './quote-input'

const priceOf = ({ quantity, unitPrice, discount }: QuotedLine): number =>
  Math.max(0, quantity * unitPrice - discount)

/** What was paid for an order's lines, in their order, and for its shipping; discounts beyond the lines go off the shipping. */
export function paidForOrder({ lines, discounts, shipping }: Omit<QuotedOrder, 'taken'>): {
  lines: number[]
  shipping: number
} {
  const prices = lines.map(priceOf)
  const discount = sumOf(discounts.map(({ amount }) => amount))
  const goods = sumOf(prices)
  const shares = allocate(Math.min(discount, goods), prices)
  return {
    lines: prices.map((price, index) => price - (shares[index] ?? 0)),
    shipping: Math.max(0, (shipping?.price ?? 0) - Math.max(0, discount - goods)),
  }
}

/** What is still there of a line: pieces, and what was paid for them. */
export type LineLeft = Paid & { quantity: number }

/** The share of the first `quantity` of what is left: of equal pieces the first ones bear the odd cents, the last one takes the rest. */
const shareOf = (whole: number, quantity: number, of: number): number =>
  quantity >= of ? whole : Math.floor(whole / of) * quantity + Math.min(quantity, whole % of)

/** Takes pieces off a line; never more than is left. */
export function takePieces(left: LineLeft, quantity: number): { paid: Paid; left: LineLeft } {
  const pieces = Math.min(quantity, left.quantity)
  const paid =
    pieces === 0
      ? { amount: 0, tax: 0 }
      : {
          amount: shareOf(left.amount, pieces, left.quantity),
          tax: shareOf(left.tax, pieces, left.quantity),
        }
  return {
    paid,
    left: {
      quantity: left.quantity - pieces,
      amount: left.amount - paid.amount,
      tax: left.tax - paid.tax,
    },
  }
}

/** What is left of an order's lines after all that other returns took, by the line's id. */
export function linesLeft(order: QuotedOrder): Map<string, LineLeft> {
  const { lines: paid } = paidForOrder(order)
  return new Map(
    order.lines.map((line, index) => {
      const amount = paid[index] ?? 0
      const taken = order.taken.lines.filter(({ lineId }) => lineId === line.id)
      const less = (whole: number, parts: readonly number[]) => Math.max(0, whole - sumOf(parts))
      return [
        line.id,
        {
          quantity: less(
            line.quantity,
            taken.map(({ quantity }) => quantity),
          ),
          amount: less(
            amount,
            taken.map((one) => one.amount),
          ),
          tax: less(
            taxWithin(amount, line.taxRate),
            taken.map(({ tax }) => tax),
          ),
        },
      ]
    }),
  )
}
