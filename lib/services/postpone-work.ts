import { and, eq, sql } from 'drizzle-orm'
import { inbox, workReady } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { reasonOf } from '@/lib/core/describe-error'
import type { ShopId } from '@/lib/core/ids'
import { logger } from '@/lib/core/logger'
import type { Context } from './context'

/** After so many tries a delivery waits for a person and `doorstep replay`. */
const MAX_ATTEMPTS = 5

/** Wait before try n+1, in seconds. */
const RETRY_SECONDS = [5, 30, 120, 600] as const

/** Notes a failed try: later again, or `failed` with its reason, kept for a replay. */
export async function postponeWork(
  context: Context,
  shopId: ShopId,
  inboxId: string,
  error: unknown,
): Promise<void> {
  const reason = reasonOf(error)
  logger.error('delivery not processed', { shopId, inboxId, reason })
  await withShop(context.db, shopId, async (tx) => {
    const [row] = await tx
      .update(inbox)
      .set({ attempts: sql`${inbox.attempts} + 1`, error: reason.slice(0, 2000) })
      .where(and(eq(inbox.shopId, shopId), eq(inbox.id, inboxId), eq(inbox.state, 'received')))
      .returning({ attempts: inbox.attempts })
    if (!row) return
    const wait = RETRY_SECONDS[row.attempts - 1]
    if (row.attempts >= MAX_ATTEMPTS || wait === undefined) {
      await tx
        .update(inbox)
        .set({ state: 'failed' })
        .where(and(eq(inbox.shopId, shopId), eq(inbox.id, inboxId)))
      await tx.delete(workReady).where(eq(workReady.id, inboxId))
      return
    }
    const dueAt = new Date(context.now().getTime() + wait * 1000)
    await tx.update(workReady).set({ dueAt, attempts: row.attempts }).where(eq(workReady.id, inboxId))
  })
}
