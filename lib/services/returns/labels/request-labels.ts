import { and, eq } from 'drizzle-orm'
import { readReturnSettings } from '@/db/queries/read-return-settings'
import { returnBoxes, returns } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { LabelState, StoredLabel } from '@/lib/returns/return'
import type { Context } from '@/lib/services/context'
import { findMethod } from './find-method'
import { issueBuiltIn } from './issue-built-in'
import { addLabelWork } from './label-work'
import { thisBox, travellingBoxes } from './travelling-boxes'

/** What has no label, or none that can be used. */
const WANTING: Record<LabelState, boolean> = {
  none: true,
  failed: true,
  voided: true,
  voiding: true,
  due: false,
  issued: false,
}

/** The way that was chosen needs none. */
const NO_LABEL = { labelState: 'none', label: null, labelError: null } as const

/** Who is asked stands there from the start: a label that may have been bought has to be given back to whoever sold it. */
const waitingFor = (provider: string): StoredLabel => ({
  provider,
  reference: null,
  files: [],
  qrText: null,
  barcode: null,
  symbology: null,
})

/**
 * Sees to it that every travelling box of a return gets its label, in the caller's transaction: our own ones are issued at once,
 * a provider's are written down as work. A method that needs no label asks for none. Safe to call again; after a failure it is
 * the way to try anew.
 */
export async function requestLabels(
  tx: ShopTx,
  { now }: Context,
  shopId: ShopId,
  returnId: string,
): Promise<void> {
  const [row] = await tx
    .select()
    .from(returns)
    .where(and(eq(returns.shopId, shopId), eq(returns.id, returnId)))
  if (!row) return
  const { method } = await findMethod(tx, shopId, row)
  const at = now()
  const wanting = (await travellingBoxes(tx, shopId, returnId)).filter(
    ({ labelState }) => WANTING[labelState],
  )
  if (!method) {
    for (const { box } of wanting.filter(({ labelState }) => labelState !== 'voiding'))
      await tx
        .update(returnBoxes)
        .set(NO_LABEL)
        .where(thisBox(shopId, returnId, box))
    return
  }
  if (method.provider === 'builtin') {
    const { settings } = await readReturnSettings(tx, shopId)
    for (const box of wanting) await issueBuiltIn(tx, shopId, row, box, method, settings, at)
    return
  }
  if (wanting.length === 0) return
  const label = waitingFor(method.provider)
  for (const { box } of wanting)
    await tx
      .update(returnBoxes)
      .set({ labelState: 'due', label, labelError: null })
      .where(thisBox(shopId, returnId, box))
  await addLabelWork(tx, shopId, { do: 'issue', returnId }, at)
}
