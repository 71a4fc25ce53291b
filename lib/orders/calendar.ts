import { Temporal } from 'temporal-polyfill'
import { carrierName } from '@/lib/carriers/aliases'
import type { Locale } from '@/lib/i18n/locales'
import { type Talk, translator } from '@/lib/i18n/translator'
import { calendarDay } from '@/lib/parcels/calendar-day'
import type { DeliveryWindow, Pickup } from '@/lib/parcels/report'
import type { Shop } from '@/lib/shops/shop'
import { icalFile, icalText } from './ical-text'
import type { SpokenParcel, StoredParcel } from './order-view'

/** A parcel as a calendar needs it: its shipment's own id outlives every link. */
export type CalendarParcel = StoredParcel & { id: string; projectionVersion: number }

type Entry = {
  kind: 'delivery' | 'collect'
  /** `DTSTART` and `DTEND` with their parameters. */
  span: readonly [string, string]
  cancelled: boolean
  place: string | null
}

const basic = (iso: string): string => iso.replace(/[-:]|\.\d+/g, '')

/** Whole days; the end is the first day after them. */
function allDay(first: Temporal.PlainDate, last: Temporal.PlainDate): Entry['span'] {
  const end = last.add({ days: 1 })
  return [`DTSTART;VALUE=DATE:${basic(first.toString())}`, `DTEND;VALUE=DATE:${basic(end.toString())}`]
}

/** Named hours of one day, by the clock of the shop's zone, as instants: no reader needs a zone's rules. */
function hours(day: Temporal.PlainDate, from: string, to: string, timeZone: string): Entry['span'] {
  const at = (date: Temporal.PlainDate, clock: string) =>
    basic(
      date.toZonedDateTime({ timeZone, plainTime: clock }).toInstant().toString({ smallestUnit: 'second' }),
    )
  // Hours past midnight end on the next day.
  return [`DTSTART:${at(day, from)}`, `DTEND:${at(to > from ? day : day.add({ days: 1 }), to)}`]
}

function windowSpan({ earliest, latest, from, to }: DeliveryWindow, timeZone: string): Entry['span'] | null {
  const [first, last] = [calendarDay(earliest), calendarDay(latest)]
  if (!first || !last || Temporal.PlainDate.compare(first, last) > 0) return null
  const isTimed = earliest === latest && from !== null && to !== null && from !== to
  return isTimed ? hours(first, from, to, timeZone) : allDay(first, last)
}

/** The promise that stands, by the days its carrier named; once it is gone, the last one known, cancelled. */
function delivery(
  { parcel: { projection }, view }: SpokenParcel<CalendarParcel>,
  timeZone: string,
): Entry | null {
  const window = projection.window ?? projection.originalWindow
  const span = window && windowSpan(window, timeZone)
  return span && { kind: 'delivery', span, cancelled: view.window === null, place: null }
}

const placeOf = ({ name, address }: Pickup): string | null =>
  [name, address].filter(Boolean).join(', ') || null

/** The last day to collect, cancelled once nothing waits any more. */
function collection({ parcel: { projection }, view }: SpokenParcel<CalendarParcel>): Entry | null {
  const day = calendarDay(projection.pickup?.lastDay ?? null)
  if (!day || !projection.pickup) return null
  return {
    kind: 'collect',
    span: allDay(day, day),
    cancelled: view.pickupDaysLeft === null,
    place: placeOf(projection.pickup),
  }
}

function eventLines(entry: Entry, parcel: CalendarParcel, url: string, shop: string, { t }: Talk): string[] {
  const title = t(`calendar.${entry.kind}`, { shop })
  const updated = Temporal.Instant.from(new Date(parcel.updatedAt).toISOString()).toString({
    smallestUnit: 'second',
  })
  return [
    'BEGIN:VEVENT',
    `UID:${entry.kind}-${parcel.id}`,
    `DTSTAMP:${basic(updated)}`,
    // The clock alone can cancel an entry between two versions: so each version has two numbers.
    `SEQUENCE:${parcel.projectionVersion * 2 + Number(entry.cancelled)}`,
    ...entry.span,
    `SUMMARY:${icalText(title)}`,
    `DESCRIPTION:${icalText(`${carrierName(parcel.carrier)} ${parcel.number}\n${url}`)}`,
    `URL:${url}`,
    ...(entry.place ? [`LOCATION:${icalText(entry.place)}`] : []),
    `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    // A day on which a parcel comes is not a day on which somebody is busy.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/**
 * An order's calendar (iCalendar, [RFC 5545](https://www.rfc-editor.org/rfc/rfc5545)): an entry for each parcel on its way to
 * the customer with a promised day, and one for the last day to collect. `url` is the order's page. Null while no day was
 * ever named.
 */
export function orderCalendar(
  shop: Shop,
  locale: Locale,
  spoken: readonly SpokenParcel<CalendarParcel>[],
  url: string,
): string | null {
  const talk = translator(shop, locale)
  const events = spoken
    .filter(({ view }) => view.direction === 'outbound')
    .flatMap((one) =>
      [delivery(one, shop.timeZone), collection(one)]
        .filter((entry) => entry !== null)
        .flatMap((entry) => eventLines(entry, one.parcel, url, shop.name, talk)),
    )
  if (events.length === 0) return null
  return icalFile([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Doorstep//Parcels//EN',
    'CALSCALE:GREGORIAN',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...events,
    'END:VCALENDAR',
  ])
}
