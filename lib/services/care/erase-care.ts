import { and, eq, inArray, sql } from 'drizzle-orm'
import { addressFixes, careCases, outbox, wishes } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

/**
 * Removes the addresses and wishes that somebody wrote for their orders, and what the shop was told of them. That a voucher was
 * given stays: it names nobody, and the month's budget counts it.
 */
export async function eraseCare(tx: ShopTx, shopId: ShopId, orderIds: string[]): Promise<void> {
  if (orderIds.length === 0) return
  await tx
    .delete(addressFixes)
    .where(and(eq(addressFixes.shopId, shopId), inArray(addressFixes.orderId, orderIds)))
  await tx.delete(wishes).where(and(eq(wishes.shopId, shopId), inArray(wishes.orderId, orderIds)))
  await tx
    .delete(careCases)
    .where(
      and(eq(careCases.shopId, shopId), eq(careCases.kind, 'wish'), inArray(careCases.subject, orderIds)),
    )
  await tx
    .update(outbox)
    .set({ payload: sql`${outbox.payload} - 'previous' - 'address' - 'wish'` })
    .where(
      and(
        eq(outbox.shopId, shopId),
        inArray(outbox.subjectType, ['address', 'wish']),
        inArray(outbox.subject, orderIds),
      ),
    )
}
