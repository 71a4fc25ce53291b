import { Temporal } from 'temporal-polyfill'
import type { Talk } from '@/lib/i18n/translator'
import { dayIn } from '@/lib/returns/add-days'
import type { Return } from '@/lib/returns/return'
import type { Shop } from '@/lib/shops/shop'
import { icalFile, icalText } from './ical-text'

type Dated = Pick<
  Return,
  'id' | 'number' | 'version' | 'state' | 'sentAt' | 'method' | 'labelExpiresAt' | 'updatedAt'
>

const basic = (iso: string): string => iso.replace(/[-:]|\.\d+/g, '')

const CALLED_OFF: ReadonlySet<Return['state']> = new Set(['cancelled', 'rejected', 'expired'])

/** The day that matters: when it is fetched, else the last one to hand it in. */
function dayOf({ method, labelExpiresAt }: Dated, timeZone: string) {
  if (method.kind === 'pickup' && method.pickupDay !== null)
    return { kind: 'pickup', day: method.pickupDay } as const
  return labelExpiresAt === null ? null : ({ kind: 'summary', day: dayIn(labelExpiresAt, timeZone) } as const)
}

/**
 * A return's day as a calendar (iCalendar, [RFC 5545](https://www.rfc-editor.org/rfc/rfc5545)); null where it has none. Once the
 * parcel is scanned or the return called off, the entry is cancelled. It holds no link: calendars are shared with families and
 * colleagues, and a return's link acts.
 */
export function returnCalendar(
  shop: Pick<Shop, 'name' | 'timeZone'>,
  { t }: Talk,
  back: Dated,
): string | null {
  const dated = dayOf(back, shop.timeZone)
  if (!dated) return null
  const cancelled = back.sentAt !== null || CALLED_OFF.has(back.state)
  const end = Temporal.PlainDate.from(dated.day).add({ days: 1 }).toString()
  const updated = Temporal.Instant.from(back.updatedAt).toString({ smallestUnit: 'second' })
  return icalFile([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Doorstep//Returns//EN',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    `UID:return-${back.id}`,
    `DTSTAMP:${basic(updated)}`,
    `SEQUENCE:${back.version}`,
    `DTSTART;VALUE=DATE:${basic(dated.day)}`,
    `DTEND;VALUE=DATE:${basic(end)}`,
    `SUMMARY:${icalText(t(`returned.calendar.${dated.kind}`, { shop: shop.name }))}`,
    `DESCRIPTION:${icalText(t('returned.number', { number: back.number }))}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    // A day by which something is due is not a day on which somebody is busy.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ])
}
