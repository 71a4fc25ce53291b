import { and, asc, eq } from 'drizzle-orm'
import { slotPlacements, slotStops } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

/** A shop's placed slots with the variants that were stopped; by id, or the one of that id. */
export async function listSlotPlacements(tx: ShopTx, shopId: ShopId, id?: string) {
  const placements = await tx
    .select()
    .from(slotPlacements)
    .where(and(eq(slotPlacements.shopId, shopId), id === undefined ? undefined : eq(slotPlacements.id, id)))
    .orderBy(asc(slotPlacements.id))
  const stops = await tx
    .select()
    .from(slotStops)
    .where(and(eq(slotStops.shopId, shopId), id === undefined ? undefined : eq(slotStops.slot, id)))
    .orderBy(asc(slotStops.variant))
  return placements.map((placement) => ({
    ...placement,
    stops: stops.filter(({ slot }) => slot === placement.id),
  }))
}
