import { type SQL, sql } from 'drizzle-orm'
import type { ShopId } from '@/lib/core/ids'
import { productOfLine } from './product-of-line'

/** Whoever buys more different products than this fills a shelf, which says nothing of what goes together. */
const MOST_PRODUCTS = 40

/**
 * What orders bring into the counts, as a query of `order_id` and `products` (sorted, each once). Orders that bring nothing have no row.
 * `which` narrows the lines by their alias `l`.
 */
export const productsOfOrders = (shopId: ShopId, which: SQL): SQL => sql`
  with which as materialized (
    select l.order_id, l.sku, l.product from order_lines l
    where l.shop_id = ${shopId} and (l.sku is not null or l.product is not null) and ${which}
  ),
  named as materialized (
    select d.sku, d.product, ${productOfLine(shopId, sql`d`)} as key
    from (select distinct sku, product from which) d
  )
  select w.order_id, array_agg(distinct n.key order by n.key) as products
  from which w
  join named n on coalesce(n.sku, '') = coalesce(w.sku, '') and coalesce(n.product, '') = coalesce(w.product, '')
  group by w.order_id
  having count(distinct n.key) <= ${MOST_PRODUCTS}`
