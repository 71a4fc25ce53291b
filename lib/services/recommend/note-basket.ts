import { sql } from 'drizzle-orm'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

/** Orders that come close together are counted together. */
const WAIT_SECONDS = 20

/**
 * Notes that an order is to be counted (again), and leaves the counting to the sweeper: no order waits for a row that others
 * write. For an order that was written, and for one that is gone.
 */
export async function noteBasket(tx: ShopTx, shopId: ShopId, orderId: string, now: Date): Promise<void> {
  const dueAt = new Date(now.getTime() + WAIT_SECONDS * 1000)
  // In this order, the work after the basket: who counts holds the basket before it ends the work.
  await tx.execute(sql`
    with noted as (
      insert into baskets (shop_id, order_id, products, left_out, due)
      values (${shopId}, ${orderId}, '{}', false, true)
      on conflict (shop_id, order_id) do update set due = true, left_out = false
      returning order_id
    )
    insert into work_ready (id, shop_id, kind, subject, due_at, attempts)
    select order_id, ${shopId}, 'basket', order_id, ${dueAt.toISOString()}, 0 from noted
    on conflict (id) do nothing`)
}
