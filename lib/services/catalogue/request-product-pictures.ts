import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { media, products } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'
import { requestPictures } from '@/lib/services/request-pictures'

/**
 * Asks for our copies of the pictures of products that were shown without one: a catalogue has a hundred thousand, its pages a few.
 * Answers with the pictures that are to be fetched now; nothing is written while there are none.
 */
export async function requestProductPictures(
  { db, now }: Context,
  shopId: ShopId,
  productIds: readonly string[],
): Promise<string[]> {
  if (productIds.length === 0) return []
  return withShop(db, shopId, async (tx) => {
    const rows = await tx
      .select({ image: products.image })
      .from(products)
      .leftJoin(media, and(eq(media.shopId, products.shopId), eq(media.id, products.mediaId)))
      .where(
        and(
          eq(products.shopId, shopId),
          inArray(products.id, [...productIds]),
          isNotNull(products.image),
          isNull(media.id),
        ),
      )
    return requestPictures(
      tx,
      shopId,
      rows.flatMap(({ image }) => image ?? []),
      now(),
    )
  })
}
