import type { products } from '@/db/schema'
import type { PlannedProduct } from '@/lib/catalogue/plan-product'
import { derivedId } from '@/lib/core/derived-id'
import type { ShopId } from '@/lib/core/ids'
import { mediaId } from '@/lib/shops/media-id'

/** A product's row; its id follows from the shop's own, so that it is the same however often it comes and goes. */
export const productRow = (
  shopId: ShopId,
  key: string,
  source: string,
  shown: PlannedProduct,
  now: Date,
): typeof products.$inferInsert => ({
  shopId,
  id: derivedId(`${shopId}/products/${key}`),
  key,
  title: shown.title,
  url: shown.url,
  image: shown.image,
  mediaId: shown.image === null ? null : mediaId(shown.image),
  price: shown.price,
  priceBefore: shown.priceBefore,
  currency: shown.currency,
  category: shown.category,
  tags: shown.tags,
  brand: shown.brand,
  inStock: shown.inStock,
  picked: null,
  source,
  goneAt: null,
  updatedAt: now,
})
