import type { CalendarDay } from '@/lib/returns/phrase'

const DAY_MILLISECONDS = 86_400_000

const toMillis = (day: CalendarDay): number => Date.parse(`${day}T00:00:00Z`)

/** The day so many days later. */
export const addDays = (day: CalendarDay, days: number): CalendarDay =>
  new Date(toMillis(day) + days * DAY_MILLISECONDS).toISOString().slice(0, 10)

/** Whole days from one day to another; negative when the other is earlier. */
export const daysFrom = (from: CalendarDay, to: CalendarDay): number =>
  Math.round((toMillis(to) - toMillis(from)) / DAY_MILLISECONDS)

/** The later of two days. */
export const later = (a: CalendarDay, b: CalendarDay): CalendarDay => (a < b ? b : a)
