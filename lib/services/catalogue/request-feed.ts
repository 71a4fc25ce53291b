import { and, eq } from 'drizzle-orm'
import { productFeeds, workReady } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Context } from '@/lib/services/context'
import { isBeingRead } from './is-being-read'
import { feedWorkId } from './run-feed'

/** Has a feed read now rather than when it is due, whether or not it has changed. */
export async function requestFeed(
  { db, now }: Context,
  shopId: ShopId,
  name: string,
): Promise<Result<null, 'not_found' | 'wrong_state'>> {
  return withShop(db, shopId, async (tx) => {
    const at = now()
    const [feed] = await tx
      .update(productFeeds)
      .set({ etag: null, lastModified: null })
      .where(and(eq(productFeeds.shopId, shopId), eq(productFeeds.name, name)))
      .returning({ id: productFeeds.id })
    if (!feed) return fail('not_found')
    if (await isBeingRead(tx, shopId, name, at)) return fail('wrong_state')
    await tx
      .update(workReady)
      .set({ dueAt: at })
      .where(eq(workReady.id, feedWorkId(shopId, feed.id)))
    return ok(null)
  })
}
