import { media, workReady } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { mediaId, mediaWorkId } from '@/lib/shops/media-id'

/** Asks for our copies of pictures that nobody has asked for yet; answers with those that are still to fetch. */
export async function requestPictures(
  tx: ShopTx,
  shopId: ShopId,
  images: readonly string[],
  now: Date,
): Promise<string[]> {
  const urls = [...new Set(images)]
  if (urls.length === 0) return []
  const fresh = await tx
    .insert(media)
    .values(
      urls.map((sourceUrl) => ({
        shopId,
        id: mediaId(sourceUrl),
        sourceUrl,
        state: 'due' as const,
        createdAt: now,
      })),
    )
    .onConflictDoNothing({ target: [media.shopId, media.id] })
    .returning({ id: media.id })
  if (fresh.length === 0) return []
  await tx
    .insert(workReady)
    .values(
      fresh.map(({ id }) => ({
        id: mediaWorkId(shopId, id),
        shopId,
        kind: 'media' as const,
        subject: id,
        dueAt: now,
        attempts: 0,
      })),
    )
    .onConflictDoNothing({ target: workReady.id })
  return fresh.map(({ id }) => id)
}
