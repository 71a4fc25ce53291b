import { eq } from 'drizzle-orm'
import { workReady } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import { derivedId } from '@/lib/core/derived-id'
import type { ShopId } from '@/lib/core/ids'

/** A parcel is looked after by one piece of work at most. */
const workId = (shopId: ShopId, shipmentId: string): string => derivedId(`${shopId} care ${shipmentId}`)

/** When a parcel is looked at next. */
export async function setCareClock(
  tx: ShopTx,
  shopId: ShopId,
  shipmentId: string,
  dueAt: Date,
): Promise<void> {
  await tx
    .insert(workReady)
    .values({ id: workId(shopId, shipmentId), shopId, kind: 'care', subject: shipmentId, dueAt, attempts: 0 })
    .onConflictDoUpdate({ target: workReady.id, set: { dueAt, attempts: 0 } })
}

/** Only a new fact can change anything. */
export async function stopCareClock(tx: ShopTx, shopId: ShopId, shipmentId: string): Promise<void> {
  await tx.delete(workReady).where(eq(workReady.id, workId(shopId, shipmentId)))
}
