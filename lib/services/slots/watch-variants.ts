import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { lookupShops, slotPlacements, slotStops } from '@/db/schema'
import { type ShopTx, withShop } from '@/db/with-shop'
import { parseShopId, type ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'
import { type RunningTest, stopHarmfulVariants } from '@/lib/services/measuring/stop-harmful-variants'
import { raiseShopVersion } from '@/lib/services/raise-shop-version'
import type { Sweeper } from '@/lib/services/run-sweeper'
import { inShare } from '@/lib/slots/in-share'
import type { PlacedSlot } from '@/lib/slots/placed-slot'
import { drawnVariant } from '@/lib/slots/variant-of'

declare global {
  /** One for each process, however often a module is loaded. */
  var doorstepVariantWatcher: Sweeper | undefined
}

/** Harm shows in days. */
export const WATCH_INTERVAL_MS = 3_600_000

const LEAST_VARIANTS = 2

const testOf = (placed: PlacedSlot, since: Date, stopped: readonly string[]): RunningTest => ({
  slot: placed.id,
  since,
  variants: placed.variants.map(({ id }) => id).filter((id) => !stopped.includes(id)),
  variantOf: (orderId) =>
    inShare(placed.targeting.share, orderId, placed.id) ? (drawnVariant(placed, orderId)?.id ?? null) : null,
  limits: placed.harmLimits,
})

async function listTests(tx: ShopTx, shopId: ShopId): Promise<RunningTest[]> {
  const rows = await tx
    .select({ id: slotPlacements.id, document: slotPlacements.document, since: slotPlacements.testSince })
    .from(slotPlacements)
    .where(and(eq(slotPlacements.shopId, shopId), isNotNull(slotPlacements.testSince)))
    .orderBy(asc(slotPlacements.id))
  if (rows.length === 0) return []
  const stops = await tx
    .select({ slot: slotStops.slot, variant: slotStops.variant })
    .from(slotStops)
    .where(eq(slotStops.shopId, shopId))
  return rows.flatMap(({ id, document, since }) => {
    if (since === null || !document.enabled) return []
    const stopped = stops.flatMap(({ slot, variant }) => (slot === id ? [variant] : []))
    const test = testOf({ ...document, id }, since, stopped)
    return test.variants.length < LEAST_VARIANTS ? [] : [test]
  })
}

async function watchShop(tx: ShopTx, shopId: ShopId, now: Date): Promise<void> {
  let stopped = 0
  for (const test of await listTests(tx, shopId))
    stopped += (await stopHarmfulVariants(tx, shopId, test, now)).length
  if (stopped === 0) return
  // Pages that are kept still have the wording that did harm.
  await raiseShopVersion(tx, shopId)
}

/** Looks whether a wording that is being tried does harm, in every shop, and stops it. A round of `runSweeper`; it leaves no work behind it, so it always says 0. */
export async function watchVariants({ db, now }: Context): Promise<number> {
  const found = await db.select({ shopId: lookupShops.shopId }).from(lookupShops)
  for (const { shopId } of found) {
    const id = parseShopId(shopId)
    await withShop(db, id, (tx) => watchShop(tx, id, now()))
  }
  return 0
}
