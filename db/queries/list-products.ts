import { and, asc, eq, gt } from 'drizzle-orm'
import { products } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ProductListJson } from '@/lib/api/schemas/product-schema'
import type { ShopId } from '@/lib/core/ids'

/** A page of a shop's products, by the shop's own id. */
export async function listProducts(
  tx: ShopTx,
  shopId: ShopId,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<ProductListJson> {
  const rows = await tx
    .select()
    .from(products)
    .where(and(eq(products.shopId, shopId), after === undefined ? undefined : gt(products.key, after)))
    .orderBy(asc(products.key))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  return {
    products: page.map((row) => ({
      id: row.key,
      title: row.title,
      url: row.url,
      image: row.image,
      price: row.price,
      priceBefore: row.priceBefore,
      currency: row.currency,
      category: row.category,
      tags: row.tags,
      brand: row.brand,
      inStock: row.inStock,
      picked: row.picked,
      source: row.source,
      goneAt: row.goneAt?.toISOString() ?? null,
      updatedAt: row.updatedAt.toISOString(),
    })),
    next: rows.length > limit ? (page.at(-1)?.key ?? null) : null,
  }
}
