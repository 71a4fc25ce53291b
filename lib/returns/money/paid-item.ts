import type { MoneyItem } from './money-facts'
import type { PaidItem } from './payment'

type Goods = { sku: string; title: string; variant: string | null }

/** What is sent for an item: what it is exchanged for, or the same again; null: money, or nothing that has a SKU. */
export function goodsOf({
  outcome,
  exchange,
  sku,
  title,
  variant,
}: Pick<MoneyItem, 'outcome' | 'exchange' | 'sku' | 'title' | 'variant'>): Goods | null {
  if (outcome === 'exchange_variant' || outcome === 'exchange_product')
    return exchange && { sku: exchange.sku, title: exchange.title, variant: exchange.variant }
  if (outcome !== 'replacement') return null
  if (exchange) return { sku: exchange.sku, title: exchange.title, variant: exchange.variant }
  return sku === null ? null : { sku, title, variant }
}

/** An item as a payment keeps it. */
export const paidItem = (item: MoneyItem): PaidItem => ({
  key: item.key,
  lineId: item.lineId,
  sku: item.sku,
  title: item.title,
  quantity: item.quantity,
  outcome: item.outcome,
  received: item.receivedQuantity > 0,
  exchange: goodsOf(item),
})
