import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { returnDrafts, returnItems, returns } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

export type PersonsReturns = { returnIds: string[]; draftIds: string[] }

/** Returns and drafts of somebody's orders, and of presents that they sent back; `email` is null where only an order is named. */
export async function findPersonsReturns(
  tx: ShopTx,
  shopId: ShopId,
  orderIds: readonly string[],
  email: string | null,
): Promise<PersonsReturns> {
  const ofReturns: SQL[] = []
  const ofDrafts: SQL[] = []
  if (orderIds.length > 0) {
    const ids = [...orderIds]
    ofReturns.push(
      inArray(
        returns.id,
        tx
          .select({ id: returnItems.returnId })
          .from(returnItems)
          .where(and(eq(returnItems.shopId, shopId), inArray(returnItems.orderId, ids))),
      ),
    )
    const listed = sql.join(
      ids.map((id) => sql`${id}`),
      sql`, `,
    )
    ofDrafts.push(
      sql`exists (select 1 from jsonb_array_elements_text(${returnDrafts.draft}->'orders') as e(id) where e.id in (${listed}))`,
    )
  }
  if (email !== null) {
    ofReturns.push(sql`lower(${returns.email}) = lower(${email})`)
    ofDrafts.push(sql`lower(${returnDrafts.draft}->>'email') = lower(${email})`)
  }
  // Without a mark everybody's would be meant.
  if (ofReturns.length === 0) return { returnIds: [], draftIds: [] }
  const found = await tx
    .select({ id: returns.id })
    .from(returns)
    .where(and(eq(returns.shopId, shopId), or(...ofReturns)))
  const drafts = await tx
    .select({ id: returnDrafts.id })
    .from(returnDrafts)
    .where(and(eq(returnDrafts.shopId, shopId), or(...ofDrafts)))
  return { returnIds: found.map(({ id }) => id), draftIds: drafts.map(({ id }) => id) }
}
