import { and, eq } from 'drizzle-orm'
import { media } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

/** The bytes of our copy of a picture (WebP); null while it isn't fetched, or was refused. */
export async function findMediaContent(
  tx: ShopTx,
  shopId: ShopId,
  mediaId: string,
): Promise<Uint8Array | null> {
  const [row] = await tx
    .select({ content: media.content })
    .from(media)
    .where(and(eq(media.shopId, shopId), eq(media.id, mediaId), eq(media.state, 'ready')))
  return row?.content ?? null
}
