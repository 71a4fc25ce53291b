import { and, desc, eq } from 'drizzle-orm'
import { shipments } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Projection } from '@/lib/parcels/projection'

export type MovementRow = {
  carrier: string
  number: string
  projection: Projection
  projectionVersion: number
  updatedAt: Date
}

const newestFirst = (a: MovementRow, b: MovementRow): number =>
  (b.projection.lastScan ?? '').localeCompare(a.projection.lastScan ?? '') ||
  b.updatedAt.getTime() - a.updatedAt.getTime()

/** The parcel of a number, its newest generation; with a carrier, that carrier's. */
export async function findMovement(
  tx: ShopTx,
  shopId: ShopId,
  numberKey: string,
  carrier?: string,
): Promise<MovementRow | null> {
  const rows = await tx
    .select({
      carrier: shipments.carrier,
      number: shipments.number,
      projection: shipments.projection,
      projectionVersion: shipments.projectionVersion,
      updatedAt: shipments.updatedAt,
    })
    .from(shipments)
    .where(
      and(
        eq(shipments.shopId, shopId),
        eq(shipments.numberKey, numberKey),
        carrier === undefined ? undefined : eq(shipments.carrier, carrier),
      ),
    )
    .orderBy(desc(shipments.generation))
    .limit(20)
  return rows.sort(newestFirst)[0] ?? null
}
