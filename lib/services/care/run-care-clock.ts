import { and, eq } from 'drizzle-orm'
import { orderParcels, shipments } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'
import { stopCareClock } from './care-clock'
import { grantVoucher } from './grant-voucher'
import { lookAfter } from './look-after'

/**
 * Looks at a parcel because time has passed: vouchers for a broken promise first, each order's in a transaction of its own, then
 * the list and the next look. After a crash in between it is looked at again, and nothing is granted twice.
 */
export async function runCareClock(context: Context, shopId: ShopId, shipmentId: string): Promise<void> {
  const { db, now } = context
  const found = await withShop(db, shopId, (tx) =>
    tx
      .select({ orderId: orderParcels.orderId })
      .from(orderParcels)
      .where(and(eq(orderParcels.shopId, shopId), eq(orderParcels.shipmentId, shipmentId))),
  )
  for (const { orderId } of found) await grantVoucher(context, shopId, { orderId, shipmentId })
  await withShop(db, shopId, async (tx) => {
    const [shipment] = await tx
      .select()
      .from(shipments)
      .where(and(eq(shipments.shopId, shopId), eq(shipments.id, shipmentId)))
      .for('update')
    await stopCareClock(tx, shopId, shipmentId)
    if (!shipment) return
    await lookAfter(tx, shopId, shipment, shipment.projection, { now: now(), woken: 'clock' })
  })
}
