import { and, eq, inArray } from 'drizzle-orm'
import { returnBoxes, returnFiles } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { LabelState } from '@/lib/returns/return'
import type { Context } from '@/lib/services/context'
import { labelReference } from './label-reference'
import { addLabelWork, type LabelWork } from './label-work'
import { type BoxRow, thisBox, travellingBoxes } from './travelling-boxes'

const CAN_BE_VOIDED: Record<LabelState, boolean> = {
  due: true,
  issued: true,
  failed: true,
  none: false,
  voiding: false,
  voided: false,
}

/** What has to be given back outside; null: it is our own, or nothing was ever asked for. */
function voidingOf(row: BoxRow): Extract<LabelWork, { do: 'void' }> | null {
  const { returnId, box, label, labelState, labelTries } = row
  if (!label || label.provider === 'builtin') return null
  const voiding = { do: 'void', returnId, box, provider: label.provider } as const
  if (label.reference) return { ...voiding, by: 'provider', reference: label.reference }
  // A try whose answer never came may have bought one.
  const mayBeBought = labelState !== 'issued' && labelTries > 0
  return mayBeBought ? { ...voiding, by: 'ours', reference: labelReference(row) } : null
}

async function voidBox(tx: ShopTx, shopId: ShopId, row: BoxRow, now: Date): Promise<void> {
  const voiding = voidingOf(row)
  if (voiding) await addLabelWork(tx, shopId, voiding, now)
  const { returnId, box, label } = row
  const files = (label?.files ?? []).map(({ fileId }) => fileId)
  // Nobody prints it any more.
  if (files.length > 0)
    await tx.delete(returnFiles).where(and(eq(returnFiles.shopId, shopId), inArray(returnFiles.id, files)))
  await tx
    .update(returnBoxes)
    .set({
      labelState: voiding ? 'voiding' : 'voided',
      label: label && { ...label, files: [], qrText: null },
      labelError: null,
      labelTries: 0,
      voidedAt: now,
    })
    .where(thisBox(shopId, returnId, box))
}

/**
 * Takes the labels of a return back, in the caller's transaction: our own ones at once, a provider's are written down as work.
 * The parcels' numbers stay known, for a box that was handed in all the same.
 */
export async function voidLabels(
  tx: ShopTx,
  { now }: Context,
  shopId: ShopId,
  returnId: string,
): Promise<void> {
  const at = now()
  const boxes = await travellingBoxes(tx, shopId, returnId)
  for (const row of boxes.filter(({ labelState }) => CAN_BE_VOIDED[labelState]))
    await voidBox(tx, shopId, row, at)
}
