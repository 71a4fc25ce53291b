import { and, eq } from 'drizzle-orm'
import { slotPlacements } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'
import { raiseShopVersion } from '@/lib/services/raise-shop-version'

/** Takes a slot off a shop's pages; false when there was none of that name. What was counted for it stays. */
export const deleteSlot = ({ db }: Context, shopId: ShopId, id: string): Promise<boolean> =>
  withShop(db, shopId, async (tx) => {
    const removed = await tx
      .delete(slotPlacements)
      .where(and(eq(slotPlacements.shopId, shopId), eq(slotPlacements.id, id)))
      .returning({ id: slotPlacements.id })
    if (removed.length > 0) await raiseShopVersion(tx, shopId)
    return removed.length > 0
  })
