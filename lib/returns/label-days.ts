import { dayIn, endOfDay } from './add-days'
import { addDays } from './policy/day-math'
import type { Policy } from './policy/schema'

/** Until when a return that is let through now can be handed in: the end of the last day in the shop's zone. */
export const lastHandIn = (now: Date, { voidAfterDays }: Policy['label'], timeZone: string): Date =>
  endOfDay(addDays(dayIn(now, timeZone), voidAfterDays), timeZone)

/** When the shopper is reminded of it: the same hour so many days before. */
export const reminderAt = (expiresAt: Date, { remindDaysBefore }: Policy['label']): Date =>
  new Date(expiresAt.getTime() - remindDaysBefore * 24 * 3_600_000)
