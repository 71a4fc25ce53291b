import { and, eq, inArray, lt, or, sql } from 'drizzle-orm'
import { addressFixes, careCases, outbox, wishes } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

/** No parcel is on its way for longer. */
const KEPT_DAYS = 90
const DAY_MS = 24 * 3_600_000

/** Removes addresses and wishes of deliveries that are long over, from what the shop was told too, and the list's settled entries. */
export async function forgetCare(tx: ShopTx, shopId: ShopId, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * DAY_MS)
  await tx
    .delete(addressFixes)
    .where(and(eq(addressFixes.shopId, shopId), lt(addressFixes.createdAt, before)))
  await tx.delete(wishes).where(and(eq(wishes.shopId, shopId), lt(wishes.createdAt, before)))
  await tx
    .delete(careCases)
    .where(
      and(
        eq(careCases.shopId, shopId),
        or(lt(careCases.closedAt, before), and(eq(careCases.kind, 'wish'), lt(careCases.openedAt, before))),
      ),
    )
  await tx
    .update(outbox)
    .set({ payload: sql`${outbox.payload} - 'previous' - 'address' - 'wish'` })
    .where(
      and(
        eq(outbox.shopId, shopId),
        inArray(outbox.subjectType, ['address', 'wish']),
        lt(outbox.createdAt, before),
        sql`(${outbox.payload} -> 'address' is not null or ${outbox.payload} -> 'wish' is not null)`,
      ),
    )
}
