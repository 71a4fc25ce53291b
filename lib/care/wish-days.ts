import { Temporal } from 'temporal-polyfill'

/** How far ahead a day can be wished for: no carrier keeps a parcel longer for the asking. */
const FURTHEST_DAYS = 14

/** The days that can be wished for in the shop's zone, `YYYY-MM-DD`: from tomorrow on, no Sundays. */
export function wishDays(now: Date, timeZone: string): string[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
  return Array.from({ length: FURTHEST_DAYS }, (_, index) => today.add({ days: index + 1 }))
    .filter(({ dayOfWeek }) => dayOfWeek !== 7)
    .map((day) => day.toString())
}
