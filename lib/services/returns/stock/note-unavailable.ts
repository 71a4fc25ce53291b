import { and, eq, sql } from 'drizzle-orm'
import { returnLog, returns } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'
import { tellMerchant } from '@/lib/services/tell-merchant'
import type { Wanted } from './take-stock'

/** An exchange that can't be sent is never silence: a line in the log, a new version for the pages, a word to the merchant. */
export async function noteUnavailable(
  tx: ShopTx,
  { now }: Context,
  shopId: ShopId,
  { returnId, key, sku, quantity }: Wanted,
): Promise<void> {
  const at = now()
  const [row] = await tx
    .update(returns)
    .set({ version: sql`${returns.version} + 1`, updatedAt: at })
    .where(and(eq(returns.shopId, shopId), eq(returns.id, returnId)))
    .returning({ version: returns.version, state: returns.state, number: returns.number })
  if (!row) return
  await tx.insert(returnLog).values({
    shopId,
    returnId,
    version: row.version,
    at,
    actor: 'system',
    actorName: 'stock',
    event: 'exchange_unavailable',
    from: row.state,
    to: row.state,
    reason: null,
    data: { item: key, sku, quantity },
  })
  await tellMerchant(
    tx,
    shopId,
    {
      subjectType: 'return',
      subject: returnId,
      milestone: 'exchange_unavailable',
      occurrence: `${key}:${row.version}`,
      payload: { number: row.number, item: key, sku, quantity },
    },
    at,
  )
}
