import { type SQL, sql } from 'drizzle-orm'
import type { ShopId } from '@/lib/core/ids'

/**
 * The key of the product that an order's line tells of: the catalogue's, found by SKU; else what the line itself calls it. Null
 * where it says neither. `line` is an alias with `sku` and `product`.
 */
export function productOfLine(shopId: ShopId, line: SQL): SQL {
  const item = (column: SQL) => sql`(
    select i.product from product_items i where i.shop_id = ${shopId} and ${column} = ${line}.sku
    order by (i.gone_at is null) desc, i.key limit 1
  )`
  // A feed may know an item by nothing but the SKU.
  return sql`coalesce(${item(sql`i.sku`)}, ${item(sql`i.key`)}, ${line}.product, ${line}.sku)`
}
