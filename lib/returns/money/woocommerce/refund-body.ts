import { toDecimal } from '@/lib/returns/money/decimal'
import type { AskedPayment } from '@/lib/returns/money/payment-message'
import type { WooOrder, WooRefund } from './answers'

/** The refund's own field that holds our key; the underscore hides it from people's pages. */
const KEY_FIELD = '_doorstep_payment'

export const findWooRefund = (refunds: readonly WooRefund[], key: string): WooRefund | null =>
  refunds.find(({ meta_data }) => meta_data.some((one) => one.key === KEY_FIELD && one.value === key)) ?? null

/** Lines that go back for money, where WooCommerce knows them. The amount stands by itself. */
const linesOf = ({ line_items }: WooOrder, { items }: AskedPayment) =>
  items
    .filter(({ outcome, received }) => outcome === 'refund' && received)
    .flatMap(({ lineId, sku, quantity }) => {
      const line =
        line_items.find(({ id }) => String(id) === lineId) ?? line_items.find((one) => sku && one.sku === sku)
      return line && line.quantity >= quantity ? [{ id: line.id, quantity }] : []
    })

/** The gateway itself pays (`api_refund`); what happens to the goods is decided at the check, so nothing is restocked. */
export const wooRefundBody = (order: WooOrder, asked: AskedPayment) => ({
  amount: toDecimal(asked.amount, asked.currency),
  reason: `Return ${asked.returnNumber}`,
  api_refund: true,
  api_restock: false,
  line_items: linesOf(order, asked),
  meta_data: [{ key: KEY_FIELD, value: asked.key }],
})
