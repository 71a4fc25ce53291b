import { Temporal } from 'temporal-polyfill'
import { HOUR_MS, momentOf } from './moment'
import type { Projection, TimelineEntry } from './projection'
import { type Status, type StatusCode, statusOf } from './status'

/** Hours without a scan that are usual in a state; null: none is expected. */
const USUAL_HOURS = {
  pending: null,
  info_received: 72,
  in_transit: 36,
  out_for_delivery: 20,
  failed_attempt: 48,
  available_for_pickup: null,
  exception: 48,
  returning: 96,
  delivered: null,
  returned: null,
  cancelled: null,
  expired: null,
} as const satisfies Record<Status, number | null>

/** Legs on which nobody scans for longer. */
const LONG_LEGS: Partial<Record<StatusCode, number>> = {
  'in_transit.departed_origin_country': 168,
  'in_transit.arrived_destination_country': 96,
  'in_transit.customs_started': 120,
  'in_transit.handed_to_partner': 72,
  'exception.delayed_customs': 120,
  'exception.held_customs_documents': 120,
}

/** Carriers that scan less often than most, by slug. */
const CARRIER_HOURS: Record<string, Partial<Record<Status, number>>> = {
  'china-post': { info_received: 168, in_transit: 240 },
  cainiao: { info_received: 168, in_transit: 240 },
  yanwen: { info_received: 168, in_transit: 240 },
  '4px': { info_received: 168, in_transit: 240 },
  yunexpress: { info_received: 120, in_transit: 168 },
  usps: { in_transit: 60 },
  'royal-mail': { in_transit: 60 },
  'deutsche-post': { info_received: 96, in_transit: 96 },
}

const SUNDAY = 7

function usualHours(code: StatusCode, carrier: string): number | null {
  const status = statusOf(code)
  const usual = USUAL_HOURS[status]
  if (usual === null) return null
  const own = Object.hasOwn(CARRIER_HOURS, carrier) ? CARRIER_HOURS[carrier]?.[status] : undefined
  return Math.max(own ?? usual, LONG_LEGS[code] ?? 0)
}

/** When a scan was, as an estimate in the shop's zone where the carrier's is unknown; a bare day counts to its end. */
function scanInstant({ time }: TimelineEntry, timeZone: string): Temporal.Instant | null {
  const { instant, local, dateOnly } = momentOf(time)
  if (instant !== null) return Temporal.Instant.fromEpochMilliseconds(instant)
  if (local === null) return null
  const clock = Temporal.Instant.fromEpochMilliseconds(local).toZonedDateTimeISO('UTC').toPlainDateTime()
  const end = dateOnly
    ? clock.toPlainDate().add({ days: 1 }).toZonedDateTime(timeZone)
    : clock.toZonedDateTime(timeZone)
  return end.toInstant()
}

/** The instant when so many hours have passed, Sundays not counted. */
function afterHours(start: Temporal.Instant, hours: number, timeZone: string): Temporal.Instant {
  let cursor = start.toZonedDateTimeISO(timeZone)
  let left = hours * HOUR_MS
  for (;;) {
    const midnight = cursor.toPlainDate().add({ days: 1 }).toZonedDateTime(timeZone)
    const span = midnight.epochMilliseconds - cursor.epochMilliseconds
    if (cursor.dayOfWeek !== SUNDAY) {
      if (left <= span) return cursor.add({ milliseconds: left }).toInstant()
      left -= span
    }
    cursor = midnight
  }
}

/**
 * Whether a carrier has been quiet for longer than it usually is: whole hours since the newest scan, null while that is
 * usual or no scan is expected. `changesAt`: when the answer will be another one (epoch milliseconds), null: never.
 */
export function silenceOf(
  { status, final, timeline }: Projection,
  { now, timeZone, carrier }: { now: Date; timeZone: string; carrier: string },
): { silentHours: number | null; changesAt: number | null } {
  const none = { silentHours: null, changesAt: null }
  const budget = final ? null : usualHours(status, carrier)
  const newest = timeline[0]
  const last = newest ? scanInstant(newest, timeZone) : null
  if (budget === null || last === null) return none
  const begins = afterHours(last, budget, timeZone).epochMilliseconds
  if (now.getTime() < begins) return { silentHours: null, changesAt: begins }
  const silentHours = Math.floor((now.getTime() - last.epochMilliseconds) / HOUR_MS)
  return { silentHours, changesAt: last.epochMilliseconds + (silentHours + 1) * HOUR_MS }
}
