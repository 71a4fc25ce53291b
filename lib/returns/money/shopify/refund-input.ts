import { sumOf } from '@/lib/core/money'
import { fail, ok, type Result } from '@/lib/core/result'
import { fromDecimal, toDecimal } from '@/lib/returns/money/decimal'
import type { AskedPayment } from '@/lib/returns/money/payment-message'
import type { ShopifyOrder, ShopifyTransaction } from './answers'
import { shopifyId } from './find-order'

const PAID = new Set(['SALE', 'CAPTURE'])

const amountOf = ({ amountSet }: ShopifyTransaction): number =>
  fromDecimal(amountSet.presentmentMoney.amount, amountSet.presentmentMoney.currencyCode) ?? 0

type Source = { id: string; gateway: string; left: number }

/** What may still go back by each means of payment, gift cards and cards alike, in the order they were paid. */
function sourcesOf(transactions: readonly ShopifyTransaction[], currency: string): Source[] {
  const done = transactions.filter(
    ({ status, amountSet }) => status === 'SUCCESS' && amountSet.presentmentMoney.currencyCode === currency,
  )
  return done
    .filter(({ kind }) => PAID.has(kind))
    .map((paid) => {
      const back = done.filter(
        ({ kind, parentTransaction }) => kind === 'REFUND' && parentTransaction?.id === paid.id,
      )
      return { id: paid.id, gateway: paid.gateway ?? '', left: amountOf(paid) - sumOf(back.map(amountOf)) }
    })
    .filter(({ left }) => left > 0)
}

/** The note by which a refund of ours is found again. */
export const refundNote = ({ returnNumber, key }: Pick<AskedPayment, 'returnNumber' | 'key'>): string =>
  `Return ${returnNumber} (${key})`

export const findRefund = ({ refunds }: ShopifyOrder, key: string): string | null =>
  refunds.find(({ note }) => note?.includes(key))?.id ?? null

/** Lines that go back for money, where Shopify knows them; what happens to the goods themselves is decided at the check. */
function linesOf(order: ShopifyOrder, { items }: AskedPayment) {
  return items
    .filter(({ outcome, received }) => outcome === 'refund' && received)
    .flatMap(({ lineId, sku, quantity }) => {
      const id = shopifyId('LineItem', lineId)
      const known = order.lineItems.nodes
      const line =
        known.find((one) => one.id === id) ?? (sku ? known.find((one) => one.sku === sku) : undefined)
      return line && line.refundableQuantity >= quantity
        ? [{ lineItemId: line.id, quantity, restockType: 'NO_RESTOCK' }]
        : []
    })
}

/**
 * The refund of exactly our amount, spread over what the order was paid with; words where less is left of it.
 * https://shopify.dev/docs/api/admin-graphql/2026-10/input-objects/RefundInput
 */
export function refundInput(
  order: ShopifyOrder,
  asked: AskedPayment,
): Result<Record<string, unknown>, string> {
  const { amount, currency } = asked
  const sources = sourcesOf(order.transactions, currency)
  const all = sumOf(sources.map(({ left }) => left))
  if (all < amount)
    return fail(
      `Of order ${asked.orderNumber} only ${toDecimal(all, currency)} ${currency} can still be refunded, not ${toDecimal(amount, currency)}`,
    )
  let open = amount
  const transactions = sources.flatMap(({ id, gateway, left }) => {
    const part = Math.min(left, open)
    open -= part
    return part > 0
      ? [{ orderId: order.id, parentId: id, gateway, kind: 'REFUND', amount: toDecimal(part, currency) }]
      : []
  })
  return ok({
    orderId: order.id,
    currency,
    note: refundNote(asked),
    notify: false,
    refundLineItems: linesOf(order, asked),
    transactions,
  })
}
