import { and, eq, inArray, lt } from 'drizzle-orm'
import { returnDrafts, returnFiles, tokens } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

/** Removes drafts that nobody has come back to, with their links and the pictures that only they hold. */
export async function forgetDrafts(tx: ShopTx, shopId: ShopId, now: Date): Promise<void> {
  const gone = await tx
    .delete(returnDrafts)
    .where(and(eq(returnDrafts.shopId, shopId), lt(returnDrafts.expiresAt, now)))
    .returning({ id: returnDrafts.id })
  const ids = gone.map(({ id }) => id)
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
