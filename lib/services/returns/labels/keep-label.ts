import { and, eq } from 'drizzle-orm'
import { returnBoxes, returnFiles, returns } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import { newId, type ShopId } from '@/lib/core/ids'
import type { IssuedLabel } from '@/lib/returns/labels/label-request'
import type { StoredLabel } from '@/lib/returns/return'
import { registerInbound } from '@/lib/services/returns/register-inbound'
import { type BoxRow, thisBox } from './travelling-boxes'

async function keepFiles(
  tx: ShopTx,
  shopId: ShopId,
  { returnId, box }: BoxRow,
  files: IssuedLabel['files'],
  now: Date,
): Promise<StoredLabel['files']> {
  const rows = files.map(({ form, mediaType, content }) => ({ form, mediaType, content, fileId: newId() }))
  for (const { fileId, mediaType, content } of rows)
    await tx.insert(returnFiles).values({
      shopId,
      id: fileId,
      ownerType: 'return',
      ownerId: returnId,
      kind: 'label',
      part: String(box),
      mediaType,
      content,
      createdAt: now,
    })
  return rows.map(({ form, fileId, mediaType }) => ({ form, fileId, mediaType }))
}

/** Keeps what a provider has issued for a box, and registers the parcel that it travels as. */
export async function keepLabel(
  tx: ShopTx,
  shopId: ShopId,
  row: BoxRow,
  issued: IssuedLabel,
  asked: { provider: string; carrier: string },
  now: Date,
): Promise<void> {
  const { returnId, box } = row
  const [owner] = await tx
    .select({ createdAt: returns.createdAt })
    .from(returns)
    .where(and(eq(returns.shopId, shopId), eq(returns.id, returnId)))
  if (!owner) return
  const carrier = issued.carrier ?? asked.carrier
  const { number, reference, qrText } = issued
  const parcel = { returnId, carrier, number, requestedAt: owner.createdAt }
  const shipmentId = await registerInbound(tx, shopId, parcel, now)
  const label: StoredLabel = {
    provider: asked.provider,
    reference,
    files: await keepFiles(tx, shopId, row, issued.files, now),
    qrText,
    barcode: number,
    symbology: null,
  }
  await tx
    .update(returnBoxes)
    .set({ shipmentId, carrier, number, labelState: 'issued', label, labelError: null, issuedAt: now })
    .where(thisBox(shopId, returnId, box))
}
