import { sql } from 'drizzle-orm'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { productsOfOrders } from './products-of-orders'

/**
 * Marks every order that isn't counted as it is now: never counted, its lines mean other products since, or it is gone. Reads all
 * of a shop's lines.
 */
export async function markChangedBaskets(tx: ShopTx, shopId: ShopId): Promise<void> {
  await tx.execute(sql`
    with told as (${productsOfOrders(shopId, sql`true`)})
    insert into baskets (shop_id, order_id, products, left_out, due)
    select o.shop_id, o.id, '{}', false, true
    from orders o
    left join told t on t.order_id = o.id
    left join baskets b on b.shop_id = ${shopId} and b.order_id = o.id
    where o.shop_id = ${shopId}
      and (b.order_id is null or not b.left_out and b.products <> coalesce(t.products, '{}'))
    on conflict (shop_id, order_id) do update set due = true`)
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
