import { z } from 'zod'
import type { ParcelReport, Scan, ScanTime, Summary } from '@/lib/parcels/report'
import { readScanTime } from '@/lib/parcels/scan-time'
import { FALLBACK, type StatusCode, statusOf } from '@/lib/parcels/status'
import { carrierSlug } from './aliases'
import { defineCarrier } from './carrier'
import { optionalList, optionalText, parcelNumber } from './fields'
import { parsePart } from './parse-part'
import { readPlace } from './place'
import { lookUp } from './status-table'
import { readWindow } from './window'

/** https://www.shipengine.com/docs/tracking/ */
const SHIPENGINE_STATUS: Record<string, StatusCode> = {
  UN: 'pending.unknown',
  NY: 'info_received.awaiting_handover',
  AC: 'in_transit.accepted',
  IT: 'in_transit.other',
  AT: 'failed_attempt.other',
  SP: 'available_for_pickup.pickup_point',
  DE: 'delivered.other',
  EX: 'exception.other',
}

/** The status detail codes; a `*` at the end stands for any rest. */
const SHIPENGINE_DETAIL: Record<string, StatusCode> = {
  SHIPMENT_CREATED: 'info_received.label_created',
  ELEC_ADVICE_RECD_BY_CARRIER: 'info_received.label_created',
  AWAITING_ELECTRONIC_ADVICE: 'info_received.label_created',
  AWAITING_DESPATCH: 'info_received.awaiting_handover',
  AWAITING_PICKUP_DROP_OFF: 'info_received.awaiting_handover',
  NOT_YET_RECEIVED_BY_CARRIER: 'info_received.awaiting_handover',
  COLLECTION_REQUESTED: 'info_received.pickup_scheduled',
  COLLECTION_FAILED: 'info_received.pickup_failed',
  COLLECTION_MADE: 'in_transit.picked_up',
  PICKED_UP: 'in_transit.picked_up',
  DESPATCHED: 'in_transit.accepted',
  DROPPED_OFF: 'in_transit.accepted',
  RECEIVED_BY_CARRIER: 'in_transit.accepted',
  RECD_BY_CARRIER_NO_ELEC_ADVICE: 'in_transit.accepted',
  HUB_SCAN_IN: 'in_transit.arrived',
  HUB_SCAN_OUT: 'in_transit.departed',
  HUB_PROCESSING: 'in_transit.processing',
  PARCEL_OVER_LABELLED: 'in_transit.processing',
  PARCEL_REPACKED: 'in_transit.processing',
  IN_TRANSIT: 'in_transit.other',
  INFORMATION: 'in_transit.other',
  'PARCEL_UPDATE_NOTIFICATION*': 'in_transit.other',
  CARRIER_STATUS_NOT_MAPPED: 'in_transit.other',
  SUB_CONTRACTOR_EVENT: 'in_transit.handed_to_partner',
  SUB_CONTRACTOR_RECEIVED: 'in_transit.handed_to_partner',
  RECEIVED_LOCAL_DELIVERY_DEPOT: 'in_transit.at_delivery_depot',
  CUSTOMS_PROCESSING: 'in_transit.customs_started',
  CUSTOMS_CLEARED: 'in_transit.customs_released',
  DELIVERY_SCHEDULED: 'in_transit.delivery_scheduled',
  DELIVERY_ARRANGED_WITH_RECIPIENT: 'in_transit.delivery_scheduled',
  DELIVERY_RESCHEDULED: 'in_transit.delivery_rescheduled',
  PARCEL_REDIRECTED: 'in_transit.forwarded',
  OUT_FOR_DELIVERY: 'out_for_delivery.on_vehicle',
  ATTEMPTED_DELIVERY: 'failed_attempt.other',
  ATTEMPTED_DELIVERY_2ND: 'failed_attempt.other',
  ATTEMPTED_DELIVERY_3RD: 'failed_attempt.other',
  ATTEMPTED_DELIVERY_FINAL: 'failed_attempt.final',
  CUSTOMER_CARDED: 'failed_attempt.notice_left',
  CUSTOMER_IDENTIFICATION_FAILED: 'failed_attempt.id_check_failed',
  COD_AMOUNT_NOT_PAID: 'failed_attempt.payment_due',
  INVALID_METHOD_OF_PAYMENT: 'failed_attempt.payment_due',
  NO_ACCESS_TO_RECIPIENTS_ADDRESS: 'failed_attempt.no_access',
  COLLECT_AT_LOCAL_PO: 'available_for_pickup.post_office',
  AWAITING_COLLECTION_FROM_PICKUP_POINT: 'available_for_pickup.pickup_point',
  CUSTOMER_TO_COLLECT_FROM_CARRIER: 'available_for_pickup.depot',
  DELIVERED_TO_LOCKER_COLLECTION_POINT: 'available_for_pickup.locker',
  DELIVERED: 'delivered.other',
  PROOF_OF_DELIVERY: 'delivered.other',
  POST_TRANSIT_STATUS: 'delivered.other',
  DELIVERED_DAMAGED: 'delivered.damaged',
  DELIVERED_IN_PART: 'delivered.partial',
  DELIVERED_SPECIFIED_SAFE_PLACE: 'delivered.safe_place',
  DELIVERED_TO_ALTERNATIVE_DELIVERY_LOCATION: 'delivered.alternative_location',
  DELIVERED_TO_NEIGHBOUR: 'delivered.neighbour',
  DELIVERED_TO_PO_BOX: 'delivered.mailbox',
  PARCEL_COLLECTED_FROM_PICKUP_POINT: 'delivered.collected',
  COD_AMOUNT_PAID: 'delivered.cod_collected',
  ADDRESS_QUERY: 'exception.address_problem',
  CARRIER_DELAYS: 'exception.delayed',
  DELAYED_NOT_CARRIER: 'exception.delayed',
  HELD_BY_CARRIER: 'exception.held',
  HELD_BY_CUSTOMS: 'exception.delayed_customs',
  HELD_BY_EXPORT_CUSTOMS: 'exception.delayed_customs',
  HELD_BY_IMPORT_CUSTOMS: 'exception.delayed_customs',
  HELD_BY_CARRIER_FOR_CLEARANCE_PRE_PROCESSING: 'exception.delayed_customs',
  INCORRECT_DECLARATION: 'exception.held_customs_documents',
  MISSORTED: 'exception.missorted',
  ROUTING_ERROR: 'exception.missorted',
  NOT_DELIVERED_ADDRESSEE_DECEASED: 'exception.undeliverable',
  PARCEL_LOST: 'exception.lost',
  PARCEL_DISPOSED: 'exception.disposed',
  PARCEL_DAMAGED: 'exception.damaged',
  CUSTOMER_MOVED: 'returning.other',
  NOT_DELIVERED: 'returning.other',
  HAZARDOUS_PROHIBITED: 'returning.other',
  PARCEL_OUTSIDE_OF_SERVICE_CAPABILITY: 'returning.other',
  RETURN_TO_SENDER: 'returning.other',
  NOT_COLLECTED_FROM_PICKUP_POINT: 'returning.unclaimed',
  REFUSED_BY_CUSTOMER: 'returning.refused',
  CANCELLED: 'cancelled.other',
  CANCELLED_BEFORE_DESPATCH: 'cancelled.other',
}

/** `carrier/carrier_detail_code`: what ShipEngine has no detail code for, in the carrier's own code. */
const CARRIER_DETAIL: Record<string, StatusCode> = { 'ups/OT': 'out_for_delivery.on_vehicle' }

const detailOf = (code: string | null): StatusCode | null =>
  lookUp(SHIPENGINE_DETAIL, code ?? '') ??
  lookUp(SHIPENGINE_DETAIL, (code ?? '').replace(/^(PARCEL_UPDATE_NOTIFICATION).*/, '$1*'))

type Codes = {
  status_code: string | null
  status_detail_code: string | null
  carrier_detail_code: string | null
}

/** FedEx and USPS scans have their detail in the one field, UPS scans in the other. */
function codeOf(codes: Codes, carrier: string): StatusCode | null {
  const parent = lookUp(SHIPENGINE_STATUS, codes.status_code ?? '')
  return (
    detailOf(codes.status_detail_code) ??
    detailOf(codes.carrier_detail_code) ??
    lookUp(CARRIER_DETAIL, `${carrier}/${codes.carrier_detail_code}`) ??
    (parent && codes.status_detail_code ? FALLBACK[statusOf(parent)] : parent)
  )
}

const isDelivered = (code: StatusCode | null): boolean => code !== null && statusOf(code) === 'delivered'

const codes = {
  status_code: optionalText,
  status_detail_code: optionalText,
  status_description: optionalText,
  carrier_detail_code: optionalText,
}

const scan = z.object({
  ...codes,
  occurred_at: optionalText,
  carrier_occurred_at: optionalText,
  description: optionalText,
  city_locality: optionalText,
  state_province: optionalText,
  postal_code: optionalText,
  country_code: optionalText,
  signer: optionalText,
  event_code: optionalText,
})

const parcel = z.object({
  ...codes,
  tracking_number: parcelNumber,
  carrier_code: optionalText,
  estimated_delivery_date: optionalText,
  actual_delivery_date: optionalText,
  events: optionalList(scan),
})

/** ShipEngine's name for the topic, and ShipStation's. */
const PARCEL_TOPICS = new Set(['API_TRACK', 'TRACK_EVENT_V2'])

const fields = z.record(z.string(), z.unknown())

/** What the address of the resource says; it is read, never followed. */
function fieldsOfUrl(url: string | null): Record<string, string> {
  if (!url || !URL.canParse(url)) return {}
  const { searchParams } = new URL(url)
  const named = ['tracking_number', 'carrier_code'].flatMap((name) => {
    const value = searchParams.get(name)
    return value ? [[name, value] as const] : []
  })
  return Object.fromEntries(named)
}

/** A field that is there but empty doesn't hide what the address says. */
const isFilled = ([, value]: [string, unknown]): boolean =>
  value !== null && value !== undefined && value !== ''

const payload = z
  .looseObject({ resource_url: optionalText, resource_type: z.string(), data: z.unknown().optional() })
  .transform((body, context) => {
    if (!PARCEL_TOPICS.has(body.resource_type)) return { topic: body.resource_type, parcel: null }
    const own = fields.safeParse(body.data).data
    const data = own
      ? { ...fieldsOfUrl(body.resource_url), ...Object.fromEntries(Object.entries(own).filter(isFilled)) }
      : body.data
    return { topic: body.resource_type, parcel: parsePart(parcel, data, 'data', context) }
  })

/** The carrier's clock is local behind a false `Z` (UPS, USPS); ShipEngine's own clock is UTC. */
function timeOf(event: z.infer<typeof scan>): ScanTime {
  const local = readScanTime(event.carrier_occurred_at, 'falseZ')
  return local.at || local.localTime || !event.occurred_at ? local : readScanTime(event.occurred_at, 'offset')
}

function readScan(event: z.infer<typeof scan>, carrier: string): Scan {
  return {
    provider: 'shipengine',
    status: codeOf(event, carrier),
    time: timeOf(event),
    order: null,
    text: event.description ?? event.status_description,
    place: readPlace({
      city: event.city_locality,
      region: event.state_province,
      postalCode: event.postal_code,
      country: event.country_code,
    }),
    actionRequired: false,
    raw: {
      status: event.status_code,
      substatus: event.status_detail_code,
      code: event.carrier_detail_code ?? event.event_code,
    },
  }
}

function readParcel(body: z.infer<typeof parcel>): ParcelReport {
  const carrier = carrierSlug(body.carrier_code)
  const scans = body.events.map((event) => readScan(event, carrier))
  const status = codeOf(body, carrier)
  const summary: Summary = {
    status,
    at: isDelivered(status) ? readScanTime(body.actual_delivery_date, 'falseZ').at : null,
    actionRequired: false,
    raw: { status: body.status_code, substatus: body.status_detail_code ?? body.carrier_detail_code },
  }
  return {
    carrier,
    number: body.tracking_number,
    direction: null,
    scans,
    summary,
    window: readWindow([{ likely: body.estimated_delivery_date, source: 'carrier' }], { scans, summary }),
    pickup: null,
    signedBy:
      body.events.find((event) => event.signer && isDelivered(codeOf(event, carrier)))?.signer ?? null,
  }
}

/** ShipEngine, and ShipStation's API v2, which speaks the same bodies. */
export const shipengine = defineCarrier({
  id: 'shipengine',
  name: 'ShipEngine',
  docs: 'https://www.shipengine.com/docs/tracking/webhooks/',
  signature: {
    kind: 'rsa-jwks',
    signatureHeader: 'x-shipengine-rsa-sha256-signature',
    keyIdHeader: 'x-shipengine-rsa-sha256-key-id',
    timestampHeader: 'x-shipengine-timestamp',
    jwksUrl: 'https://api.shipengine.com/jwks',
  },
  // ShipEngine names no delivery: the body alone tells one from another.
  deliveryId: () => null,
  payload,
  read: ({ topic, parcel }) =>
    parcel
      ? { kind: 'reports', reports: [readParcel(parcel)] }
      : { kind: 'ignored', reason: `ShipEngine topic ${topic}` },
})
