import { Temporal } from 'temporal-polyfill'
import { calendarDay, daysBetween } from './calendar-day'
import { isoOf } from './moment'
import { primaryAction } from './primary-action'
import { progressOf } from './progress'
import type { Projection } from './projection'
import type { Pickup, PickupPlace } from './report'
import { scanDay } from './scan-day'
import type { ShipmentView } from './shipment-view'
import { silenceOf } from './silence'
import { type Status, statusOf } from './status'
import { windowView } from './view-window'

/** States in which a place to collect is no longer of use. */
const PICKUP_IS_PAST: ReadonlySet<Status> = new Set([
  'delivered',
  'returning',
  'returned',
  'cancelled',
  'expired',
])

/** The place without what opens it there: views are shared. */
function placeOf(pickup: Pickup | null): PickupPlace | null {
  if (!pickup) return null
  const { code: _, ...place } = pickup
  return place
}

/** Whole days left to collect, null when nothing waits, no last day is known or it has passed. */
function pickupDaysLeft({ status, pickup }: Projection, today: Temporal.PlainDate): number | null {
  const lastDay = calendarDay(pickup?.lastDay ?? null)
  if (statusOf(status) !== 'available_for_pickup' || !lastDay) return null
  const left = daysBetween(today, lastDay)
  return left >= 0 ? left : null
}

/**
 * What may be said of a parcel at one moment. `timeZone` is the shop's IANA zone, in which "today" is decided; `carrier` is
 * the carrier's slug, which decides how long a silence is usual. Total, and the same until `validUntil`.
 */
export function viewShipment(
  projection: Projection,
  context: { now: Date; timeZone: string; carrier: string },
): ShipmentView {
  const now = Temporal.Instant.fromEpochMilliseconds(context.now.getTime()).toZonedDateTimeISO(
    context.timeZone,
  )
  const today = now.toPlainDate()
  const midnight = today.add({ days: 1 }).toZonedDateTime(context.timeZone).epochMilliseconds
  const status = statusOf(projection.status)
  const { hoursEndAt, ...promise } = windowView(projection, now)
  const { silentHours, changesAt } = silenceOf(projection, context)
  const isOnVehicle = status === 'out_for_delivery' && promise.window === null
  const changes = [midnight, hoursEndAt, changesAt].filter((ms) => ms !== null)
  return {
    direction: projection.direction,
    status: projection.status,
    attention: projection.attention,
    ...promise,
    originalWindow: projection.originalWindow,
    silentHours,
    today: today.toString(),
    arrivesToday: isOnVehicle && scanDay(projection.statusTime, context.timeZone) === today.toString(),
    pickup: PICKUP_IS_PAST.has(status) ? null : placeOf(projection.pickup),
    pickupDaysLeft: pickupDaysLeft(projection, today),
    signedBy: status === 'delivered' ? projection.signedBy : null,
    progress: progressOf(projection),
    action: primaryAction(projection),
    final: projection.final,
    statusTime: projection.statusTime,
    timeline: projection.timeline,
    validUntil: isoOf(Math.min(...changes)),
  }
}
