import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { returnBoxes, returnLog, shipments } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { nextState } from '@/lib/returns/machine'
import { type ParcelNews, parcelNews } from '@/lib/returns/parcel-news'
import type { Context } from '@/lib/services/context'
import { type By, beginChange } from './begin-change'
import { finishChange } from './finish-change'
import { revivedQuote } from './revived-quote'

type Box = { returnId: string; box: number; carrier: string | null }

const byCarrier = ({ carrier }: Box): By => ({ actor: 'carrier', name: carrier })

/** What was called off but sent all the same is taken up again, unless another return has taken its pieces: then it is noted. */
async function noteSent(tx: ShopTx, context: Context, shopId: ShopId, box: Box, sentAt: Date): Promise<void> {
  const begun = await beginChange(tx, shopId, { id: box.returnId }, 'note', byCarrier(box))
  if (!begun.ok) return
  const row = begun.value
  const isKnown = row.sentAt !== null && row.state !== 'approved' && row.state !== 'label_issued'
  if (isKnown) return
  const isOver = row.state === 'cancelled' || row.state === 'expired'
  const quote = isOver ? await revivedQuote(tx, shopId, row) : row.quote
  const isTaken = quote === null
  const event = isTaken || !nextState(row.state, 'first_scan').ok ? 'note' : 'first_scan'
  const data = { box: box.box, scannedAt: sentAt.toISOString(), ...(isTaken && { taken: true }) }
  await finishChange(tx, context, shopId, row, byCarrier(box), {
    event,
    data,
    set: { sentAt: row.sentAt ?? sentAt, ...(quote && { quote }) },
  })
}

async function noteArrived(tx: ShopTx, context: Context, shopId: ShopId, box: Box): Promise<void> {
  const begun = await beginChange(tx, shopId, { id: box.returnId }, 'arrived', byCarrier(box))
  if (!begun.ok) return
  const [known] = await tx
    .select({ version: returnLog.version })
    .from(returnLog)
    .where(
      and(
        eq(returnLog.shopId, shopId),
        eq(returnLog.returnId, box.returnId),
        eq(returnLog.event, 'arrived'),
        sql`(${returnLog.data}->>'box')::int = ${box.box}`,
      ),
    )
  if (known) return
  const data = { box: box.box }
  await finishChange(tx, context, shopId, begun.value, byCarrier(box), { event: 'arrived', data })
}

async function noteNews(
  tx: ShopTx,
  context: Context,
  shopId: ShopId,
  box: Box,
  { scannedAt, isDelivered }: ParcelNews,
): Promise<void> {
  if (scannedAt) await noteSent(tx, context, shopId, box, scannedAt)
  if (isDelivered) await noteArrived(tx, context, shopId, box)
}

const BOX = {
  returnId: returnBoxes.returnId,
  box: returnBoxes.box,
  carrier: returnBoxes.carrier,
  projection: shipments.projection,
}

/** Boxes with the parcels that they travel as. */
const listBoxes = (tx: ShopTx, shopId: ShopId, which: SQL) =>
  tx
    .select(BOX)
    .from(returnBoxes)
    .innerJoin(
      shipments,
      and(eq(shipments.shopId, returnBoxes.shopId), eq(shipments.id, returnBoxes.shipmentId)),
    )
    .where(and(eq(returnBoxes.shopId, shopId), which))
    .orderBy(returnBoxes.returnId, returnBoxes.box)

async function noteBoxes(tx: ShopTx, context: Context, shopId: ShopId, which: SQL): Promise<void> {
  for (const { projection, ...box } of await listBoxes(tx, shopId, which))
    await noteNews(tx, context, shopId, box, parcelNews(projection, context.now()))
}

/**
 * Tells the returns whose boxes travel as one of the parcels what its carrier says: the first scan sets them on their way, the
 * arrival is noted. Told twice it is told once; in the caller's transaction.
 */
export async function noteInboundScans(
  tx: ShopTx,
  context: Context,
  shopId: ShopId,
  shipmentIds: Iterable<string>,
): Promise<void> {
  const ids = [...shipmentIds]
  if (ids.length > 0) await noteBoxes(tx, context, shopId, inArray(returnBoxes.shipmentId, ids))
}

/** The same for all boxes of a return: its parcels may have been on their way before it could be. */
export const noteScansOf = (tx: ShopTx, context: Context, shopId: ShopId, returnId: string): Promise<void> =>
  noteBoxes(tx, context, shopId, eq(returnBoxes.returnId, returnId))
