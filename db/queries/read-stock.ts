import { and, eq, inArray, sql } from 'drizzle-orm'
import { returns, stockHolds, variants } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

/** Whether a hold counts: until its day is over, and longer where the return has set off. */
const isLive = (now: Date) => sql`(${stockHolds.state} = 'held' and (
  ${stockHolds.expiresAt} > ${now.toISOString()}::timestamptz
  or ${returns.sentAt} is not null or ${returns.receivedAt} is not null))`

/**
 * How many pieces of each variant nobody has set aside; null: they aren't counted. SKUs that the shop never told are left out.
 */
export async function readFreeStock(
  tx: ShopTx,
  shopId: ShopId,
  skus: readonly string[],
  now: Date,
): Promise<Map<string, number | null>> {
  if (skus.length === 0) return new Map()
  const rows = await tx
    .select({
      sku: variants.sku,
      stock: variants.stock,
      held: sql<number>`coalesce(sum(${stockHolds.quantity}) filter (where ${isLive(now)}), 0)::int`,
    })
    .from(variants)
    .leftJoin(stockHolds, and(eq(stockHolds.shopId, variants.shopId), eq(stockHolds.sku, variants.sku)))
    .leftJoin(returns, and(eq(returns.shopId, stockHolds.shopId), eq(returns.id, stockHolds.returnId)))
    .where(and(eq(variants.shopId, shopId), inArray(variants.sku, [...skus])))
    .groupBy(variants.sku, variants.stock)
  return new Map(rows.map(({ sku, stock, held }) => [sku, stock === null ? null : Math.max(0, stock - held)]))
}

export type StockHold = {
  key: string
  sku: string
  quantity: number
  state: (typeof stockHolds.$inferSelect)['state']
  expiresAt: Date
  /** Whether it counts. */
  live: boolean
}

/** What a return has set aside, by item. */
export const listHolds = (tx: ShopTx, shopId: ShopId, returnId: string, now: Date): Promise<StockHold[]> =>
  tx
    .select({
      key: stockHolds.key,
      sku: stockHolds.sku,
      quantity: stockHolds.quantity,
      state: stockHolds.state,
      expiresAt: stockHolds.expiresAt,
      live: sql<boolean>`${isLive(now)}`,
    })
    .from(stockHolds)
    .innerJoin(returns, and(eq(returns.shopId, stockHolds.shopId), eq(returns.id, stockHolds.returnId)))
    .where(and(eq(stockHolds.shopId, shopId), eq(stockHolds.returnId, returnId)))

/** Keys of the items whose exchange is out of stock: their shopper has to choose something else. */
export async function listExchangesToChoose(tx: ShopTx, shopId: ShopId, returnId: string): Promise<string[]> {
  const rows = await tx
    .select({ key: stockHolds.key })
    .from(stockHolds)
    .where(
      and(
        eq(stockHolds.shopId, shopId),
        eq(stockHolds.returnId, returnId),
        eq(stockHolds.state, 'unavailable'),
      ),
    )
    .orderBy(stockHolds.key)
  return rows.map(({ key }) => key)
}
