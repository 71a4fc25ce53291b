import { and, eq, sql } from 'drizzle-orm'
import { orders } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

/** Gives an order a new version, and holds its row: pages and the JSON compare nothing else. */
export async function touchOrder(tx: ShopTx, shopId: ShopId, orderId: string, now: Date): Promise<void> {
  await tx
    .update(orders)
    .set({ version: sql`${orders.version} + 1`, updatedAt: now })
    .where(and(eq(orders.shopId, shopId), eq(orders.id, orderId)))
}
