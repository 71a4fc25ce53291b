import { and, eq } from 'drizzle-orm'
import { productFeeds, workReady } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'
import { markLeftOut } from './mark-gone'
import { feedWorkId } from './run-feed'

/** Takes a feed away, and what it told out of what is sold; false where there is none of that name. */
export async function removeFeed(context: Context, shopId: ShopId, name: string): Promise<boolean> {
  const removed = await withShop(context.db, shopId, async (tx) => {
    const [feed] = await tx
      .delete(productFeeds)
      .where(and(eq(productFeeds.shopId, shopId), eq(productFeeds.name, name)))
      .returning({ id: productFeeds.id })
    if (!feed) return false
    await tx.delete(workReady).where(eq(workReady.id, feedWorkId(shopId, feed.id)))
    return true
  })
  // Later than anything that was told.
  if (removed) await markLeftOut(context, shopId, name, new Date(context.now().getTime() + 1))
  return removed
}
