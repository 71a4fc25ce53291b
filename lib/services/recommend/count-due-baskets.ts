import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'
import { writeBasketCounts } from '@/db/queries/write-basket-counts'
import { baskets, basketTotals, orders, workReady } from '@/db/schema'
import { type ShopTx, withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'
import { recountBaskets } from './recount-baskets'

/** So many orders in one transaction. */
const BATCH = 1000

async function holdTotals(tx: ShopTx, shopId: ShopId, now: Date): Promise<void> {
  const [first] = await tx
    .insert(basketTotals)
    .values({ shopId, orders: 0 })
    .onConflictDoNothing()
    .returning({ orders: basketTotals.orders })
  // There may be orders from before anything was counted.
  if (first) await recountBaskets(tx, shopId, now)
  await tx.select().from(basketTotals).where(eq(basketTotals.shopId, shopId)).for('update')
}

/**
 * Counts orders of a shop that are due, `orderId` among them where one is named, and ends their work. Returns how many; once the
 * shop's totals are held nobody else counts, so that each difference is written once.
 */
async function countSome(context: Context, shopId: ShopId, orderId: string | null): Promise<number> {
  return withShop(context.db, shopId, async (tx) => {
    await holdTotals(tx, shopId, context.now())
    const named = orderId === null ? [] : [orderId]
    const held = await tx
      .select({ orderId: baskets.orderId })
      .from(baskets)
      .where(and(eq(baskets.shopId, shopId), or(eq(baskets.due, true), inArray(baskets.orderId, named))))
      .orderBy(asc(baskets.orderId))
      .limit(BATCH)
      .for('update')
    const ids = held.map((basket) => basket.orderId)
    if (ids.length > 0) {
      await writeBasketCounts(tx, shopId, ids)
      await tx
        .delete(baskets)
        .where(
          and(
            eq(baskets.shopId, shopId),
            inArray(baskets.orderId, ids),
            sql`not exists (select from ${orders} where ${orders.shopId} = ${shopId} and ${orders.id} = ${baskets.orderId})`,
          ),
        )
    }
    const done = ids.length < BATCH ? [...ids, ...named] : ids
    if (done.length > 0) await tx.delete(workReady).where(inArray(workReady.id, done))
    return ids.length
  })
}

/** Counts until nothing of a shop is due. */
export async function countDueBaskets(
  context: Context,
  shopId: ShopId,
  orderId: string | null,
): Promise<void> {
  while ((await countSome(context, shopId, orderId)) === BATCH);
}
