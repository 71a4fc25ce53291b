import { and, eq, inArray, sql } from 'drizzle-orm'
import type { PersonsReturns } from '@/db/queries/find-persons-returns'
import {
  giftCodes,
  outbox,
  returnBoxes,
  returnDrafts,
  returnFiles,
  returnItems,
  returnLog,
  returns,
  tokens,
} from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

export type ReturnsErased = {
  returns: number
  /** Photos, and labels with the sender's name. */
  files: number
}

/** Files of drafts and returns are told apart by their owners' ids alone. */
async function eraseFiles(tx: ShopTx, shopId: ShopId, owners: readonly string[]): Promise<number> {
  const gone = await tx
    .delete(returnFiles)
    .where(and(eq(returnFiles.shopId, shopId), inArray(returnFiles.ownerId, [...owners])))
    .returning({ id: returnFiles.id })
  return gone.length
}

/** What people wrote and where they can be reached goes; what was returned, when and for how much stays. */
async function eraseWords(tx: ShopTx, shopId: ShopId, ids: string[], now: Date): Promise<void> {
  await tx
    .update(returns)
    .set({ email: null, customerKey: null, version: sql`${returns.version} + 1`, updatedAt: now })
    .where(and(eq(returns.shopId, shopId), inArray(returns.id, ids)))
  await tx
    .update(returnItems)
    .set({ comment: null, contest: null, contestAnswer: null, deductionReason: null })
    .where(and(eq(returnItems.shopId, shopId), inArray(returnItems.returnId, ids)))
  await tx
    .update(returnLog)
    .set({ reason: null })
    .where(and(eq(returnLog.shopId, shopId), inArray(returnLog.returnId, ids)))
  await tx
    .update(returnBoxes)
    .set({ label: sql`jsonb_set(${returnBoxes.label}, '{files}', '[]')`, labelError: null })
    .where(and(eq(returnBoxes.shopId, shopId), inArray(returnBoxes.returnId, ids)))
  // Reasons stand in what the merchant was told, too; a carrier's complaint repeats the address.
  await tx
    .update(outbox)
    .set({ payload: sql`${outbox.payload} - 'reason' - 'words' - 'error'` })
    .where(and(eq(outbox.shopId, shopId), eq(outbox.subjectType, 'return'), inArray(outbox.subject, ids)))
}

/** Removes a person's data from their returns and drafts, with every link and code that opens them. */
export async function eraseReturns(
  tx: ShopTx,
  shopId: ShopId,
  { returnIds, draftIds }: PersonsReturns,
  orderIds: string[],
  now: Date,
): Promise<ReturnsErased> {
  if (orderIds.length > 0)
    await tx.delete(giftCodes).where(and(eq(giftCodes.shopId, shopId), inArray(giftCodes.orderId, orderIds)))
  const owners = [...returnIds, ...draftIds]
  if (owners.length === 0) return { returns: 0, files: 0 }
  const files = await eraseFiles(tx, shopId, owners)
  await tx.delete(tokens).where(and(eq(tokens.shopId, shopId), inArray(tokens.subject, owners)))
  if (draftIds.length > 0)
    await tx
      .delete(returnDrafts)
      .where(and(eq(returnDrafts.shopId, shopId), inArray(returnDrafts.id, draftIds)))
  if (returnIds.length > 0) await eraseWords(tx, shopId, returnIds, now)
  return { returns: returnIds.length, files }
}
