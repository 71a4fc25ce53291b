import { sql } from 'drizzle-orm'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { productsOfOrder } from './products-of-order'

/** So many orders in one transaction. */
const PAGE = 2000

/**
 * Marks orders that aren't counted as they are now: never counted, or their lines mean other products since. Looks at those after `after`
 * and returns the last one that it has looked at; null when there are no more.
 */
export async function markChangedBaskets(
  tx: ShopTx,
  shopId: ShopId,
  after: string | null,
): Promise<string | null> {
  const later = after === null ? sql`true` : sql`o.id > ${after}`
  const [last] = await tx.execute<{ id: string }>(sql`
    select o.id from orders o where o.shop_id = ${shopId} and ${later} order by o.id offset ${PAGE - 1} limit 1`)
  const page = last === undefined ? later : sql`${later} and o.id <= ${last.id}`
  await tx.execute(sql`
    insert into baskets (shop_id, order_id, products, left_out, due)
    select o.shop_id, o.id, '{}', false, true
    from orders o
    left join baskets b on b.shop_id = ${shopId} and b.order_id = o.id
    where o.shop_id = ${shopId} and ${page}
      and (b.order_id is null or not b.left_out and b.products <> ${productsOfOrder(shopId, sql`o.id`)})
    on conflict (shop_id, order_id) do update set due = true`)
  return last?.id ?? null
}

/** Marks orders that are counted and gone, and takes the categories that the catalogue has by now. */
export async function markGoneBaskets(tx: ShopTx, shopId: ShopId): Promise<void> {
  await tx.execute(sql`
    update baskets b set due = true
    where b.shop_id = ${shopId}
      and not exists (select from orders o where o.shop_id = ${shopId} and o.id = b.order_id)`)
  await tx.execute(sql`
    update product_sales s set category = p.category
    from products p
    where s.shop_id = ${shopId} and p.shop_id = ${shopId} and p.key = s.product
      and p.category is distinct from s.category`)
}
