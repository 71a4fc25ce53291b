import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { productItems, products } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import { planProduct } from '@/lib/catalogue/plan-product'
import type { ShopId } from '@/lib/core/ids'
import { productRow } from './product-row'

/** What an item may change of its product. */
const COLUMNS = [
  'title',
  'url',
  'image',
  'media_id',
  'price',
  'price_before',
  'currency',
  'category',
  'tags',
  'brand',
  'in_stock',
  'source',
  'gone_at',
] as const

const excluded = (column: string) => sql.raw(`excluded.${column}`)
const list = (table: string) => sql.raw(COLUMNS.map((column) => `${table}.${column}`).join(', '))

/** Makes products anew from what is sold of them; one of which nothing is sold is gone, and keeps how it looked. */
export async function refreshProducts(
  tx: ShopTx,
  shopId: ShopId,
  keys: readonly string[],
  now: Date,
): Promise<void> {
  if (keys.length === 0) return
  const sold = await tx
    .select()
    .from(productItems)
    .where(
      and(
        eq(productItems.shopId, shopId),
        inArray(productItems.product, [...keys]),
        isNull(productItems.goneAt),
      ),
    )
  const groups = new Map<string, typeof sold>()
  for (const item of sold) {
    const group = groups.get(item.product)
    if (group) group.push(item)
    else groups.set(item.product, [item])
  }
  const rows = keys.toSorted().flatMap((key) => {
    const items = groups.get(key) ?? []
    const shown = planProduct(items)
    return shown ? [productRow(shopId, key, items[0]?.source ?? '', shown, now)] : []
  })
  if (rows.length > 0)
    await tx
      .insert(products)
      .values(rows)
      .onConflictDoUpdate({
        target: [products.shopId, products.key],
        set: {
          title: excluded('title'),
          url: excluded('url'),
          image: excluded('image'),
          mediaId: excluded('media_id'),
          price: excluded('price'),
          priceBefore: excluded('price_before'),
          currency: excluded('currency'),
          category: excluded('category'),
          tags: excluded('tags'),
          brand: excluded('brand'),
          inStock: excluded('in_stock'),
          source: excluded('source'),
          goneAt: excluded('gone_at'),
          updatedAt: now,
        },
        setWhere: sql`(${list('products')}) is distinct from (${list('excluded')})`,
      })
  const left = keys.filter((key) => !groups.has(key))
  if (left.length > 0)
    await tx
      .update(products)
      .set({ goneAt: now, inStock: false, updatedAt: now })
      .where(and(eq(products.shopId, shopId), inArray(products.key, left), isNull(products.goneAt)))
}
