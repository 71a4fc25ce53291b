import type { CatalogueItem } from './catalogue-item'

/** What of its items a product is shown by. */
export type PlannedProduct = Omit<CatalogueItem, 'key' | 'product' | 'sku' | 'gtin'>

const dearest = Number.POSITIVE_INFINITY

/** What can be had before what can't, then the cheaper, then by id: the same whatever order items came in. */
const byWorth = (a: CatalogueItem, b: CatalogueItem): number =>
  Number(b.inStock) - Number(a.inStock) ||
  Number((a.price ?? dearest) > (b.price ?? dearest)) - Number((a.price ?? dearest) < (b.price ?? dearest)) ||
  (a.key < b.key ? -1 : 1)

/** A product as its cheapest item that can be had tells it; null: none of its items is sold any more. */
export function planProduct(items: readonly CatalogueItem[]): PlannedProduct | null {
  const [best] = items.toSorted(byWorth)
  if (!best) return null
  const { key: _key, product: _product, sku: _sku, gtin: _gtin, ...shown } = best
  return shown
}
