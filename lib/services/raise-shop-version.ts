import { eq, sql } from 'drizzle-orm'
import { shops } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

/** Pages that are kept learn by the shop's version that something on all of them has changed. */
export const raiseShopVersion = (tx: ShopTx, shopId: ShopId) =>
  tx
    .update(shops)
    .set({ version: sql`${shops.version} + 1` })
    .where(eq(shops.shopId, shopId))
