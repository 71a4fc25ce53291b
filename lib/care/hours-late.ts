import { Temporal } from 'temporal-polyfill'
import { calendarDay } from '@/lib/parcels/calendar-day'
import { HOUR_MS, momentOf } from '@/lib/parcels/moment'
import type { Projection } from '@/lib/parcels/projection'
import type { DeliveryWindow, ScanTime } from '@/lib/parcels/report'
import { type Status, type StatusCode, statusOf } from '@/lib/parcels/status'
import type { VoucherRule } from './voucher-rule'

/** The carrier stood at the door, or the parcel was there to collect: the promise was kept or broken by then. */
const ARRIVES: ReadonlySet<Status> = new Set(['failed_attempt', 'available_for_pickup', 'delivered'])

/** What only the recipient can put right, or has asked for: a parcel that waits for them is nobody's broken promise. */
const RECIPIENTS: ReadonlySet<StatusCode> = new Set<StatusCode>([
  'failed_attempt.address_problem',
  'failed_attempt.refused',
  'failed_attempt.payment_due',
  'failed_attempt.id_check_failed',
  'exception.held_customs_documents',
  'exception.held_payment',
  'exception.address_problem',
  'exception.recipient_moved',
  'exception.recipient_unknown',
  'exception.refused',
  'exception.unclaimed',
  'returning.refused',
  'returning.unclaimed',
  'returning.address_problem',
  'in_transit.delivery_rescheduled',
  'cancelled.other',
  'cancelled.requested',
])

/** When a promise is over: at the end of its last day in the shop's zone, or of its hours where it names some for one day. */
export function promiseEnd({ earliest, latest, from, to }: DeliveryWindow, timeZone: string): number | null {
  const day = calendarDay(latest)
  if (!day) return null
  const isTimed = earliest === latest && to !== null && /^([01]\d|2[0-3]):[0-5]\d$/.test(to)
  if (isTimed && (from === null || from < to))
    return day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(to) }).epochMilliseconds
  return day.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds
}

/** A scan's moment; a clock of unknown zone is read in the shop's. */
function momentMs(time: ScanTime, timeZone: string): number | null {
  const { instant, local } = momentOf(time)
  if (instant !== null || local === null) return instant
  const clock = Temporal.Instant.fromEpochMilliseconds(local).toZonedDateTimeISO('UTC').toPlainDateTime()
  return clock.toZonedDateTime(timeZone).epochMilliseconds
}

/** When the carrier first stood at the door; `unknown`: it did, and nobody says when. */
function arrival({ status, statusTime, timeline }: Projection, timeZone: string): number | 'unknown' | null {
  const times = timeline.flatMap((entry) =>
    entry.status && ARRIVES.has(statusOf(entry.status)) ? [momentMs(entry.time, timeZone)] : [],
  )
  if (ARRIVES.has(statusOf(status))) times.push(statusTime && momentMs(statusTime, timeZone))
  if (times.length === 0) return null
  const known = times.filter((ms) => ms !== null)
  return known.length > 0 ? Math.min(...known) : 'unknown'
}

/** The promise that counts; null: none was made, or it isn't the shop's to keep any more. */
export function countedPromise(
  projection: Projection,
  promise: VoucherRule['promise'],
): DeliveryWindow | null {
  const { direction, status, timeline } = projection
  const waits = [status, ...timeline.map((entry) => entry.status)].some(
    (code) => code !== null && RECIPIENTS.has(code),
  )
  if (direction !== 'outbound' || waits) return null
  return promise === 'first' ? projection.originalWindow : projection.window
}

/**
 * Whole hours by which a promise is broken, at the latest at the moment the carrier first stood at the door; null: it isn't
 * (yet), or it can't be told. `timeZone` is the shop's.
 */
export function hoursLate(
  projection: Projection,
  promise: VoucherRule['promise'],
  { now, timeZone }: { now: Date; timeZone: string },
): number | null {
  const window = countedPromise(projection, promise)
  const end = window && promiseEnd(window, timeZone)
  const arrived = arrival(projection, timeZone)
  if (end === null || arrived === 'unknown') return null
  const until = Math.min(arrived ?? Number.POSITIVE_INFINITY, now.getTime())
  return until >= end ? Math.floor((until - end) / HOUR_MS) : null
}
