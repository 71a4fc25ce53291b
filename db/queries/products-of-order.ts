import { type SQL, sql } from 'drizzle-orm'
import type { ShopId } from '@/lib/core/ids'
import { productOfLine } from './product-of-line'

/** Whoever buys more different products than this fills a shelf, which says nothing of what goes together. */
const MOST_PRODUCTS = 40

/** What an order brings into the counts: an expression of keys, sorted, each once; none where it brings nothing. */
export const productsOfOrder = (shopId: ShopId, orderId: SQL): SQL => sql`coalesce((
  select array_agg(distinct k.key order by k.key)
  from order_lines l cross join lateral (select ${productOfLine(shopId, sql`l`)} as key) k
  where l.shop_id = ${shopId} and l.order_id = ${orderId} and k.key is not null
  having count(distinct k.key) <= ${MOST_PRODUCTS}
), '{}'::text[])`
