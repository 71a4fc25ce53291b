import { and, eq, inArray } from 'drizzle-orm'
import { findPolicy } from '@/db/queries/read-policy'
import { listHolds } from '@/db/queries/read-stock'
import { returnItems, returns, stockHolds } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { goodsOf } from '@/lib/returns/money/paid-item'
import type { Context } from '@/lib/services/context'
import { noteUnavailable } from './note-unavailable'
import { takeStock, type Wanted } from './take-stock'

const DAY_MS = 86_400_000

/** When pieces that are set aside now are free again, where the return doesn't set off. */
export async function holdUntil(tx: ShopTx, shopId: ShopId, returnId: string, now: Date): Promise<Date> {
  const [row] = await tx
    .select({ policyVersion: returns.policyVersion })
    .from(returns)
    .where(and(eq(returns.shopId, shopId), eq(returns.id, returnId)))
  const policy = row && (await findPolicy(tx, shopId, row.policyVersion))
  if (!policy) throw new Error(`return ${returnId} has no policy`)
  return new Date(now.getTime() + policy.exchange.reserveDays * DAY_MS)
}

/**
 * Sets aside what a return's exchanges send, as its items stand now: what is held already stays held, what was chosen otherwise
 * since is free again. What is out of stock becomes `unavailable`, and the shopper is asked what to do instead.
 */
export async function holdStock(
  tx: ShopTx,
  context: Context,
  shopId: ShopId,
  returnId: string,
): Promise<void> {
  const now = context.now()
  const items = await tx
    .select()
    .from(returnItems)
    .where(and(eq(returnItems.shopId, shopId), eq(returnItems.returnId, returnId)))
  const holds = new Map((await listHolds(tx, shopId, returnId, now)).map((hold) => [hold.key, hold]))
  const wanted: Wanted[] = items.flatMap((item) => {
    const goods = goodsOf(item)
    return goods ? [{ returnId, key: item.key, sku: goods.sku, quantity: item.quantity }] : []
  })
  const dropped = [...holds.keys()].filter((key) => !wanted.some((one) => one.key === key))
  if (dropped.length > 0)
    await tx
      .update(stockHolds)
      .set({ state: 'released' })
      .where(
        and(
          eq(stockHolds.shopId, shopId),
          eq(stockHolds.returnId, returnId),
          inArray(stockHolds.key, dropped),
          inArray(stockHolds.state, ['held', 'unavailable']),
        ),
      )
  if (wanted.length === 0) return
  const until = await holdUntil(tx, shopId, returnId, now)
  // In one order for everybody, so that two returns can't wait for each other.
  for (const one of wanted.toSorted((a, b) => (a.sku < b.sku ? -1 : 1))) {
    const before = holds.get(one.key)
    const isSame = before?.sku === one.sku && before.quantity === one.quantity
    if (isSame && (before.live || before.state === 'shipped')) continue
    const isThere = await takeStock(tx, shopId, one, until, now)
    if (!isThere && !(isSame && before.state === 'unavailable'))
      await noteUnavailable(tx, context, shopId, one)
  }
}
