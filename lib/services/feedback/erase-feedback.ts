import { and, eq, inArray } from 'drizzle-orm'
import { feedback } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

/** What people wrote about their orders goes; how many stars they gave stays, as a number of nobody. */
export async function eraseFeedback(tx: ShopTx, shopId: ShopId, orderIds: string[]): Promise<void> {
  if (orderIds.length === 0) return
  await tx
    .update(feedback)
    .set({ comment: null })
    .where(and(eq(feedback.shopId, shopId), inArray(feedback.orderId, orderIds)))
}
