import { and, eq, gt } from 'drizzle-orm'
import { markChangedBaskets, markGoneBaskets } from '@/db/queries/mark-changed-baskets'
import { basketTotals, workReady } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { claimWork } from '@/lib/services/claim-work'
import type { Context } from '@/lib/services/context'
import { countDueBaskets } from './count-due-baskets'

const LEASE_SECONDS = 600

async function recount(context: Context, shopId: ShopId): Promise<void> {
  const now = context.now()
  const taken = await withShop(context.db, shopId, async (tx) => {
    if (!(await claimWork(tx, shopId, now, LEASE_SECONDS))) return false
    await tx.update(workReady).set({ attempts: 1 }).where(eq(workReady.id, shopId))
    await tx.insert(basketTotals).values({ shopId, orders: 0 }).onConflictDoNothing()
    return true
  })
  if (!taken) return
  let after: string | null = null
  do after = await withShop(context.db, shopId, (tx) => markChangedBaskets(tx, shopId, after))
  while (after !== null)
  await withShop(context.db, shopId, (tx) => markGoneBaskets(tx, shopId))
  await countDueBaskets(context, shopId, null)
  // Where somebody has asked once more in the meantime, it has no attempt.
  await withShop(context.db, shopId, (tx) =>
    tx.delete(workReady).where(and(eq(workReady.id, shopId), gt(workReady.attempts, 0))),
  )
}

/** Counts what orders hold together: `subject` is an order that was noted, or the shop itself for all that it has. */
export async function runBasketWork(context: Context, shopId: ShopId, subject: string): Promise<void> {
  if (subject === shopId) await recount(context, shopId)
  else await countDueBaskets(context, shopId, subject)
}
