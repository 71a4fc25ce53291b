import { sql } from 'drizzle-orm'
import { workReady } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

/** Asks for every order of a shop to be looked at again, at `dueAt` or sooner where somebody has asked before. */
export async function recountBaskets(tx: ShopTx, shopId: ShopId, dueAt: Date): Promise<void> {
  const values = { id: shopId, shopId, kind: 'basket', subject: shopId, dueAt, attempts: 0 } as const
  // One that runs already (it has an attempt) may have read what was before: it has to run once more.
  const sooner = sql`case when ${workReady.attempts} = 0
    then least(${workReady.dueAt}, excluded.due_at) else excluded.due_at end`
  await tx
    .insert(workReady)
    .values(values)
    .onConflictDoUpdate({ target: workReady.id, set: { dueAt: sooner, attempts: 0 } })
}
