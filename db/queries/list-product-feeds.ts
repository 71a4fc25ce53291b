import { asc, eq } from 'drizzle-orm'
import { productFeeds } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

/** Where a shop's products are fetched from, by name. */
export const listProductFeeds = (tx: ShopTx, shopId: ShopId) =>
  tx.select().from(productFeeds).where(eq(productFeeds.shopId, shopId)).orderBy(asc(productFeeds.name))
