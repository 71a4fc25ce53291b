import { percentOf } from '@/lib/core/money'
import type { Paid, QuotedItem } from './quote'
import type { AskedItem } from './quote-input'
import type { Outcome } from './vocabulary'

type Priced = Pick<AskedItem, 'quantity' | 'exchange'> & {
  paid: Paid
  /** One piece before discounts. */
  unitPrice: number
}

const full = ({ exchange, quantity }: Priced): number => (exchange?.price ?? 0) * quantity

/**
 * What the new pieces cost. Another variant is sold under the discounts of the first one, so that a change of size is even;
 * another product costs its price; a replacement costs nothing more.
 */
const NEW_PRICE = {
  exchange_variant: (item) =>
    item.unitPrice > 0
      ? Math.round((item.paid.amount * (item.exchange?.price ?? 0)) / item.unitPrice)
      : full(item),
  exchange_product: full,
  replacement: ({ paid }) => paid.amount,
} as const satisfies Partial<Record<Outcome, (item: Priced) => number>>

const pricer = (outcome: Outcome): ((item: Priced) => number) | null =>
  outcome === 'exchange_variant' || outcome === 'exchange_product' || outcome === 'replacement'
    ? NEW_PRICE[outcome]
    : null

/** An item with its money; the bonus's flat part is given by whoever sees all items. */
export function quotedItem(
  item: Omit<AskedItem, 'decision'> & { paid: Paid; unitPrice: number },
  bonusPercent: number,
): QuotedItem {
  const { key, orderId, lineId, quantity, outcome, paid, exchange } = item
  const price = exchange ? pricer(outcome)?.(item) : undefined
  return {
    key,
    orderId,
    lineId,
    quantity,
    outcome,
    paid,
    exchange: exchange && price !== undefined ? { sku: exchange.sku, price } : null,
    difference: price === undefined ? 0 : price - paid.amount,
    bonus: outcome === 'store_credit' ? percentOf(paid.amount, bonusPercent) : 0,
  }
}

/** The shop's flat bonus, once for a return: the largest that an item is offered, on the first such item. */
export function withFlatBonus(
  items: readonly QuotedItem[],
  flatOf: (item: QuotedItem, index: number) => number,
): QuotedItem[] {
  const offers = items.map((item, index) => (item.outcome === 'store_credit' ? flatOf(item, index) : 0))
  const most = Math.max(0, ...offers)
  const at = offers.indexOf(most)
  return items.map((item, index) => (index === at ? { ...item, bonus: item.bonus + most } : item))
}
