import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'
import { beginChange, type ReturnRow } from '@/lib/services/returns/begin-change'
import { type Finished, finishChange } from '@/lib/services/returns/finish-change'
import { travellingBoxes } from './travelling-boxes'

const BY = { actor: 'system', name: 'labels' } as const

/** A return that has its labels already, or is further, hears nothing new. */
const waitsForLabels = ({ state }: ReturnRow): boolean => state === 'approved'

/**
 * Lets a return know that every travelling box has its label, in the caller's transaction; null where one is missing or nobody
 * waits for it.
 */
export async function noteLabelsIssued(
  tx: ShopTx,
  context: Context,
  shopId: ShopId,
  returnId: string,
): Promise<Finished | null> {
  const begun = await beginChange(tx, shopId, { id: returnId }, 'label_issued', BY)
  if (!begun.ok || !waitsForLabels(begun.value)) return null
  const boxes = await travellingBoxes(tx, shopId, returnId)
  if (boxes.length === 0 || boxes.some(({ labelState }) => labelState !== 'issued')) return null
  const numbers = boxes.flatMap(({ number }) => number ?? [])
  return finishChange(tx, context, shopId, begun.value, BY, { event: 'label_issued', data: { numbers } })
}
