import { and, eq, ne } from 'drizzle-orm'
import { orderParcels, returnBoxes } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import { carrierSlug } from '@/lib/carriers/aliases'
import type { ShopId } from '@/lib/core/ids'
import { assignGenerationForOrder } from '@/lib/parcels/generation'
import { findOrCreateShipment } from '@/lib/services/find-shipment'

/**
 * The inbound parcel of a number that a shopper names for a return; null where it is somebody else's: a parcel of an order, or of
 * another return.
 */
export async function findOwnParcel(
  tx: ShopTx,
  shopId: ShopId,
  returnId: string,
  { carrier, number }: { carrier: string; number: string },
  now: Date,
): Promise<string | null> {
  const { id } = await findOrCreateShipment(
    tx,
    shopId,
    { carrier: carrierSlug(carrier), number, direction: 'inbound' },
    (existing) => assignGenerationForOrder(existing, now),
    now,
  )
  const [ofOrder] = await tx
    .select({ id: orderParcels.orderId })
    .from(orderParcels)
    .where(and(eq(orderParcels.shopId, shopId), eq(orderParcels.shipmentId, id)))
    .limit(1)
  const [ofReturn] = await tx
    .select({ id: returnBoxes.returnId })
    .from(returnBoxes)
    .where(
      and(eq(returnBoxes.shopId, shopId), eq(returnBoxes.shipmentId, id), ne(returnBoxes.returnId, returnId)),
    )
    .limit(1)
  return ofOrder || ofReturn ? null : id
}
