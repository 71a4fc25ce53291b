import { z } from 'zod'
import type { ParcelReport, Scan, Summary } from '@/lib/parcels/report'
import { readClock, readScanTime } from '@/lib/parcels/scan-time'
import type { StatusCode } from '@/lib/parcels/status'
import { carrierSlug } from './aliases'
import { defineCarrier } from './carrier'
import { optionalList, optionalText, parcelNumber } from './fields'
import { readPlace } from './place'
import { lookUp } from './status-table'
import { readWindow, type WindowClaim } from './window'

/** https://www.aftership.com/docs/tracking/enum/delivery-sub-statuses; the `_001` row is what a bare tag means. */
const STATUS_TABLE: Record<string, StatusCode> = {
  Pending: 'pending.unknown',
  Pending_001: 'pending.unknown',
  Pending_002: 'pending.not_trackable',
  Pending_003: 'pending.not_trackable',
  Pending_004: 'pending.not_trackable',
  Pending_005: 'pending.not_trackable',
  Pending_006: 'pending.not_trackable',
  InfoReceived_001: 'info_received.label_created',
  InTransit_001: 'in_transit.other',
  InTransit_002: 'in_transit.accepted',
  InTransit_003: 'in_transit.arrived',
  InTransit_004: 'in_transit.arrived_destination_country',
  InTransit_005: 'in_transit.customs_released',
  InTransit_006: 'in_transit.customs_started',
  InTransit_007: 'in_transit.departed',
  InTransit_008: 'in_transit.problem_resolved',
  InTransit_009: 'in_transit.forwarded',
  OutForDelivery_001: 'out_for_delivery.on_vehicle',
  OutForDelivery_002: 'available_for_pickup.other',
  OutForDelivery_003: 'out_for_delivery.recipient_contacted',
  OutForDelivery_004: 'out_for_delivery.appointment_set',
  AttemptFail_001: 'failed_attempt.other',
  AttemptFail_002: 'failed_attempt.recipient_absent',
  AttemptFail_003: 'failed_attempt.business_closed',
  AvailableForPickup_001: 'available_for_pickup.other',
  Delivered_001: 'delivered.other',
  Delivered_002: 'delivered.collected',
  Delivered_003: 'delivered.signed',
  Delivered_004: 'delivered.cod_collected',
  Delivered_005: 'delivered.neighbour',
  Exception_001: 'exception.other',
  Exception_002: 'exception.recipient_moved',
  Exception_003: 'exception.refused',
  Exception_004: 'exception.delayed_customs',
  Exception_005: 'exception.delayed',
  Exception_006: 'exception.held_payment',
  Exception_007: 'exception.address_problem',
  Exception_008: 'exception.unclaimed',
  Exception_009: 'exception.rejected_by_carrier',
  Exception_010: 'returning.other',
  Exception_011: 'returned.to_sender',
  Exception_012: 'exception.damaged',
  Exception_013: 'exception.lost',
  Exception_016: 'exception.delayed_processing',
  Exception_017: 'exception.delayed_weather',
  Exception_018: 'exception.held_customs_documents',
  Exception_019: 'exception.delayed_transport',
  Exception_020: 'cancelled.other',
  Exception_021: 'exception.disposed',
  Expired_001: 'expired.no_updates',
}

function statusOf(tag: string | null, subtag: string | null): StatusCode | null {
  const parent = subtag?.split('_')[0]
  return (
    lookUp(STATUS_TABLE, subtag ?? '') ??
    lookUp(STATUS_TABLE, `${parent}_001`) ??
    lookUp(STATUS_TABLE, `${tag}_001`)
  )
}

/** Dates came as text up to 2023 and as objects of two shapes since. */
const promise = z
  .union([
    z.string(),
    z.object({
      estimated_delivery_date: optionalText,
      estimated_delivery_date_min: optionalText,
      estimated_delivery_date_max: optionalText,
      datetime: optionalText,
      datetime_min: optionalText,
      datetime_max: optionalText,
      source: optionalText,
    }),
  ])
  .nullish()

const checkpoint = z.object({
  checkpoint_time: optionalText,
  message: optionalText,
  subtag_message: optionalText,
  tag: optionalText,
  subtag: optionalText,
  raw_tag: optionalText,
  location: optionalText,
  city: optionalText,
  state: optionalText,
  zip: optionalText,
  postal_code: optionalText,
  country_region: optionalText,
  country_iso3: optionalText,
  country_name: optionalText,
})

const parcel = z.object({
  tracking_number: parcelNumber,
  slug: optionalText,
  tag: optionalText,
  subtag: optionalText,
  updated_at: optionalText,
  last_updated_at: optionalText,
  courier_estimated_delivery_date: promise,
  latest_estimated_delivery: promise,
  aftership_estimated_delivery_date: promise,
  expected_delivery: promise,
  signed_by: optionalText,
  pickup_location: optionalText,
  checkpoints: optionalList(checkpoint),
})

/** AfterShip's other products name their topics with a dot: `return.approved`, `warranty.created`. */
const isOtherProduct = (event: string | null): boolean => event?.includes('.') ?? false

const payload = z
  .object({ event: optionalText, event_id: optionalText, ts: optionalText, msg: parcel.nullish() })
  .refine(({ event, msg }) => msg || isOtherProduct(event), { path: ['msg'], message: 'Expected the parcel' })

function readCheckpoint(point: z.infer<typeof checkpoint>): Scan {
  return {
    provider: 'aftership',
    status: statusOf(point.tag, point.subtag),
    time: readScanTime(point.checkpoint_time, 'offset'),
    order: null,
    text: point.message ?? point.subtag_message,
    place: readPlace({
      city: point.city,
      region: point.state,
      postalCode: point.postal_code ?? point.zip,
      country: point.country_region ?? point.country_iso3 ?? point.country_name,
      text: point.location,
    }),
    actionRequired: false,
    raw: { status: point.tag, substatus: point.subtag, code: point.raw_tag },
  }
}

function claimOf(value: z.infer<typeof promise>, source: WindowClaim['source']): WindowClaim {
  if (!value || typeof value === 'string') return { likely: value ?? null, source }
  const earliest = value.estimated_delivery_date_min ?? value.datetime_min
  const latest = value.estimated_delivery_date_max ?? value.datetime_max
  return {
    earliest,
    latest,
    likely: value.estimated_delivery_date ?? value.datetime,
    from: readClock(earliest),
    to: readClock(latest),
    // `latest_estimated_delivery` says whose promise it repeats.
    source: /carrier|courier/i.test(value.source ?? '') ? 'carrier' : source,
  }
}

/** The envelope's `ts`: seconds since 1970. */
const instantOf = (seconds: string | null): string | null =>
  /^\d{9,10}$/.test(seconds ?? '')
    ? readScanTime(new Date(Number(seconds) * 1000).toISOString(), 'offset').at
    : null

function readParcel(body: z.infer<typeof parcel>, ts: string | null): ParcelReport {
  const scans = body.checkpoints.map(readCheckpoint)
  const summary: Summary = {
    status: statusOf(body.tag, body.subtag),
    at:
      readScanTime(body.updated_at, 'offset').at ??
      readScanTime(body.last_updated_at, 'offset').at ??
      instantOf(ts),
    actionRequired: false,
    raw: { status: body.tag, substatus: body.subtag },
  }
  return {
    carrier: carrierSlug(body.slug),
    number: body.tracking_number,
    direction: null,
    scans,
    summary,
    window: readWindow(
      [
        claimOf(body.courier_estimated_delivery_date, 'carrier'),
        claimOf(body.latest_estimated_delivery, 'provider'),
        claimOf(body.aftership_estimated_delivery_date, 'provider'),
        claimOf(body.expected_delivery, 'carrier'),
      ],
      { scans, summary },
    ),
    pickup: body.pickup_location ? { name: body.pickup_location, address: null, lastDay: null } : null,
    signedBy: body.signed_by,
  }
}

/** AfterShip, every payload version from the legacy v4 names to 2026-07. */
export const aftership = defineCarrier({
  id: 'aftership',
  name: 'AfterShip',
  docs: 'https://www.aftership.com/docs/tracking/webhook/webhook-overview',
  signature: { kind: 'hmac-body', header: 'aftership-hmac-sha256', encoding: 'base64' },
  deliveryId: (_headers, { event_id }) => event_id,
  payload,
  read: ({ event, ts, msg }) =>
    msg
      ? { kind: 'reports', reports: [readParcel(msg, ts)] }
      : { kind: 'ignored', reason: `AfterShip topic ${event}` },
})
