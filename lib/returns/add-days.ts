import { Temporal } from 'temporal-polyfill'
import type { CalendarDay } from './phrase'

const SATURDAY = 6

/** The day so many working days (Monday to Friday; holidays are nobody's here) later. */
export function addWorkingDays(day: CalendarDay, days: number): CalendarDay {
  let at = Temporal.PlainDate.from(day)
  for (let left = days; left > 0; ) {
    at = at.add({ days: 1 })
    if (at.dayOfWeek < SATURDAY) left--
  }
  return at.toString()
}

/** The calendar day of an instant in a zone. */
export const dayIn = (at: Date | string, timeZone: string): CalendarDay =>
  Temporal.Instant.fromEpochMilliseconds(new Date(at).getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString()

/** The last instant of a day in a zone. */
export const endOfDay = (day: CalendarDay, timeZone: string): Date =>
  new Date(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds - 1)
