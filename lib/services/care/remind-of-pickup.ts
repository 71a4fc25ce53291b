import { and, asc, eq } from 'drizzle-orm'
import { orderParcels, orders } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { ShipmentRow } from '@/lib/services/find-shipment'
import { tellMerchant } from '@/lib/services/tell-merchant'

/** Tells once for each last day that a parcel goes back soon: the shop now, the shopper where the shop sends messages. */
export async function remindOfPickup(
  tx: ShopTx,
  shopId: ShopId,
  { id, carrier, number }: ShipmentRow,
  lastDay: string,
  now: Date,
): Promise<void> {
  const found = await tx
    .select({ number: orders.number })
    .from(orderParcels)
    .innerJoin(orders, and(eq(orders.shopId, orderParcels.shopId), eq(orders.id, orderParcels.orderId)))
    .where(and(eq(orderParcels.shopId, shopId), eq(orderParcels.shipmentId, id)))
    .orderBy(asc(orders.number))
  const told = {
    subjectType: 'shipment',
    subject: id,
    milestone: 'pickup_reminder',
    occurrence: lastDay,
    payload: { carrier, number, orders: found.map((order) => order.number), lastDay },
  }
  await tellMerchant(tx, shopId, told, now)
}
