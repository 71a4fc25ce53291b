import { moneyBy } from './money-by'
import { type LineLeft, linesLeft, takePieces } from './paid-for'
import type { Quote } from './quote'
import type { QuoteInput } from './quote-input'
import { feesOf, methodCharge } from './quoted-charges'
import { quotedItem, withFlatBonus } from './quoted-item'
import { quotedShipping } from './quoted-shipping'
import { sumQuote } from './sum-quote'

const NOTHING: LineLeft = { quantity: 0, amount: 0, tax: 0 }

/**
 * The sum of a return to the cent, in minor units. Of a line's pieces the first ones bear odd cents and the last ones take the
 * rest, counting what earlier returns took: however an order goes back, it adds up to what was paid, never to more.
 */
export function quoteReturn({ currency, today, gift, orders, items, decision, method }: QuoteInput): Quote {
  const left = new Map(orders.map((order) => [order.id, linesLeft(order)]))
  const priced = items.map((item) => {
    const lines = left.get(item.orderId)
    const taken = takePieces(lines?.get(item.lineId) ?? NOTHING, item.quantity)
    lines?.set(item.lineId, taken.left)
    const unitPrice =
      orders.find(({ id }) => id === item.orderId)?.lines.find(({ id }) => id === item.lineId)?.unitPrice ?? 0
    return { ...item, paid: taken.paid, unitPrice }
  })
  const quoted = withFlatBonus(
    priced.map((item) => quotedItem(item, item.decision.bonus.percent)),
    (_, index) => priced[index]?.decision.bonus.amount ?? 0,
  )
  return sumQuote({
    currency,
    gift,
    items: quoted,
    shipping: quotedShipping(orders, items),
    charges: [...feesOf(priced), ...methodCharge(items, method, decision.freeMethods)],
    moneyBy: moneyBy(today, items, decision),
  })
}
