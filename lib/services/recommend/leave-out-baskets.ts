import { sql } from 'drizzle-orm'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { noteBasket } from './note-basket'

/** Takes orders out of what goes with what: their lines stay, but nothing of them is counted until they are told anew. */
export async function leaveOutBaskets(
  tx: ShopTx,
  shopId: ShopId,
  orderIds: readonly string[],
  now: Date,
): Promise<void> {
  for (const orderId of [...orderIds].sort()) {
    await noteBasket(tx, shopId, orderId, now)
    await tx.execute(
      sql`update baskets set left_out = true where shop_id = ${shopId} and order_id = ${orderId}`,
    )
  }
}
