import { eq } from 'drizzle-orm'
import { workReady } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { LabelFault } from '@/lib/returns/labels/label-request'

/** Wait before try n+1, in seconds; after the last one a person has to look. */
const RETRY_SECONDS = [10, 60, 300, 1800, 7200, 6 * 3600] as const

/** A provider that asks for more patience gets it, within reason. */
const LONGEST_WAIT_SECONDS = 6 * 3600

/** Puts work off where another try may help; false where it may not, or has been tried often enough. */
export async function postponeLabelWork(
  tx: ShopTx,
  workId: string,
  { passes, retryAfterSeconds = 0 }: LabelFault,
  now: Date,
): Promise<boolean> {
  if (!passes) return false
  const [work] = await tx
    .select({ attempts: workReady.attempts })
    .from(workReady)
    .where(eq(workReady.id, workId))
    .for('update')
  const wait = work && RETRY_SECONDS[work.attempts]
  if (!work || wait === undefined) return false
  const seconds = Math.min(Math.max(wait, retryAfterSeconds), LONGEST_WAIT_SECONDS)
  await tx
    .update(workReady)
    .set({ dueAt: new Date(now.getTime() + seconds * 1000), attempts: work.attempts + 1 })
    .where(eq(workReady.id, workId))
  return true
}

export async function endLabelWork(tx: ShopTx, workId: string): Promise<void> {
  await tx.delete(workReady).where(eq(workReady.id, workId))
}
