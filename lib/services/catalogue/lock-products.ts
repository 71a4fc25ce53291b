import { and, asc, eq, inArray } from 'drizzle-orm'
import { products } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { CatalogueItem } from '@/lib/catalogue/catalogue-item'
import type { ShopId } from '@/lib/core/ids'
import { productRow } from './product-row'

/** By their keys, always in one order, so that two writers can't wait for each other. */
export async function lockProducts(
  tx: ShopTx,
  shopId: ShopId,
  keys: readonly string[],
): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const rows = await tx
    .select({ key: products.key })
    .from(products)
    .where(and(eq(products.shopId, shopId), inArray(products.key, [...keys])))
    .orderBy(asc(products.key))
    .for('update')
  return new Set(rows.map(({ key }) => key))
}

/**
 * Makes the products of items be there, and keeps everybody else from counting their items up until this transaction is over:
 * otherwise two writers of two variants would each miss the other's.
 */
export async function admitProducts(
  tx: ShopTx,
  shopId: ShopId,
  source: string,
  items: readonly CatalogueItem[],
  now: Date,
): Promise<void> {
  const byKey = new Map(items.map((item) => [item.product, item]))
  const keys = [...byKey.keys()].sort()
  const there = await lockProducts(tx, shopId, keys)
  const missing = keys.filter((key) => !there.has(key))
  const rows = missing.flatMap((key) => {
    const item = byKey.get(key)
    return item ? [productRow(shopId, key, source, item, now)] : []
  })
  if (rows.length === 0) return
  const made = await tx
    .insert(products)
    .values(rows)
    .onConflictDoNothing({ target: [products.shopId, products.key] })
    .returning({ key: products.key })
  if (made.length < rows.length) await lockProducts(tx, shopId, missing)
}
