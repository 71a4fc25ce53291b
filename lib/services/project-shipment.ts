import { isDeepStrictEqual } from 'node:util'
import { and, eq } from 'drizzle-orm'
import { outbox, scans, shipments, statements } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import { newId, type ShopId } from '@/lib/core/ids'
import { foldParcel } from '@/lib/parcels/fold-parcel'
import { milestonesOf } from '@/lib/parcels/milestones'
import type { Projection } from '@/lib/parcels/projection'
import { lookAfter } from './care/look-after'
import type { ShipmentRow } from './find-shipment'
import { touchOrders } from './touch-orders'

const SUBJECT = 'shipment'

/**
 * Folds all facts of a locked shipment into its projection and writes what the outside must learn, in the caller's transaction.
 * The outbox keys depend on the facts alone, so a replay writes nothing new.
 */
export async function projectShipment(
  tx: ShopTx,
  shopId: ShopId,
  shipment: ShipmentRow,
  now: Date,
): Promise<void> {
  const ofShipment = <T extends typeof scans | typeof statements>(table: T) =>
    and(eq(table.shopId, shopId), eq(table.shipmentId, shipment.id))
  const [scanRows, statementRows] = await Promise.all([
    tx.select({ scan: scans.scan }).from(scans).where(ofShipment(scans)),
    tx.select({ statement: statements.statement }).from(statements).where(ofShipment(statements)),
  ])
  const projection = foldParcel({
    scans: scanRows.map(({ scan }) => scan),
    statements: statementRows.map(({ statement }) => statement),
  })
  if (isDeepStrictEqual(projection, shipment.projection)) return
  await tx
    .update(shipments)
    .set({ projection, projectionVersion: shipment.projectionVersion + 1, updatedAt: now })
    .where(and(eq(shipments.shopId, shopId), eq(shipments.id, shipment.id)))
  await touchOrders(tx, shopId, shipment.id, now)
  await tellMilestones(tx, shopId, shipment.id, projection, now)
  await lookAfter(tx, shopId, shipment, projection, { now, woken: 'fact', before: shipment.projection })
}

/**
 * Writes the milestones that are new. One that was told under another day, which a late scan has moved since, is not news:
 * the new day is noted as overtaken.
 */
async function tellMilestones(
  tx: ShopTx,
  shopId: ShopId,
  shipmentId: string,
  projection: Projection,
  now: Date,
): Promise<void> {
  const milestones = milestonesOf(projection)
  if (milestones.length === 0) return
  const known = await tx
    .select({ milestone: outbox.milestone, occurrence: outbox.occurrence })
    .from(outbox)
    .where(and(eq(outbox.shopId, shopId), eq(outbox.subjectType, SUBJECT), eq(outbox.subject, shipmentId)))
  const has = <T extends { milestone: string; occurrence: string }>(
    list: readonly T[],
    one: { milestone: string; occurrence: string },
  ) => list.some(({ milestone, occurrence }) => milestone === one.milestone && occurrence === one.occurrence)
  const moved = new Set(known.filter((one) => !has(milestones, one)).map(({ milestone }) => milestone))
  const fresh = milestones.filter((one) => !has(known, one))
  if (fresh.length === 0) return
  await tx
    .insert(outbox)
    .values(
      fresh.map(({ milestone, occurrence, current }) => ({
        shopId,
        id: newId(),
        subjectType: SUBJECT,
        subject: shipmentId,
        milestone,
        occurrence,
        channel: 'feed',
        target: '',
        payload: { status: projection.status },
        state: current && !moved.has(milestone) ? ('due' as const) : ('overtaken' as const),
        tries: 0,
        createdAt: now,
      })),
    )
    .onConflictDoNothing({
      target: [
        outbox.shopId,
        outbox.subjectType,
        outbox.subject,
        outbox.milestone,
        outbox.occurrence,
        outbox.channel,
        outbox.target,
      ],
    })
}
