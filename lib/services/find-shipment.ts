import { and, asc, eq, ne } from 'drizzle-orm'
import { shipments } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import { newId, type ShopId } from '@/lib/core/ids'
import { emptyProjection } from '@/lib/parcels/empty-projection'
import type { Generation } from '@/lib/parcels/generation'
import { isoOf, momentOf } from '@/lib/parcels/moment'
import { parcelNumberKey } from '@/lib/parcels/parcel-number'
import type { Projection } from '@/lib/parcels/projection'
import { touchOrders } from './touch-orders'

export type ShipmentRow = typeof shipments.$inferSelect

/** A parcel as a carrier or an order names it. */
export type NamedParcel = { carrier: string; number: string; direction: 'outbound' | 'inbound' }

/** The slug of a carrier nobody named. */
export const UNKNOWN_CARRIER = 'unknown'

/** Whoever makes the same parcel at once is waited for: after it there is a parcel to find. */
const MAX_TRIES = 3

// The timeline is newest first: the oldest dated scan stands last.
function oldestScan({ timeline }: Projection): string | null {
  const oldest = timeline.map(({ time }) => momentOf(time).ms).findLast((ms) => ms !== null)
  return oldest == null ? null : isoOf(oldest)
}

const generationOf = ({ generation, projection, updatedAt }: ShipmentRow): Generation => ({
  generation,
  firstScan: oldestScan(projection),
  lastScan: projection.lastScan,
  recordedAt: updatedAt.toISOString(),
  final: projection.final,
})

const ofNumber = (shopId: ShopId, numberKey: string) =>
  and(eq(shipments.shopId, shopId), eq(shipments.numberKey, numberKey))

/** Rows of one number whose carriers don't conflict with the asked one: the same, or one of the two unnamed. */
async function sameNumber(
  tx: ShopTx,
  shopId: ShopId,
  carrier: string,
  numberKey: string,
): Promise<ShipmentRow[]> {
  const rows = await tx
    .select()
    .from(shipments)
    .where(ofNumber(shopId, numberKey))
    .orderBy(asc(shipments.generation), asc(shipments.carrier))
    .for('update')
  const exact = rows.filter((row) => row.carrier === carrier)
  if (exact.length > 0) return exact
  return rows.filter((row) => carrier === UNKNOWN_CARRIER || row.carrier === UNKNOWN_CARRIER)
}

async function insertShipment(
  tx: ShopTx,
  shopId: ShopId,
  { number, direction, carrier }: NamedParcel,
  generation: number,
  now: Date,
): Promise<ShipmentRow | null> {
  const [row] = await tx
    .insert(shipments)
    .values({
      shopId,
      id: newId(),
      carrier,
      number,
      numberKey: parcelNumberKey(number),
      generation,
      projection: emptyProjection(direction),
      projectionVersion: 0,
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing({
      target: [shipments.shopId, shipments.numberKey, shipments.carrier, shipments.generation],
    })
    .returning()
  return row ?? null
}

/**
 * Makes the first parcel of a number; null when another transaction has just made one that doesn't conflict. Every first
 * row is written unnamed and named after, so that the unique key makes a webhook that names its carrier and an order that
 * doesn't wait for each other.
 */
async function makeFirst(
  tx: ShopTx,
  shopId: ShopId,
  parcel: NamedParcel,
  now: Date,
): Promise<ShipmentRow | null> {
  const { carrier } = parcel
  const row = await insertShipment(tx, shopId, { ...parcel, carrier: UNKNOWN_CARRIER }, 1, now)
  if (!row) return null
  const rivals = await tx
    .select({ carrier: shipments.carrier })
    .from(shipments)
    .where(and(ofNumber(shopId, row.numberKey), ne(shipments.id, row.id)))
  const mine = and(eq(shipments.shopId, shopId), eq(shipments.id, row.id))
  if (rivals.some((rival) => carrier === UNKNOWN_CARRIER || rival.carrier === carrier)) {
    await tx.delete(shipments).where(mine)
    return null
  }
  if (carrier !== UNKNOWN_CARRIER) await tx.update(shipments).set({ carrier }).where(mine)
  return { ...row, carrier }
}

/** Gives a parcel the carrier that nobody named before; pages that show it learn of it. */
async function nameCarrier(
  tx: ShopTx,
  shopId: ShopId,
  row: ShipmentRow,
  carrier: string,
  now: Date,
): Promise<ShipmentRow> {
  await tx
    .update(shipments)
    .set({ carrier })
    .where(and(eq(shipments.shopId, shopId), eq(shipments.id, row.id)))
  await touchOrders(tx, shopId, row.id, now)
  return { ...row, carrier }
}

/** Among carriers of one generation, asked for by nobody's name: the one that was heard of last. */
const heardLast = (a: ShipmentRow, b: ShipmentRow): number =>
  (b.projection.lastScan ?? '').localeCompare(a.projection.lastScan ?? '') ||
  b.updatedAt.getTime() - a.updatedAt.getTime()

/**
 * Finds the shipment that new facts or an order belong to, or makes it; the row comes back locked. One of `known` (ids that
 * the asker already holds) is taken before all others; else `choose` picks among the generations of a recycled number.
 */
export async function findOrCreateShipment(
  tx: ShopTx,
  shopId: ShopId,
  parcel: NamedParcel,
  choose: (existing: Generation[]) => number | 'new',
  now: Date,
  known: ReadonlySet<string> = new Set(),
): Promise<ShipmentRow> {
  const { carrier } = parcel
  const numberKey = parcelNumberKey(parcel.number)
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const found = await sameNumber(tx, shopId, carrier, numberKey)
    if (found.length === 0) {
      const first = await makeFirst(tx, shopId, parcel, now)
      if (first) return first
      continue
    }
    const held = found.findLast(({ id }) => known.has(id))
    const chosen = held ? held.generation : choose(found.map(generationOf))
    const existing = held ?? found.filter(({ generation }) => generation === chosen).toSorted(heardLast)[0]
    if (existing) {
      const isNamedNow = existing.carrier === UNKNOWN_CARRIER && carrier !== UNKNOWN_CARRIER
      return isNamedNow ? nameCarrier(tx, shopId, existing, carrier, now) : existing
    }
    const next = Math.max(...found.map((row) => row.generation)) + 1
    const made = await insertShipment(tx, shopId, parcel, next, now)
    if (made) return made
  }
  throw new Error(`shipment ${carrier}/${numberKey} vanished while it was made`)
}
