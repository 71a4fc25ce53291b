import { Temporal } from 'temporal-polyfill'
import { dayOf, momentOf } from './moment'
import type { ScanTime } from './report'

/** The day of a scan as `YYYY-MM-DD`: the carrier's own clock, else the shop's zone; null when it is undated. */
export function scanDay(time: ScanTime | null, timeZone: string): string | null {
  const moment = time && momentOf(time)
  if (!moment || moment.ms === null) return null
  if (moment.local !== null) return dayOf(moment)
  return Temporal.Instant.fromEpochMilliseconds(moment.ms)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString()
}
