import { and, eq, inArray } from 'drizzle-orm'
import { readLook } from '@/db/queries/read-look'
import { careCases } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import { type CareCase, casesOf } from '@/lib/care/cases-of'
import { hoursLate } from '@/lib/care/hours-late'
import { mayNeedCare } from '@/lib/care/may-need-care'
import { nextLook } from '@/lib/care/next-look'
import type { ShopId } from '@/lib/core/ids'
import type { Projection } from '@/lib/parcels/projection'
import { viewShipment } from '@/lib/parcels/view-shipment'
import type { ShipmentRow } from '@/lib/services/find-shipment'
import { setCareClock, stopCareClock } from './care-clock'
import { openCase } from './open-case'
import { remindOfPickup } from './remind-of-pickup'

const same = (a: Pick<CareCase, 'kind' | 'occurrence'>, b: { kind: string; occurrence: string }): boolean =>
  a.kind === b.kind && a.occurrence === b.occurrence

/**
 * Sees to a parcel, in the caller's transaction that holds its shipment: opens what somebody should look at, closes what has
 * settled, reminds of the last day to collect, and sets the clock for when to look again. `woken` by a new fact, a voucher that is
 * due is left to the clock at once; by the clock itself it was seen to before.
 */
export async function lookAfter(
  tx: ShopTx,
  shopId: ShopId,
  shipment: ShipmentRow,
  projection: Projection,
  { now, woken, before = projection }: { now: Date; woken: 'fact' | 'clock'; before?: Projection },
): Promise<void> {
  if (!mayNeedCare(projection) && !mayNeedCare(before)) return
  const { timeZone, rules, open } = await readLook(tx, shopId, shipment.id)
  const view = viewShipment(projection, { now, timeZone, carrier: shipment.carrier })
  const cases = casesOf(projection, view)
  const settled = open.filter((one) => !cases.some((wanted) => same(wanted, one))).map(({ id }) => id)
  if (settled.length > 0)
    await tx
      .update(careCases)
      .set({ closedAt: now })
      .where(and(eq(careCases.shopId, shopId), inArray(careCases.id, settled)))
  for (const wanted of cases) {
    if (open.some((one) => same(wanted, one))) continue
    await openCase(tx, shopId, { ...wanted, subject: shipment.id }, now)
    if (wanted.kind === 'pickup') await remindOfPickup(tx, shopId, shipment, wanted.occurrence, now)
  }
  const isDue =
    woken === 'fact' &&
    rules.some((rule) => rule.active && hoursLate(projection, rule.promise, { now, timeZone }) !== null)
  const dueAt = isDue ? now : nextLook(projection, rules, { now, timeZone })
  if (dueAt) await setCareClock(tx, shopId, shipment.id, dueAt)
  else await stopCareClock(tx, shopId, shipment.id)
}
