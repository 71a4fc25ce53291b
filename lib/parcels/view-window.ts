import { Temporal } from 'temporal-polyfill'
import { calendarDay, daysBetween } from './calendar-day'
import type { Projection } from './projection'
import type { DeliveryWindow } from './report'
import { type Status, statusOf } from './status'

/** States in which a promise can be late: the parcel is still on its way to its recipient. */
const STILL_COMING: ReadonlySet<Status> = new Set([
  'pending',
  'info_received',
  'in_transit',
  'out_for_delivery',
  'failed_attempt',
  'exception',
])

/** What is left of a promise at a moment. */
type WindowView = {
  window: DeliveryWindow | null
  windowMoved: boolean
  lateSince: string | null
  daysUntil: { earliest: number; latest: number } | null
  /** When the named hours of today will be over (epoch milliseconds); null: none run today. */
  hoursEndAt: number | null
}

/** The end of the named hours where they end today; hours past midnight are left alone. */
function hoursEnd(
  { latest, from, to }: DeliveryWindow,
  today: Temporal.PlainDate,
  timeZone: string,
): number | null {
  if (to === null || latest !== today.toString() || (from !== null && to <= from)) return null
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(to)) return null
  return today.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(to) }).epochMilliseconds
}

/** The promise as of now in the shop's zone: never a day or an hour that has passed. */
export function windowView(projection: Projection, now: Temporal.ZonedDateTime): WindowView {
  const nothing = { window: null, windowMoved: false, lateSince: null, daysUntil: null, hoursEndAt: null }
  const { window, originalWindow: original } = projection
  const today = now.toPlainDate()
  const day = today.toString()
  const latest = window && calendarDay(window.latest)
  if (!window || !latest) return nothing
  if (window.latest < day) {
    const isComing = STILL_COMING.has(statusOf(projection.status))
    return { ...nothing, lateSince: isComing ? window.latest : null }
  }
  const promised = calendarDay(window.earliest) ?? today
  const earliest = Temporal.PlainDate.compare(promised, today) > 0 ? promised : today
  const end = hoursEnd(window, today, now.timeZoneId)
  const hoursOver = end !== null && end <= now.epochMilliseconds
  return {
    window: {
      ...window,
      earliest: earliest.toString(),
      likely: window.likely !== null && window.likely >= earliest.toString() ? window.likely : null,
      from: hoursOver ? null : window.from,
      to: hoursOver ? null : window.to,
    },
    windowMoved:
      original !== null && (original.earliest !== window.earliest || original.latest !== window.latest),
    lateSince: null,
    daysUntil: { earliest: daysBetween(today, earliest), latest: daysBetween(today, latest) },
    hoursEndAt: hoursOver ? null : end,
  }
}
