import { eq } from 'drizzle-orm'
import { workReady } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'

/**
 * Takes a piece of work that calls somebody outside: whoever comes within the lease finds it taken, and after a crash it is
 * due again when the lease is over. False where it is done or somebody else has it.
 */
export async function claimWork(tx: ShopTx, id: string, now: Date, leaseSeconds: number): Promise<boolean> {
  const [work] = await tx
    .select({ dueAt: workReady.dueAt })
    .from(workReady)
    .where(eq(workReady.id, id))
    .for('update')
  if (!work || work.dueAt > now) return false
  const dueAt = new Date(now.getTime() + leaseSeconds * 1000)
  await tx.update(workReady).set({ dueAt }).where(eq(workReady.id, id))
  return true
}
