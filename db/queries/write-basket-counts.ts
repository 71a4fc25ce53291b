import { inArray, sql } from 'drizzle-orm'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { productsOfOrder } from './products-of-order'

type Emptied = { product: string; other: string | null }

/**
 * Counts orders as they are now instead of as they were counted before: only the difference is written. The caller holds the
 * shop's `basket_totals` and these orders' `baskets`.
 */
export async function writeBasketCounts(
  tx: ShopTx,
  shopId: ShopId,
  orderIds: readonly string[],
): Promise<void> {
  const these = (column: string) => inArray(sql.raw(column), [...orderIds])
  const emptied = await tx.execute<Emptied>(sql`
    with counted as materialized (
      select b.order_id, b.products as before,
        case when b.left_out then '{}'::text[] else ${productsOfOrder(shopId, sql`b.order_id`)} end as after
      from baskets b where b.shop_id = ${shopId} and ${these('b.order_id')}
    ),
    changed as materialized (
      select -1 as sign, before as products from counted where before <> after
      union all select 1, after from counted where before <> after
    ),
    noted as (
      update baskets b set products = c.after, due = false
      from counted c where b.shop_id = ${shopId} and b.order_id = c.order_id and ${these('b.order_id')}
    ),
    total as (
      update basket_totals set orders = orders + (
        select coalesce(sum((cardinality(after) > 0)::int - (cardinality(before) > 0)::int), 0)::int from counted
      ) where shop_id = ${shopId}
    ),
    sales as (
      insert into product_sales as s (shop_id, product, orders, category)
      select ${shopId}::uuid, a.key, sum(c.sign)::int, (
        select p.category from products p where p.shop_id = ${shopId} and p.key = a.key
      )
      from changed c cross join lateral unnest(c.products) as a(key)
      group by a.key having sum(c.sign) <> 0
      on conflict (shop_id, product) do update set orders = s.orders + excluded.orders, category = excluded.category
      returning s.product, s.orders
    ),
    pairs as (
      insert into product_pairs as s (shop_id, product, other, orders)
      select ${shopId}::uuid, a.key, b.key, sum(c.sign)::int
      from changed c cross join lateral unnest(c.products) as a(key) cross join lateral unnest(c.products) as b(key)
      where a.key <> b.key
      group by a.key, b.key having sum(c.sign) <> 0
      on conflict (shop_id, product, other) do update set orders = s.orders + excluded.orders
      returning s.product, s.other, s.orders
    )
    select product, null as other from sales where orders = 0
    union all select product, other from pairs where orders = 0
  `)
  await forget(tx, shopId, emptied)
}

/** Nothing is kept of what is counted no more. */
async function forget(tx: ShopTx, shopId: ShopId, emptied: readonly Emptied[]): Promise<void> {
  if (emptied.length === 0) return
  const rows = sql`json_to_recordset(${JSON.stringify(emptied)}::json) as e(product text, other text)`
  await tx.execute(sql`
    delete from product_pairs s using ${rows}
    where s.shop_id = ${shopId} and s.product = e.product and s.other = e.other and s.orders = 0`)
  await tx.execute(sql`
    delete from product_sales s using ${rows}
    where s.shop_id = ${shopId} and e.other is null and s.product = e.product and s.orders = 0`)
}
