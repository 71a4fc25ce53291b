import { sql } from 'drizzle-orm'
import { variants } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { VariantsBody } from '@/lib/returns/variants-body'
import type { Context } from '@/lib/services/context'
import { requestPictures } from '@/lib/services/request-pictures'
import { mediaId } from '@/lib/shops/media-id'

const excluded = (column: string) => sql.raw(`excluded.${column}`)

/**
 * Writes variants as the shop tells them, by SKU; those that a call leaves out stay as they are. Answers with the pictures that are
 * still to fetch.
 */
export async function writeVariants(
  { db, now }: Context,
  shopId: ShopId,
  { variants: told }: VariantsBody,
): Promise<{ written: number; pictures: string[] }> {
  return withShop(db, shopId, async (tx) => {
    const at = now()
    // Written in one order, so that two calls can't wait for each other.
    const rows = told
      .toSorted((a, b) => (a.sku < b.sku ? -1 : 1))
      .map((variant) => ({
        shopId,
        sku: variant.sku,
        product: variant.product,
        title: variant.title,
        variant: variant.variant ?? null,
        options: variant.options,
        category: variant.category ?? null,
        price: variant.price,
        currency: variant.currency,
        stock: variant.stock ?? null,
        image: variant.image ?? null,
        mediaId: variant.image ? mediaId(variant.image) : null,
        externalId: variant.externalId ?? null,
        updatedAt: at,
      }))
    await tx
      .insert(variants)
      .values(rows)
      .onConflictDoUpdate({
        target: [variants.shopId, variants.sku],
        set: {
          product: excluded('product'),
          title: excluded('title'),
          variant: excluded('variant'),
          options: excluded('options'),
          category: excluded('category'),
          price: excluded('price'),
          currency: excluded('currency'),
          stock: excluded('stock'),
          image: excluded('image'),
          mediaId: excluded('media_id'),
          externalId: excluded('external_id'),
          updatedAt: at,
        },
      })
    const images = told.flatMap(({ image }) => image ?? [])
    return { written: rows.length, pictures: await requestPictures(tx, shopId, images, at) }
  })
}
