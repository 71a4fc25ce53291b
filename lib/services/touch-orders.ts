import { and, eq, inArray, sql } from 'drizzle-orm'
import { orderParcels, orders } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

/** Every order that shows the shipment gets a new version: pages and the JSON compare nothing else. */
export async function touchOrders(tx: ShopTx, shopId: ShopId, shipmentId: string, now: Date): Promise<void> {
  const touched = await tx
    .select({ orderId: orderParcels.orderId })
    .from(orderParcels)
    .where(and(eq(orderParcels.shopId, shopId), eq(orderParcels.shipmentId, shipmentId)))
  if (touched.length === 0) return
  const ids = touched.map(({ orderId }) => orderId)
  await tx
    .update(orders)
    .set({ version: sql`${orders.version} + 1`, updatedAt: now })
    .where(and(eq(orders.shopId, shopId), inArray(orders.id, ids)))
}
