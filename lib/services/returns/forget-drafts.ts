import { and, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import { returnDrafts, returnFiles, tokens } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

/** Nobody answers the same questions so often side by side; more would only fill the shop's disk. */
const MAX_OF_ORDER = 20

/** What belongs to drafts that are gone: their links, and the pictures that only they hold. */
async function forgetBelongings(tx: ShopTx, shopId: ShopId, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .delete(returnFiles)
    .where(
      and(
        eq(returnFiles.shopId, shopId),
        eq(returnFiles.ownerType, 'draft'),
        inArray(returnFiles.ownerId, ids),
      ),
    )
  await tx
    .delete(tokens)
    .where(and(eq(tokens.shopId, shopId), eq(tokens.purpose, 'return-draft'), inArray(tokens.subject, ids)))
}

/** Removes drafts that nobody has come back to, with their links and the pictures that only they hold. */
export async function forgetDrafts(tx: ShopTx, shopId: ShopId, now: Date): Promise<void> {
  const gone = await tx
    .delete(returnDrafts)
    .where(and(eq(returnDrafts.shopId, shopId), lt(returnDrafts.expiresAt, now)))
    .returning({ id: returnDrafts.id })
  const ids = gone.map(({ id }) => id)
  await forgetBelongings(tx, shopId, ids)
}

/** Removes the oldest drafts of an order, or of a present from it, where there are too many of them. */
export async function forgetCrowd(
  tx: ShopTx,
  shopId: ShopId,
  { orderId, gift }: { orderId: string; gift: boolean },
): Promise<void> {
  const crowd = await tx
    .select({ id: returnDrafts.id })
    .from(returnDrafts)
    .where(
      and(
        eq(returnDrafts.shopId, shopId),
        isNull(returnDrafts.returnId),
        sql`${returnDrafts.draft}->'orders'->>0 = ${orderId}`,
        sql`(${returnDrafts.draft}->>'gift')::boolean = ${gift}`,
      ),
    )
    .orderBy(desc(returnDrafts.updatedAt), desc(returnDrafts.id))
    .offset(MAX_OF_ORDER)
  const ids = crowd.map(({ id }) => id)
  if (ids.length === 0) return
  const gone = await tx
    .delete(returnDrafts)
    .where(and(eq(returnDrafts.shopId, shopId), inArray(returnDrafts.id, ids), isNull(returnDrafts.returnId)))
    .returning({ id: returnDrafts.id })
  await forgetBelongings(
    tx,
    shopId,
    gone.map(({ id }) => id),
  )
}
