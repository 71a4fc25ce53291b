import { and, eq, sql } from 'drizzle-orm'
import { readFreeStock } from '@/db/queries/read-stock'
import { stockHolds, variants } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

/** Goods that an item waits for. */
export type Wanted = { returnId: string; key: string; sku: string; quantity: number }

type State = (typeof stockHolds.$inferSelect)['state']

const ofItem = (shopId: ShopId, { returnId, key }: Wanted) =>
  and(eq(stockHolds.shopId, shopId), eq(stockHolds.returnId, returnId), eq(stockHolds.key, key))

/** Whoever counts a variant's pieces does it one after the other. */
const lockVariant = (tx: ShopTx, shopId: ShopId, sku: string) =>
  tx
    .select({ stock: variants.stock })
    .from(variants)
    .where(and(eq(variants.shopId, shopId), eq(variants.sku, sku)))
    .for('update')

export const setHold = (
  tx: ShopTx,
  shopId: ShopId,
  { returnId, key, sku, quantity }: Wanted,
  state: State,
  expiresAt: Date,
  now: Date,
) =>
  tx
    .insert(stockHolds)
    .values({ shopId, returnId, key, sku, quantity, state, expiresAt, createdAt: now })
    .onConflictDoUpdate({
      target: [stockHolds.shopId, stockHolds.returnId, stockHolds.key],
      set: { sku, quantity, state, expiresAt },
    })

/** Sets pieces aside; false where too few are free. What isn't counted is always there. */
export async function takeStock(
  tx: ShopTx,
  shopId: ShopId,
  wanted: Wanted,
  expiresAt: Date,
  now: Date,
): Promise<boolean> {
  await lockVariant(tx, shopId, wanted.sku)
  // Its own former hold doesn't stand in its way.
  await tx.update(stockHolds).set({ state: 'released' }).where(ofItem(shopId, wanted))
  const free = (await readFreeStock(tx, shopId, [wanted.sku], now)).get(wanted.sku) ?? null
  const isThere = free === null || free >= wanted.quantity
  await setHold(tx, shopId, wanted, isThere ? 'held' : 'unavailable', expiresAt, now)
  return isThere
}

/** Takes pieces that were set aside out of the stock; false where the shop has meanwhile sold them elsewhere. */
export async function shipStock(tx: ShopTx, shopId: ShopId, wanted: Wanted): Promise<boolean> {
  const [variant] = await lockVariant(tx, shopId, wanted.sku)
  const stock = variant?.stock ?? null
  if (stock !== null && stock < wanted.quantity) return false
  if (stock !== null)
    await tx
      .update(variants)
      .set({ stock: stock - wanted.quantity })
      .where(and(eq(variants.shopId, shopId), eq(variants.sku, wanted.sku)))
  await tx.update(stockHolds).set({ state: 'shipped' }).where(ofItem(shopId, wanted))
  return true
}

/** Puts pieces back that were to be shipped and aren't. */
export async function unshipStock(tx: ShopTx, shopId: ShopId, returnId: string, key: string): Promise<void> {
  const [hold] = await tx
    .update(stockHolds)
    .set({ state: 'released' })
    .where(
      and(
        eq(stockHolds.shopId, shopId),
        eq(stockHolds.returnId, returnId),
        eq(stockHolds.key, key),
        eq(stockHolds.state, 'shipped'),
      ),
    )
    .returning()
  if (!hold) return
  await tx
    .update(variants)
    .set({ stock: sql`${variants.stock} + ${hold.quantity}` })
    .where(and(eq(variants.shopId, shopId), eq(variants.sku, hold.sku)))
}
