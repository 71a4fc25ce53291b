import { z } from 'zod'
import type { ParcelReport, Scan, Summary } from '@/lib/parcels/report'
import { readScanTime } from '@/lib/parcels/scan-time'
import { FALLBACK, type Status, type StatusCode } from '@/lib/parcels/status'
import { carrierSlug } from './aliases'
import { defineCarrier } from './carrier'
import { optionalFlag, optionalList, optionalText, parcelNumber } from './fields'
import { parsePart } from './parse-part'
import { readPlace } from './place'
import { lookUp } from './status-table'
import { readWindow } from './window'

/** `status/substatus.code`, https://docs.goshippo.com/docs/tracking/tracking; `null` is no substatus. */
const STATUS_TABLE: Record<string, StatusCode> = {
  'UNKNOWN/other': 'pending.unknown',
  'UNKNOWN/null': 'pending.unknown',
  'PRE_TRANSIT/information_received': 'info_received.label_created',
  'PRE_TRANSIT/null': 'info_received.label_created',
  'TRANSIT/null': 'in_transit.other',
  'TRANSIT/package_accepted': 'in_transit.accepted',
  'TRANSIT/package_arrived': 'in_transit.arrived',
  'TRANSIT/package_departed': 'in_transit.departed',
  'TRANSIT/package_processed': 'in_transit.processing',
  'TRANSIT/package_processing': 'in_transit.processing',
  'TRANSIT/package_forwarded': 'in_transit.forwarded',
  'TRANSIT/delivery_scheduled': 'in_transit.delivery_scheduled',
  'TRANSIT/delivery_rescheduled': 'in_transit.delivery_rescheduled',
  'TRANSIT/out_for_delivery': 'out_for_delivery.on_vehicle',
  'TRANSIT/pickup_available': 'available_for_pickup.other',
  'TRANSIT/delivery_attempted': 'failed_attempt.other',
  'TRANSIT/notice_left': 'failed_attempt.notice_left',
  'TRANSIT/location_inaccessible': 'failed_attempt.no_access',
  'TRANSIT/reschedule_delivery': 'failed_attempt.other',
  'TRANSIT/address_issue': 'exception.address_problem',
  'TRANSIT/contact_carrier': 'exception.other',
  'TRANSIT/delayed': 'exception.delayed',
  'TRANSIT/package_held': 'exception.held',
  'TRANSIT/package_damaged': 'exception.damaged',
  'DELIVERED/delivered': 'delivered.other',
  'RETURNED/return_to_sender': 'returning.other',
  'RETURNED/package_unclaimed': 'returning.unclaimed',
  'FAILURE/package_undeliverable': 'exception.undeliverable',
  'FAILURE/package_disposed': 'exception.disposed',
  'FAILURE/package_lost': 'exception.lost',
}

/** What a status stands for when its substatus is new to us. */
const PARENT: Record<string, Status> = {
  UNKNOWN: 'pending',
  PRE_TRANSIT: 'info_received',
  TRANSIT: 'in_transit',
  DELIVERED: 'delivered',
  RETURNED: 'returning',
  FAILURE: 'exception',
}

function statusOf(status: string | null, substatus: string | null): StatusCode | null {
  const parent = lookUp(PARENT, status ?? '')
  return lookUp(STATUS_TABLE, `${status}/${substatus}`) ?? (parent && FALLBACK[parent])
}

/** An object since 2018, a bare code in some older bodies. */
const substatus = z
  .union([
    z.string().transform((code) => ({ code: code.trim() || null, text: null, action_required: false })),
    z.object({ code: optionalText, text: optionalText, action_required: optionalFlag }),
  ])
  .nullish()

const scan = z.object({
  status: optionalText,
  substatus,
  status_details: optionalText,
  status_date: optionalText,
  object_created: optionalText,
  object_updated: optionalText,
  location: z
    .object({ city: optionalText, state: optionalText, zip: optionalText, country: optionalText })
    .nullish(),
})

const parcel = z.object({
  tracking_number: parcelNumber,
  carrier: optionalText,
  eta: optionalText,
  tracking_status: scan.nullish(),
  tracking_history: optionalList(scan),
})

/** `transaction_created`, `batch_purchased`, … speak of labels, not of a parcel's way. */
const isOtherTopic = (event: string | null): boolean => /^(transaction|batch)_/.test(event ?? '')

const payload = z.object({ event: optionalText, data: z.unknown() }).transform((body, context) => {
  if (isOtherTopic(body.event)) return { ...body, data: null }
  return { ...body, data: parsePart(parcel, body.data, 'data', context) }
})

function readScan(point: z.infer<typeof scan>): Scan {
  const { city, state, zip, country } = point.location ?? {}
  const code = point.substatus?.code ?? null
  return {
    provider: 'shippo',
    status: statusOf(point.status, code),
    time: readScanTime(point.status_date, 'falseZ'),
    order: null,
    text: point.status_details ?? point.substatus?.text ?? null,
    place: readPlace({ city, region: state, postalCode: zip, country }),
    actionRequired: point.substatus?.action_required ?? false,
    raw: { status: point.status, substatus: code, code: null },
  }
}

function readSummary(point: z.infer<typeof scan>): Summary {
  const { status, actionRequired, raw, time } = readScan(point)
  return {
    status,
    // A scan's date is a local clock behind a false `Z`; the object's own dates are Shippo's clock.
    at:
      time.at ??
      readScanTime(point.object_updated, 'offset').at ??
      readScanTime(point.object_created, 'offset').at,
    actionRequired,
    raw: { status: raw.status, substatus: raw.substatus },
  }
}

const sameScan = (a: Scan, b: Scan): boolean =>
  a.time.raw === b.time.raw && a.raw.status === b.raw.status && a.raw.substatus === b.raw.substatus

function readParcel(body: z.infer<typeof parcel>): ParcelReport {
  const history = body.tracking_history.map(readScan)
  // The newest scan usually stands in the history as well; a young parcel may have it in the status alone.
  const newest = body.tracking_status?.status_date ? readScan(body.tracking_status) : null
  const scans = newest && !history.some((past) => sameScan(past, newest)) ? [...history, newest] : history
  const summary = body.tracking_status ? readSummary(body.tracking_status) : null
  return {
    carrier: carrierSlug(body.carrier),
    number: body.tracking_number,
    direction: null,
    scans,
    summary,
    window: readWindow([{ likely: body.eta, source: 'carrier' }], { scans, summary }),
    pickup: null,
    signedBy: null,
  }
}

/** Shippo; its signature is switched on by request, so an endpoint without one is refused. */
export const shippo = defineCarrier({
  id: 'shippo',
  name: 'Shippo',
  docs: 'https://docs.goshippo.com/docs/tracking/webhooks',
  signature: { kind: 'hmac-timed', header: 'shippo-auth-signature' },
  // Shippo names no delivery: the body alone tells one from another.
  deliveryId: () => null,
  payload,
  read: ({ event, data }) =>
    data
      ? { kind: 'reports', reports: [readParcel(data)] }
      : { kind: 'ignored', reason: `Shippo topic ${event}` },
})
