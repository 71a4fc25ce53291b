import { and, eq, ne } from 'drizzle-orm'
import { orderParcels, returnBoxes, shipments } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import { carrierSlug } from '@/lib/carriers/aliases'
import type { ShopId } from '@/lib/core/ids'
import { parcelNumberKey } from '@/lib/parcels/parcel-number'
import { type InboundParcel, registerInbound } from './register-inbound'

/**
 * Registers the parcel that a shopper names as theirs; null where it is another: a parcel of an order, one
 * that goes out whoever it is for, or of another return. Its
 * scans would move money, so whoever gets null takes the transaction back.
 */
export async function findOwnParcel(
  tx: ShopTx,
  shopId: ShopId,
  parcel: InboundParcel,
  now: Date,
): Promise<string | null> {
  const known = await tx
    .select({ id: shipments.id, projection: shipments.projection })
    .from(shipments)
    .where(and(eq(shipments.shopId, shopId), eq(shipments.numberKey, parcelNumberKey(parcel.number))))
  const id = await registerInbound(tx, shopId, { ...parcel, carrier: carrierSlug(parcel.carrier) }, now)
  // Its carrier has told of it before, though of no order: it isn't the shopper's.
  if (known.some((one) => one.id === id && one.projection.direction === 'outbound')) return null
  const [ofOrder] = await tx
    .select({ id: orderParcels.orderId })
    .from(orderParcels)
    .where(and(eq(orderParcels.shopId, shopId), eq(orderParcels.shipmentId, id)))
    .limit(1)
  const [ofReturn] = await tx
    .select({ id: returnBoxes.returnId })
    .from(returnBoxes)
    .where(
      and(
        eq(returnBoxes.shopId, shopId),
        eq(returnBoxes.shipmentId, id),
        ne(returnBoxes.returnId, parcel.returnId),
      ),
    )
    .limit(1)
  return ofOrder || ofReturn ? null : id
}
