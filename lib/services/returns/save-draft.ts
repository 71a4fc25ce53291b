import { and, eq, notInArray } from 'drizzle-orm'
import { returnDrafts, returnFiles } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Draft } from '@/lib/returns/draft'
import { draftExpiry } from './draft-expiry'
import type { DraftRow } from './lock-draft'

/** Writes a locked draft anew as its next version; photos that no item has any more are gone with it. */
export async function saveDraft(
  tx: ShopTx,
  shopId: ShopId,
  { id, version }: Pick<DraftRow, 'id' | 'version'>,
  draft: Draft,
  now: Date,
): Promise<{ version: number }> {
  await tx
    .update(returnDrafts)
    .set({ draft, version: version + 1, updatedAt: now, expiresAt: draftExpiry(now) })
    .where(and(eq(returnDrafts.shopId, shopId), eq(returnDrafts.id, id)))
  const kept = draft.items.flatMap(({ photos }) => photos)
  await tx
    .delete(returnFiles)
    .where(
      and(
        eq(returnFiles.shopId, shopId),
        eq(returnFiles.ownerType, 'draft'),
        eq(returnFiles.ownerId, id),
        ...(kept.length > 0 ? [notInArray(returnFiles.id, kept)] : []),
      ),
    )
  return { version: version + 1 }
}
