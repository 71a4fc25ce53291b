import { z } from 'zod'
import type { ParcelReport, Pickup, Scan, Summary } from '@/lib/parcels/report'
import { readDay, readScanTime } from '@/lib/parcels/scan-time'
import { FALLBACK, isStatusCode, STATUSES, type Status, type StatusCode } from '@/lib/parcels/status'
import { carrierSlug } from './aliases'
import { defineCarrier } from './carrier'
import { optionalList, parcelNumber } from './fields'
import { parsePart } from './parse-part'
import { readPlace } from './place'
import { lookUp } from './status-table'
import { readWindow, type WindowClaim } from './window'

const text = z.string({ error: 'Expected text' }).nullish()

/** `YYYY-MM-DD`; a time after it is left out. */
const day = z
  .string({ error: 'Expected a day, YYYY-MM-DD' })
  .regex(/^\d{4}-\d{2}-\d{2}/, { error: 'Expected a day, YYYY-MM-DD', abort: true })

/** `HH:mm`, the local clock at the destination. */
const clock = z
  .string({ error: 'Expected a clock, HH:mm' })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Expected a clock, HH:mm' })

/** Where a scan happened; every part is optional. */
const place = z.looseObject({
  city: text,
  region: text,
  postalCode: text,
  /** ISO 3166-1, two letters. */
  countryCode: text,
  /** In words, where there are no parts. */
  text,
})

const scan = z.looseObject({
  /**
   * When it happened: ISO 8601 with an offset (`2026-11-20T10:02:00+01:00`), so that both the instant and the local
   * clock are known; `Z` gives the instant alone, no offset the local clock alone, a bare date the day.
   */
  at: text,
  /**
   * One of Doorstep's codes, `status.sub` (`in_transit.arrived`). An unknown sub of a known status becomes that status's
   * general one; with an unknown status the scan stays in the history and changes nothing.
   */
  status: text,
  /** The carrier's own words, shown as they are. */
  text,
  place: place.nullish(),
  /** Orders scans of the same minute: higher is later. */
  order: z.number({ error: 'Expected a number' }).nullish(),
  /** The carrier's own code, kept beside ours. */
  code: text,
  /** The recipient has to do something. */
  actionRequired: z.boolean({ error: 'Expected true or false' }).nullish(),
})

/** The promised days, in the destination's calendar. Each message replaces the window before it. */
const window = z
  .looseObject({
    earliest: day,
    latest: day,
    /** The most likely day of them. */
    likely: day.nullish(),
    /** The hours of a promise of one day, where the carrier names them. */
    from: clock.nullish(),
    to: clock.nullish(),
  })
  .refine(({ earliest, latest }) => earliest.slice(0, 10) <= latest.slice(0, 10), {
    path: ['latest'],
    error: 'Expected a day that is not before earliest',
  })

/** Where the parcel waits to be collected. */
const pickup = z.looseObject({
  name: text,
  address: text,
  /** The last day to collect it. */
  lastDay: day.nullish(),
  /** When it is open, a line each: `Mon–Fri 9–18`. */
  hours: optionalList(text),
  /** What opens the locker, or is asked for at the counter; shown to the order's own customer alone. */
  code: text,
})

const parcel = z.looseObject({
  /** The parcel's number at its carrier: the only required field. */
  number: parcelNumber,
  /** The carrier's id (`dhl`, `ups`, …) or name. */
  carrier: text,
  /** `inbound` for a parcel on its way to the shop; an outbound one if left out. */
  direction: z.enum(['outbound', 'inbound'], { error: 'Expected "outbound" or "inbound"' }).nullish(),
  /** Any number of scans, old and new, in any order; one that came before has no second effect. */
  scans: optionalList(scan),
  /** The state of the whole parcel, where the sender knows more than its scans; codes as in a scan. */
  status: text,
  /** When that state was reached; the message's `timestamp` if left out. */
  statusAt: text,
  window: window.nullish(),
  pickup: pickup.nullish(),
  /** Who signed for it. */
  signedBy: text,
})
type Parcel = z.infer<typeof parcel>

const TOPIC = 'parcel.updated'

const payload = z
  .looseObject({
    /** `parcel.updated`; other types are acknowledged and left aside. */
    type: z.string({ error: `Expected "${TOPIC}"` }),
    /** When the message was written, ISO 8601. */
    timestamp: text,
    data: z.unknown().optional(),
  })
  .transform(({ type, timestamp, data }, context) => ({
    type,
    timestamp,
    parcel: type === TOPIC ? parsePart(parcel, data, 'data', context) : null,
  }))

const isStatus = (name: string): name is Status => Object.hasOwn(STATUSES, name)

function codeOf(status: string | null | undefined): StatusCode | null {
  const code = status?.trim().toLowerCase() ?? ''
  if (isStatusCode(code)) return code
  const parent = code.split('.')[0] ?? ''
  return isStatus(parent) ? lookUp<StatusCode>(FALLBACK, parent) : null
}

const filled = (value: string | null | undefined): string | null => value?.trim() || null

function readScan(body: z.infer<typeof scan>): Scan {
  const { city, region, postalCode, countryCode, text: words } = body.place ?? {}
  return {
    provider: 'standard',
    status: codeOf(body.status),
    time: readScanTime(body.at, 'offset'),
    order: body.order ?? null,
    text: filled(body.text),
    place: readPlace({ city, region, postalCode, country: countryCode, text: words }),
    actionRequired: body.actionRequired ?? false,
    raw: { status: filled(body.status), substatus: null, code: filled(body.code) },
  }
}

function readSummary({ status, statusAt }: Parcel, timestamp: string | null | undefined): Summary | null {
  if (!filled(status)) return null
  return {
    status: codeOf(status),
    at: readScanTime(statusAt, 'offset').at ?? readScanTime(timestamp, 'offset').at,
    actionRequired: false,
    raw: { status: filled(status), substatus: null },
  }
}

/** A week has seven lines, twice that where noon is a break. */
const MOST_HOURS = 14

function readPickup({ name, address, lastDay, hours, code }: z.infer<typeof pickup>): Pickup {
  const lines = hours.flatMap((line) => filled(line)?.slice(0, 100) ?? []).slice(0, MOST_HOURS)
  const opens = filled(code)?.slice(0, 100)
  return {
    name: filled(name),
    address: filled(address),
    lastDay: readDay(lastDay),
    ...(lines.length > 0 && { hours: lines }),
    ...(opens !== undefined && { code: opens }),
  }
}

function readParcel(body: Parcel, timestamp: string | null | undefined): ParcelReport {
  const { pickup, window } = body
  const scans = body.scans.map(readScan)
  const summary = readSummary(body, timestamp)
  const claims: WindowClaim[] = window
    ? [
        {
          earliest: window.earliest,
          latest: window.latest,
          likely: window.likely ?? null,
          from: window.from ?? null,
          to: window.to ?? null,
          source: 'carrier',
        },
      ]
    : []
  return {
    carrier: carrierSlug(body.carrier),
    number: body.number,
    direction: body.direction ?? null,
    scans,
    summary,
    window: readWindow(claims, { scans, summary }),
    pickup: pickup ? readPickup(pickup) : null,
    signedBy: filled(body.signedBy),
  }
}

/**
 * Doorstep's own body, for everything that has no provider here: a carrier's file, a warehouse, a small aggregator.
 * Signed as Standard Webhooks; the fields are the schemas above. Unknown fields are left aside.
 */
export const standard = defineCarrier({
  id: 'standard',
  name: 'Standard Webhooks',
  docs: 'https://www.standardwebhooks.com/',
  signature: { kind: 'standard-webhooks' },
  deliveryId: (headers) => headers.get('webhook-id'),
  payload,
  read: ({ type, timestamp, parcel }) =>
    parcel
      ? { kind: 'reports', reports: [readParcel(parcel, timestamp)] }
      : { kind: 'ignored', reason: `type ${type}` },
})
