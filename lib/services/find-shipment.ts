import { and, asc, eq } from 'drizzle-orm'
import { shipments } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import { newId, type ShopId } from '@/lib/core/ids'
import { emptyProjection } from '@/lib/parcels/empty-projection'
import type { Generation } from '@/lib/parcels/generation'
import { isoOf, momentOf } from '@/lib/parcels/moment'
import { parcelNumberKey } from '@/lib/parcels/parcel-number'
import type { Projection } from '@/lib/parcels/projection'

export type ShipmentRow = typeof shipments.$inferSelect

/** The slug of a carrier nobody named. */
export const UNKNOWN_CARRIER = 'unknown'

// The timeline is newest first: the oldest dated scan stands last.
function oldestScan({ timeline }: Projection): string | null {
  const oldest = timeline.map(({ time }) => momentOf(time).ms).findLast((ms) => ms !== null)
  return oldest == null ? null : isoOf(oldest)
}

const generationOf = ({ generation, projection }: ShipmentRow): Generation => ({
  generation,
  firstScan: oldestScan(projection),
  lastScan: projection.lastScan,
  final: projection.final,
})

/** Rows of one number whose carriers don't conflict with the asked one: the same, or one of the two unnamed. */
async function sameNumber(tx: ShopTx, shopId: ShopId, carrier: string, numberKey: string): Promise<ShipmentRow[]> {
  const rows = await tx
    .select()
    .from(shipments)
    .where(and(eq(shipments.shopId, shopId), eq(shipments.numberKey, numberKey)))
    .orderBy(asc(shipments.generation), asc(shipments.carrier))
    .for('update')
  const exact = rows.filter((row) => row.carrier === carrier)
  if (exact.length > 0) return exact
  return rows.filter((row) => carrier === UNKNOWN_CARRIER || row.carrier === UNKNOWN_CARRIER)
}

/**
 * Finds the shipment that new facts or an order belong to, or makes it; the row comes back locked. `choose` picks among the
 * generations of a recycled number.
 */
export async function findOrCreateShipment(
  tx: ShopTx,
  shopId: ShopId,
  parcel: { carrier: string; number: string; direction: 'outbound' | 'inbound' },
  choose: (existing: Generation[]) => number | 'new',
  now: Date,
): Promise<ShipmentRow> {
  const numberKey = parcelNumberKey(parcel.number)
  const found = await sameNumber(tx, shopId, parcel.carrier, numberKey)
  const chosen = found.length > 0 ? choose(found.map(generationOf)) : 'new'
  const existing = found.find(({ generation }) => generation === chosen)
  if (existing) {
    if (existing.carrier !== UNKNOWN_CARRIER || parcel.carrier === UNKNOWN_CARRIER) return existing
    // The carrier was not named before; now it is.
    await tx
      .update(shipments)
      .set({ carrier: parcel.carrier })
      .where(and(eq(shipments.shopId, shopId), eq(shipments.id, existing.id)))
    return { ...existing, carrier: parcel.carrier }
  }
  const generation = Math.max(0, ...found.map((row) => row.generation)) + 1
  const row = {
    shopId,
    id: newId(),
    carrier: parcel.carrier,
    number: parcel.number,
    numberKey,
    generation,
    projection: emptyProjection(parcel.direction),
    projectionVersion: 0,
    createdAt: now,
    updatedAt: now,
  }
  await tx
    .insert(shipments)
    .values(row)
    .onConflictDoNothing({ target: [shipments.shopId, shipments.numberKey, shipments.carrier, shipments.generation] })
  // Another transaction may have made it first: the row that stands is the one to use.
  const [standing] = await tx
    .select()
    .from(shipments)
    .where(
      and(
        eq(shipments.shopId, shopId),
        eq(shipments.numberKey, numberKey),
        eq(shipments.carrier, parcel.carrier),
        eq(shipments.generation, generation),
      ),
    )
    .for('update')
  if (!standing) throw new Error(`shipment ${parcel.carrier}/${numberKey} vanished while it was made`)
  return standing
}
