import { createHash } from 'node:crypto'
import type { Quote } from './quote'

const LENGTH = 22

/**
 * Tells two sums apart by everything that a shopper sees of money in them; a form carries it, so that what is sent is what was
 * seen. The day of the money is left out: it moves at midnight, the sum doesn't.
 */
export function quoteFingerprint(quote: Quote): string {
  const seen = [
    quote.currency,
    quote.items.map((item) => [
      item.key,
      item.orderId,
      item.lineId,
      item.quantity,
      item.outcome,
      item.paid.amount,
      item.exchange && [item.exchange.sku, item.exchange.price],
      item.bonus,
    ]),
    quote.shipping.map(({ orderId, amount }) => [orderId, amount]),
    quote.charges.map(({ kind, id, amount, item }) => [kind, id, amount, item]),
    [quote.refund, quote.credit, quote.bonus, quote.pay, quote.tax],
  ]
  return createHash('sha256').update(JSON.stringify(seen)).digest('base64url').slice(0, LENGTH)
}
