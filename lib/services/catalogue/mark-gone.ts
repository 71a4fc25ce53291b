import { and, asc, eq, inArray, isNull, lt } from 'drizzle-orm'
import { productItems } from '@/db/schema'
import { type ShopTx, withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'
import { lockProducts } from './lock-products'
import { refreshProducts } from './refresh-products'

const BATCH = 500

/** Marks items as no longer sold; they stay, and come back when they are told again. */
export async function markItemsGone(
  tx: ShopTx,
  shopId: ShopId,
  items: readonly { key: string; product: string }[],
  now: Date,
): Promise<void> {
  if (items.length === 0) return
  const products = [...new Set(items.map(({ product }) => product))]
  await lockProducts(tx, shopId, products)
  await tx
    .update(productItems)
    .set({ goneAt: now, updatedAt: now })
    .where(
      and(
        eq(productItems.shopId, shopId),
        inArray(
          productItems.key,
          items.map(({ key }) => key),
        ),
      ),
    )
  await refreshProducts(tx, shopId, products, now)
}

/** Marks what a source told before and left out of a full reading that began at `at`; answers how many items. */
export async function markLeftOut(
  { db, now }: Context,
  shopId: ShopId,
  source: string,
  at: Date,
): Promise<number> {
  for (let gone = 0; ; ) {
    const count = await withShop(db, shopId, async (tx) => {
      const items = await tx
        .select({ key: productItems.key, product: productItems.product })
        .from(productItems)
        .where(
          and(
            eq(productItems.shopId, shopId),
            eq(productItems.source, source),
            lt(productItems.seenAt, at),
            isNull(productItems.goneAt),
          ),
        )
        .orderBy(asc(productItems.product), asc(productItems.key))
        .limit(BATCH)
      await markItemsGone(tx, shopId, items, now())
      return items.length
    })
    gone += count
    if (count < BATCH) return gone
  }
}
