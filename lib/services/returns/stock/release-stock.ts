import { and, eq, inArray } from 'drizzle-orm'
import { stockHolds } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'

/** What a return had set aside is free again; what is on its way stays. */
export async function releaseStock(
  tx: ShopTx,
  _context: Context,
  shopId: ShopId,
  returnId: string,
): Promise<void> {
  await tx
    .update(stockHolds)
    .set({ state: 'released' })
    .where(
      and(
        eq(stockHolds.shopId, shopId),
        eq(stockHolds.returnId, returnId),
        inArray(stockHolds.state, ['held', 'unavailable']),
      ),
    )
}
