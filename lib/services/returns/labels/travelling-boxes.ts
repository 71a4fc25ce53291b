import { and, asc, eq, exists, ne } from 'drizzle-orm'
import { returnBoxes, returnItems } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

export type BoxRow = typeof returnBoxes.$inferSelect

export const thisBox = (shopId: ShopId, returnId: string, box: number) =>
  and(eq(returnBoxes.shopId, shopId), eq(returnBoxes.returnId, returnId), eq(returnBoxes.box, box))

/** The boxes of a return in which something travels, locked; what is kept stays where it is. */
export const travellingBoxes = (tx: ShopTx, shopId: ShopId, returnId: string): Promise<BoxRow[]> =>
  tx
    .select()
    .from(returnBoxes)
    .where(
      and(
        eq(returnBoxes.shopId, shopId),
        eq(returnBoxes.returnId, returnId),
        exists(
          tx
            .select({ key: returnItems.key })
            .from(returnItems)
            .where(
              and(
                eq(returnItems.shopId, shopId),
                eq(returnItems.returnId, returnId),
                eq(returnItems.box, returnBoxes.box),
                ne(returnItems.outcome, 'keep'),
              ),
            ),
        ),
      ),
    )
    .orderBy(asc(returnBoxes.box))
    .for('update')
