import { asc, eq } from 'drizzle-orm'
import { listProducts } from '@/db/queries/list-products'
import { productItems } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { CatalogueItem } from '@/lib/catalogue/catalogue-item'
import type { Entry } from '@/lib/catalogue/entry'
import type { Context } from '@/lib/services/context'
import type { TestShop } from './context'

/** An item of a shop's, as a source tells it. */
export const item = (key: string, more: Partial<CatalogueItem> = {}): CatalogueItem => ({
  key,
  product: key,
  sku: key,
  title: `Product ${key}`,
  url: `https://shop.example/p/${key}`,
  image: null,
  price: 1000,
  priceBefore: null,
  currency: 'EUR',
  category: 'things',
  tags: [],
  brand: null,
  gtin: null,
  inStock: true,
  ...more,
})

/** Items, and reasons against them, as a source's entries. */
export async function* entriesOf(
  list: readonly (CatalogueItem | { id: string; why: string })[],
): AsyncGenerator<Entry> {
  for (const [index, one] of list.entries()) {
    const place = `line ${index + 1}`
    yield 'why' in one ? { place, ...one } : { place, id: one.key, item: one }
  }
}

/** What a shop's pages could show. */
export const productsOf = async (context: Context, { id }: TestShop) => {
  const list = await withShop(context.db, id, (tx) => listProducts(tx, id, { limit: 500 }))
  return list.products
}

/** What can be bought of it. */
export const itemsOf = (context: Context, { id }: TestShop) =>
  withShop(context.db, id, (tx) =>
    tx.select().from(productItems).where(eq(productItems.shopId, id)).orderBy(asc(productItems.key)),
  )
