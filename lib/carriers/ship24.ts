import { z } from 'zod'
import type { DeliveryWindow, ParcelReport, Scan, ScanTime, Summary } from '@/lib/parcels/report'
import { readClock, readDay, readScanTime, type ZoneTrust } from '@/lib/parcels/scan-time'
import { FALLBACK, type Status, type StatusCode } from '@/lib/parcels/status'
import { carrierSlug } from './aliases'
import { defineCarrier } from './carrier'
import { optionalList, optionalText, parcelNumber } from './fields'
import { readPlace } from './place'
import { lookUp } from './status-table'
import { readWindow } from './window'

/** https://docs.ship24.com/status#statuscode-and-statuscategory; `*_departure` is every other departure. */
const SHIP24_STATUS: Record<string, StatusCode> = {
  data_order_created: 'info_received.label_created',
  data_order_cancelled: 'cancelled.other',
  data_delivery_proposed: 'in_transit.delivery_scheduled',
  data_delivery_decided: 'in_transit.delivery_scheduled',
  transit_handover: 'in_transit.handed_to_partner',
  transit_origin_country_departure: 'in_transit.departed_origin_country',
  '*_departure': 'in_transit.departed_origin_country',
  destination_arrival: 'in_transit.arrived_destination_country',
  customs_received: 'in_transit.customs_started',
  customs_cleared: 'in_transit.customs_released',
  customs_exception: 'exception.delayed_customs',
  customs_rejected: 'exception.held_customs_documents',
  delivery_out_for_delivery: 'out_for_delivery.on_vehicle',
  delivery_available_for_pickup: 'available_for_pickup.other',
  delivery_attempted: 'failed_attempt.other',
  delivery_exception: 'exception.other',
  delivery_refused: 'exception.refused',
  delivery_delivered: 'delivered.other',
  exception_return: 'returning.other',
  exception_lost: 'exception.lost',
  exception_discarded: 'exception.disposed',
}

/** https://docs.ship24.com/status#statusmilestone: what an event without a code of ours stands for. */
const SHIP24_MILESTONE: Record<string, Status> = {
  pending: 'pending',
  info_received: 'info_received',
  in_transit: 'in_transit',
  out_for_delivery: 'out_for_delivery',
  failed_attempt: 'failed_attempt',
  available_for_pickup: 'available_for_pickup',
  delivered: 'delivered',
  exception: 'exception',
}

function statusOf(code: string | null, milestone: string | null): StatusCode | null {
  const parent = lookUp(SHIP24_MILESTONE, milestone ?? '')
  return (
    lookUp(SHIP24_STATUS, code ?? '') ??
    lookUp(SHIP24_STATUS, code?.endsWith('_departure') ? '*_departure' : '') ??
    (parent && FALLBACK[parent])
  )
}

/** One odd field must not lose its event, nor one odd event the others. */
const odd = <T extends z.ZodType>(schema: T) => schema.nullish().catch(null)
const text = optionalText.catch(null)

/** The vendor's own example says `"false,"`. */
const truth = z
  .unknown()
  .optional()
  .transform((value) => /^\s*(true|1)\b/i.test(String(value ?? '')))

const event = z.object({
  status: text,
  occurrenceDatetime: text,
  datetime: text,
  utcOffset: text,
  hasNoTime: truth,
  order: odd(z.coerce.number().int()),
  location: text,
  courierCode: text,
  statusCode: text,
  statusMilestone: text,
})
type Event = z.infer<typeof event>

const parcel = z.object({
  metadata: odd(z.object({ generatedAt: text, messageId: text, topic: text })),
  tracker: z.object({
    trackingNumber: parcelNumber,
    courierCode: odd(z.union([z.string(), z.array(z.string())])),
  }),
  shipment: odd(
    z.object({
      statusCode: text,
      statusMilestone: text,
      delivery: odd(
        z.object({
          estimatedDeliveryDate: text,
          courierEstimatedDeliveryDate: odd(z.object({ from: text, to: text })),
          signedBy: text,
        }),
      ),
    }),
  ),
  events: optionalList(event.nullable().catch(null)),
})
type Parcel = z.infer<typeof parcel>

const payload = z.object({ trackings: z.array(parcel).min(1) })

/** Nowhere on Earth is further than this from UTC. */
const UTC_OFFSET = /^[+-](0\d|1[0-4]):?[0-5]\d$/
const HAS_CLOCK = /\d:\d\d/
const HAS_ZONE = /(z|utc|[+-]\d\d(:?\d\d)?)$/i

/** Dates come alone, naive, with `Z` or with an offset; an offset in the field beside makes a naive one whole. */
function readMoment(moment: string | null, { utcOffset, hasNoTime }: Event, trust: ZoneTrust): ScanTime {
  if (moment && hasNoTime) return { ...readScanTime(readDay(moment), 'local'), raw: moment }
  const naive = moment && HAS_CLOCK.test(moment) && !HAS_ZONE.test(moment)
  const offset = naive && UTC_OFFSET.test(utcOffset ?? '') ? utcOffset : ''
  return { ...readScanTime(moment && `${moment}${offset}`, trust), raw: moment }
}

function timeOf(body: Event): ScanTime {
  const time = readMoment(body.occurrenceDatetime, body, 'offset')
  // The older field repeats the local clock behind a false `Z`.
  return time.at || time.localTime || !body.datetime ? time : readMoment(body.datetime, body, 'falseZ')
}

function readEvent(body: Event): Scan {
  return {
    provider: 'ship24',
    status: statusOf(body.statusCode, body.statusMilestone),
    time: timeOf(body),
    order: body.order ?? null,
    text: body.status,
    place: readPlace({ text: body.location }),
    actionRequired: false,
    raw: { status: body.statusMilestone, substatus: body.statusCode, code: null },
  }
}

/** The courier the merchant registered; else the one of the oldest event, which a hand-over doesn't change. */
function courierOf({ tracker, events }: Parcel): string | null {
  const [registered] = [tracker.courierCode ?? []].flat()
  const named = events
    .filter(({ courierCode }) => courierCode)
    .toSorted((a, b) => {
      const [left, right] = [a, b].map((one) => timeOf(one).localTime ?? timeOf(one).at ?? '')
      return left === right ? (a.order ?? 0) - (b.order ?? 0) : (left ?? '') < (right ?? '') ? -1 : 1
    })
  return registered || (named[0]?.courierCode ?? null)
}

function windowOf(
  { shipment }: Parcel,
  body: { scans: Scan[]; summary: Summary | null },
): DeliveryWindow | null {
  const { from = null, to = null } = shipment?.delivery?.courierEstimatedDeliveryDate ?? {}
  const estimate = shipment?.delivery?.estimatedDeliveryDate ?? null
  return readWindow(
    [
      {
        earliest: from ?? to,
        latest: to ?? from,
        from: readClock(from),
        to: readClock(to),
        source: 'carrier',
      },
      { likely: estimate, source: 'provider' },
    ],
    body,
  )
}

function readParcel(body: Parcel): ParcelReport {
  const { shipment, metadata } = body
  const scans = body.events.map(readEvent)
  const [status, substatus] = [shipment?.statusMilestone ?? null, shipment?.statusCode ?? null]
  const summary: Summary | null = shipment
    ? {
        status: statusOf(substatus, status),
        at: readScanTime(metadata?.generatedAt, 'offset').at,
        actionRequired: false,
        raw: { status, substatus },
      }
    : null
  return {
    carrier: carrierSlug(courierOf(body)),
    number: body.tracker.trackingNumber,
    direction: null,
    scans,
    summary,
    window: windowOf(body, { scans, summary }),
    pickup: null,
    signedBy: shipment?.delivery?.signedBy ?? null,
  }
}

/** Ship24: one or several parcels a body, each with the events that are new since the last body. */
export const ship24 = defineCarrier({
  id: 'ship24',
  name: 'Ship24',
  docs: 'https://docs.ship24.com/webhooks/overview',
  signature: { kind: 'shared-secret', headers: [{ name: 'authorization', prefix: 'Bearer ' }] },
  // The id is a parcel's: a body with several has none of its own.
  deliveryId: (_headers, { trackings }) =>
    trackings.length === 1 ? (trackings[0]?.metadata?.messageId ?? null) : null,
  payload,
  read: ({ trackings }) => {
    const moved = trackings.filter(({ metadata }) => metadata?.topic !== 'tracking/pod')
    return moved.length > 0
      ? { kind: 'reports', reports: moved.map(readParcel) }
      : { kind: 'ignored', reason: 'Ship24 topic tracking/pod' }
  },
})
