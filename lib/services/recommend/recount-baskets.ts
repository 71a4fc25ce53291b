import { sql } from 'drizzle-orm'
import { workReady } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

/** Asks for every order of a shop to be looked at again: after its catalogue has changed, so that lines may mean other products. */
export async function recountBaskets(tx: ShopTx, shopId: ShopId, now: Date): Promise<void> {
  // Not only when there is none: who has begun already reads what was before.
  const values = { id: shopId, shopId, kind: 'basket', subject: shopId, dueAt: now, attempts: 0 } as const
  await tx
    .insert(workReady)
    .values(values)
    .onConflictDoUpdate({ target: workReady.id, set: { dueAt: sql`excluded.due_at` } })
}
