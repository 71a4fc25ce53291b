import { returnBoxes, type returns } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { ok } from '@/lib/core/result'
import type { StoredLabel } from '@/lib/returns/return'
import type { LabelRange, ReturnSettings } from '@/lib/returns/settings'
import { registerInbound } from '@/lib/services/returns/register-inbound'
import type { CarriedMethod } from './find-method'
import { takeNumber } from './take-number'
import { tellLabelFailed } from './tell-label-failed'
import { type BoxRow, thisBox } from './travelling-boxes'

type ReturnRow = typeof returns.$inferSelect

/** Where a shop has named no range: the return's own number and the box. */
const ownNumber = ({ numberKey }: ReturnRow, { box }: BoxRow): string =>
  `${numberKey}${String(box).padStart(2, '0')}`

const labelOf = (barcode: string, range: LabelRange | undefined): StoredLabel => ({
  provider: 'builtin',
  reference: null,
  files: [],
  qrText: barcode,
  barcode,
  symbology: range?.symbology ?? 'code128',
})

/** Issues a label of our own: a number out of the shop's range, drawn when somebody asks for it. Nobody outside is called. */
export async function issueBuiltIn(
  tx: ShopTx,
  shopId: ShopId,
  row: ReturnRow,
  box: BoxRow,
  { carrier }: CarriedMethod,
  { ranges }: ReturnSettings,
  now: Date,
): Promise<void> {
  const range = ranges[carrier]
  const taken = range ? await takeNumber(tx, shopId, range) : ok(ownNumber(row, box))
  const mine = thisBox(shopId, row.id, box.box)
  if (!taken.ok) {
    const { code, range: name, last } = taken.error
    const labelError = `${code}: the range ${name} ends at ${last} and is used up`
    await tx.update(returnBoxes).set({ labelState: 'failed', labelError }).where(mine)
    await tellLabelFailed(tx, shopId, box, labelError, now)
    return
  }
  const number = taken.value
  const parcel = { returnId: row.id, carrier, number, requestedAt: row.createdAt }
  const shipmentId = await registerInbound(tx, shopId, parcel, now)
  await tx
    .update(returnBoxes)
    .set({
      shipmentId,
      carrier,
      number,
      labelState: 'issued',
      label: labelOf(number, range),
      labelError: null,
      issuedAt: now,
    })
    .where(mine)
}
