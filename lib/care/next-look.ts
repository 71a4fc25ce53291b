import { calendarDay } from '@/lib/parcels/calendar-day'
import { HOUR_MS } from '@/lib/parcels/moment'
import type { Projection } from '@/lib/parcels/projection'
import { statusOf } from '@/lib/parcels/status'
import { countedPromise, promiseEnd } from './hours-late'
import { URGENT_DAYS } from './urgent-days'
import type { VoucherRule } from './voucher-rule'

/** When a day begins that lies so many days from another, in milliseconds. */
function dayStart(day: string | null, days: number, timeZone: string): number | null {
  const date = calendarDay(day)
  return date?.add({ days }).toZonedDateTime(timeZone).epochMilliseconds ?? null
}

/**
 * When the clock alone may next change what a parcel needs: a promise is over, a tier of a voucher is reached, the last days to
 * collect begin or end. Null: only a new fact can.
 */
export function nextLook(
  projection: Projection,
  rules: readonly VoucherRule[],
  { now, timeZone }: { now: Date; timeZone: string },
): Date | null {
  const waits = statusOf(projection.status) === 'available_for_pickup'
  const lastDay = waits ? (projection.pickup?.lastDay ?? null) : null
  const promised = dayStart(projection.window?.latest ?? null, 1, timeZone)
  const tiers = rules
    .filter(({ active }) => active && !projection.final)
    .flatMap(({ promise, tiers }) => {
      const window = countedPromise(projection, promise)
      const end = window && promiseEnd(window, timeZone)
      return end === null ? [] : tiers.map(({ hours }) => end + hours * HOUR_MS)
    })
  const moments = [
    promised,
    dayStart(lastDay, -URGENT_DAYS, timeZone),
    dayStart(lastDay, 1, timeZone),
    ...tiers,
  ]
  const coming = moments.filter((ms) => ms !== null && ms > now.getTime())
  return coming.length > 0 ? new Date(Math.min(...coming.filter((ms) => ms !== null))) : null
}
