import { and, eq } from 'drizzle-orm'
import { returns } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'
import type { By, ReturnRow } from './begin-change'
import { type Change, type Finished, finishChange } from './finish-change'
import { noteLabelsIssued } from './labels/note-labels-issued'
import { noteScansOf } from './note-inbound-scan'

/**
 * Takes a locked return to its next state, and further where that is known at once: its labels are there, or its parcel has
 * been on its way while nobody had let it through.
 */
export async function takeChange(
  tx: ShopTx,
  context: Context,
  shopId: ShopId,
  row: ReturnRow,
  by: By,
  change: Change,
): Promise<Finished> {
  const finished = await finishChange(tx, context, shopId, row, by, change)
  if (finished.state === 'approved') {
    await noteLabelsIssued(tx, context, shopId, row.id)
    await noteScansOf(tx, context, shopId, row.id)
  }
  const [now] = await tx
    .select({ state: returns.state, version: returns.version })
    .from(returns)
    .where(and(eq(returns.shopId, shopId), eq(returns.id, row.id)))
  return { ...finished, ...now }
}
