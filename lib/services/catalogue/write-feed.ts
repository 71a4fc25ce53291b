import { and, eq } from 'drizzle-orm'
import { productFeeds, workReady } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { FeedJson } from '@/lib/api/schemas/product-schema'
import type { FeedBody } from '@/lib/catalogue/feed-body'
import { newId, type ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'
import { sealCredentials } from './feed-credentials'
import { feedJson } from './feed-json'
import { isBeingRead } from './is-being-read'
import { feedWorkId } from './run-feed'

/** Writes where products are fetched from, and has it read at once. */
export async function writeFeed(
  { db, keyring, now }: Context,
  shopId: ShopId,
  name: string,
  { credentials: given, currency, sku, ...told }: FeedBody,
): Promise<FeedJson> {
  return withShop(db, shopId, async (tx) => {
    const at = now()
    const [known] = await tx
      .select({ id: productFeeds.id, credentials: productFeeds.credentials })
      .from(productFeeds)
      .where(and(eq(productFeeds.shopId, shopId), eq(productFeeds.name, name)))
      .for('update')
    const id = known?.id ?? newId()
    const credentials =
      given === undefined
        ? (known?.credentials ?? null)
        : given && sealCredentials(keyring, shopId, id, given, at)
    // Other settings read the same feed otherwise: no condition holds any more.
    const settings = { ...told, settings: { currency, sku }, credentials, etag: null, lastModified: null }
    const [feed] = await tx
      .insert(productFeeds)
      .values({ shopId, id, name, createdAt: at, updatedAt: at, ...settings })
      .onConflictDoUpdate({
        target: [productFeeds.shopId, productFeeds.id],
        set: { ...settings, updatedAt: at },
      })
      .returning()
    if (!feed) throw new Error('an upsert returned no row')
    const isBusy = await isBeingRead(tx, shopId, name, at)
    const work = tx
      .insert(workReady)
      .values({ id: feedWorkId(shopId, id), shopId, kind: 'feed', subject: id, dueAt: at, attempts: 0 })
    // One that is being read now sees by itself that it was written anew.
    await (isBusy
      ? work.onConflictDoNothing({ target: workReady.id })
      : work.onConflictDoUpdate({ target: workReady.id, set: { dueAt: at, attempts: 0 } }))
    return feedJson(feed)
  })
}
