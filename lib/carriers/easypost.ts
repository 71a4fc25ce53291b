import { z } from 'zod'
import type { ParcelReport, Scan, Summary } from '@/lib/parcels/report'
import { readClock, readScanTime } from '@/lib/parcels/scan-time'
import { FALLBACK, type Status, type StatusCode } from '@/lib/parcels/status'
import { carrierSlug } from './aliases'
import { defineCarrier } from './carrier'
import { optionalFlag, optionalList, optionalText, parcelNumber } from './fields'
import { parsePart } from './parse-part'
import { readPlace } from './place'
import { lookUp } from './status-table'
import { readWindow } from './window'

/** `status/status_detail`, https://docs.easypost.com/docs/trackers; `*` stands for any. */
const STATUS_TABLE: Record<string, StatusCode> = {
  'unknown/*': 'pending.unknown',
  'pre_transit/label_created': 'info_received.label_created',
  'pre_transit/status_update': 'info_received.label_created',
  'pre_transit/awaiting_information': 'info_received.label_created',
  'in_transit/in_transit': 'in_transit.other',
  'in_transit/status_update': 'in_transit.other',
  'in_transit/unknown': 'in_transit.other',
  'in_transit/received_at_origin_facility': 'in_transit.accepted',
  'in_transit/arrived_at_facility': 'in_transit.arrived',
  'in_transit/arrived_at_destination': 'in_transit.at_delivery_depot',
  'in_transit/received_at_destination_facility': 'in_transit.at_delivery_depot',
  'in_transit/departed_facility': 'in_transit.departed',
  'in_transit/departed_origin_facility': 'in_transit.departed',
  'in_transit/transferred_to_destination_carrier': 'in_transit.handed_to_partner',
  '*/address_correction': 'exception.address_problem',
  '*/delayed': 'exception.delayed',
  '*/transit_exception': 'exception.delayed',
  '*/weather_delay': 'exception.delayed_weather',
  '*/held': 'exception.held',
  '*/missorted': 'exception.missorted',
  '*/delivery_exception': 'exception.undeliverable',
  '*/damaged': 'exception.damaged',
  '*/lost': 'exception.lost',
  '*/refused': 'exception.refused',
  'out_for_delivery/*': 'out_for_delivery.on_vehicle',
  'available_for_pickup/arrived_at_pickup_location': 'available_for_pickup.pickup_point',
  'available_for_pickup/*': 'available_for_pickup.other',
  'delivered/*': 'delivered.other',
  'return_to_sender/return': 'returning.other',
  'return_to_sender/*': 'returning.other',
  'failure/failure': 'exception.undeliverable',
  'failure/expired': 'expired.no_updates',
  '*/expired': 'expired.no_updates',
  'cancelled/*': 'cancelled.other',
  'error/*': 'pending.not_trackable',
}

/** What a status without a row of its own for the detail stands for. */
const PARENT: Record<string, Status> = {
  pre_transit: 'info_received',
  in_transit: 'in_transit',
  failure: 'exception',
}

/** A row that names the status goes before a row that names only the detail: `delivered/lost` stays delivered. */
function statusOf(status: string | null, detail: string | null): StatusCode | null {
  const parent = lookUp(PARENT, status ?? '')
  return (
    lookUp(STATUS_TABLE, `${status}/${detail}`) ??
    lookUp(STATUS_TABLE, `${status}/*`) ??
    lookUp(STATUS_TABLE, `*/${detail}`) ??
    (parent && FALLBACK[parent])
  )
}

const detail = z.object({
  message: optionalText,
  description: optionalText,
  status: optionalText,
  status_detail: optionalText,
  datetime: optionalText,
  carrier_code: optionalText,
  tracking_location: z
    .object({ city: optionalText, state: optionalText, country: optionalText, zip: optionalText })
    .nullish(),
})

const parcel = z.object({
  tracking_code: parcelNumber,
  carrier: optionalText,
  status: optionalText,
  status_detail: optionalText,
  updated_at: optionalText,
  signed_by: optionalText,
  est_delivery_date: optionalText,
  is_return: optionalFlag,
  carrier_detail: z
    .object({ est_delivery_date_local: optionalText, est_delivery_time_local: optionalText })
    .nullish(),
  tracking_details: optionalList(detail),
})

/** Events about a parcel are `tracker.…`; the others are `batch.…`, `refund.…`, `payment.…`. */
const isOtherTopic = (description: string | null): boolean => /^(?!tracker\.)\w+\./.test(description ?? '')

const event = z
  .object({ id: optionalText, description: optionalText, result: z.unknown() })
  .transform((body, context) => {
    if (isOtherTopic(body.description)) return { ...body, result: null }
    return { ...body, result: parsePart(parcel, body.result, 'result', context) }
  })

function readDetail(scan: z.infer<typeof detail>): Scan {
  const { city, state, zip, country } = scan.tracking_location ?? {}
  return {
    provider: 'easypost',
    status: statusOf(scan.status, scan.status_detail),
    time: readScanTime(scan.datetime, 'falseZ'),
    order: null,
    text: scan.message ?? scan.description,
    place: readPlace({ city, region: state, postalCode: zip, country }),
    actionRequired: false,
    raw: { status: scan.status, substatus: scan.status_detail, code: scan.carrier_code },
  }
}

function readParcel(body: z.infer<typeof parcel>): ParcelReport {
  const scans = body.tracking_details.map(readDetail)
  const summary: Summary = {
    status: statusOf(body.status, body.status_detail),
    // EasyPost's own clock is UTC; only the carriers' scans carry a false `Z`.
    at: readScanTime(body.updated_at, 'offset').at,
    actionRequired: false,
    raw: { status: body.status, substatus: body.status_detail },
  }
  const local = body.carrier_detail
  return {
    carrier: carrierSlug(body.carrier),
    number: body.tracking_code,
    direction: body.is_return ? 'inbound' : null,
    scans,
    summary,
    window: readWindow(
      [
        {
          likely: local?.est_delivery_date_local ?? null,
          to: readClock(`${local?.est_delivery_date_local}T${local?.est_delivery_time_local}`),
          source: 'carrier',
        },
        { likely: body.est_delivery_date, source: 'carrier' },
      ],
      { scans, summary },
    ),
    pickup: null,
    signedBy: body.signed_by,
  }
}

/** EasyPost trackers: the event's `result` holds the whole parcel. */
export const easypost = defineCarrier({
  id: 'easypost',
  name: 'EasyPost',
  docs: 'https://docs.easypost.com/docs/webhooks',
  signature: {
    kind: 'hmac-body',
    header: 'x-hmac-signature',
    encoding: 'hex',
    prefix: 'hmac-sha256-hex=',
    secretForm: 'NFKD',
  },
  deliveryId: (_headers, { id }) => id,
  payload: event,
  read: ({ description, result }) =>
    result
      ? { kind: 'reports', reports: [readParcel(result)] }
      : { kind: 'ignored', reason: `EasyPost topic ${description}` },
})
