import type { TimelineEntry } from '@/lib/parcels/projection'
import type { DeliveryWindow } from '@/lib/parcels/report'
import { PROGRESS_STEPS, type ProgressPath, type ShipmentView } from '@/lib/parcels/shipment-view'
import type { StatusCode } from '@/lib/parcels/status'

/** The samples' today, a Tuesday. */
export const TODAY = '2026-11-24'

/** A scan by the carrier's own clock. */
const scan = (
  status: StatusCode | null,
  localTime: string,
  city: string | null,
  text: string | null = null,
): TimelineEntry => ({
  status,
  time: { at: null, localTime, offsetMinutes: null, zoneKnown: false, raw: localTime },
  text,
  place: city ? { city, region: null, postalCode: null, countryCode: 'DE', text: null } : null,
  providers: ['standard'],
  raw: [],
})

/** A promise; one day when `latest` is left out. */
export const promise = (
  earliest: string,
  latest = earliest,
  more: Partial<DeliveryWindow> = {},
): DeliveryWindow => ({
  earliest,
  latest,
  likely: null,
  from: null,
  to: null,
  source: 'carrier',
  ...more,
})

const progress = (path: ProgressPath, current: number, stopped = false): ShipmentView['progress'] => ({
  path,
  steps: PROGRESS_STEPS[path],
  current,
  stopped,
})

const daysAhead = (day: string): number => (Date.parse(day) - Date.parse(TODAY)) / 86_400_000

/** A view in the middle of its way; everything that a case is about is named by the case. */
export function view(more: Partial<ShipmentView> & Pick<ShipmentView, 'status'>): ShipmentView {
  const window = more.window ?? null
  const timeline = more.timeline ?? USUAL_WAY
  return {
    direction: 'outbound',
    attention: null,
    window,
    originalWindow: window,
    windowMoved: false,
    lateSince: null,
    silentHours: null,
    daysUntil: window && { earliest: daysAhead(window.earliest), latest: daysAhead(window.latest) },
    today: TODAY,
    arrivesToday: false,
    pickup: null,
    pickupDaysLeft: null,
    signedBy: null,
    progress: progress('delivery', 2),
    action: 'none',
    final: false,
    statusTime: timeline[0]?.time ?? null,
    validUntil: '2026-11-25T00:00:00Z',
    ...more,
    timeline,
  }
}

const USUAL_WAY: TimelineEntry[] = [
  scan(
    'in_transit.arrived',
    '2026-11-24T06:12:00',
    'München',
    'Die Sendung ist im Ziel-Paketzentrum eingetroffen.',
  ),
  scan('in_transit.departed', '2026-11-23T21:40:00', 'Leipzig'),
  scan('in_transit.processing', '2026-11-23T18:05:00', 'Leipzig', 'Die Sendung wurde sortiert.'),
  scan('in_transit.accepted', '2026-11-22T17:31:00', 'Hamburg'),
  scan('info_received.label_created', '2026-11-21T14:02:00', null),
]

const onward = (...entries: TimelineEntry[]): TimelineEntry[] => [...entries, ...USUAL_WAY]

const LOCKER = { name: 'Packstation 124', address: 'Lindwurmstraße 88, 80337 München', lastDay: '2026-11-26' }

/** One view for each state that a shop's customers meet. */
export const SAMPLES = {
  announced: view({
    status: 'info_received.label_created',
    timeline: USUAL_WAY.slice(-1),
    progress: progress('delivery', 0),
    window: promise('2026-11-26', '2026-11-28', { likely: '2026-11-27' }),
  }),
  tomorrow: view({ status: 'in_transit.arrived', window: promise('2026-11-25') }),
  range: view({
    status: 'in_transit.departed',
    window: promise('2026-11-26', '2026-11-28'),
    originalWindow: promise('2026-11-25'),
    windowMoved: true,
  }),
  out: view({
    status: 'out_for_delivery.on_vehicle',
    window: promise(TODAY, TODAY, { from: '10:00', to: '12:00' }),
    progress: progress('delivery', 3),
    action: 'follow_at_carrier',
    timeline: onward(scan('out_for_delivery.on_vehicle', '2026-11-24T07:48:00', 'München')),
  }),
  late: view({ status: 'in_transit.arrived', lateSince: '2026-11-19', action: 'contact_shop' }),
  failed: view({
    status: 'failed_attempt.notice_left',
    attention: 'action',
    progress: progress('delivery', 3, true),
    action: 'follow_at_carrier',
    timeline: onward(
      scan('failed_attempt.notice_left', '2026-11-24T11:20:00', 'München', 'Benachrichtigung hinterlassen'),
    ),
  }),
  retry: view({
    status: 'failed_attempt.recipient_absent',
    attention: 'warn',
    window: promise('2026-11-25'),
    progress: progress('delivery', 3),
    timeline: onward(scan('failed_attempt.recipient_absent', '2026-11-24T11:20:00', 'München')),
  }),
  address: view({
    status: 'exception.address_problem',
    attention: 'action',
    progress: progress('delivery', 2, true),
    action: 'check_address',
    timeline: onward(
      scan('exception.address_problem', '2026-11-24T09:03:00', 'München', 'Adresse unvollständig'),
    ),
  }),
  customs: view({
    status: 'exception.held_customs_documents',
    attention: 'action',
    progress: progress('delivery', 2, true),
    action: 'contact_shop',
    timeline: onward(scan('exception.held_customs_documents', '2026-11-24T08:30:00', 'Leipzig')),
  }),
  silent: view({
    status: 'in_transit.departed',
    silentHours: 38,
    timeline: USUAL_WAY.slice(1),
    action: 'contact_shop',
  }),
  locker: view({
    status: 'available_for_pickup.locker',
    attention: 'action',
    progress: progress('pickup', 3),
    pickup: LOCKER,
    pickupDaysLeft: 2,
    action: 'collect',
    timeline: onward(scan('available_for_pickup.locker', '2026-11-24T12:01:00', 'München')),
  }),
  returning: view({
    status: 'returning.unclaimed',
    attention: 'critical',
    progress: progress('returning', 2),
    action: 'contact_shop',
    timeline: onward(scan('returning.unclaimed', '2026-11-24T10:00:00', 'München')),
  }),
  lost: view({
    status: 'exception.lost',
    attention: 'critical',
    progress: progress('delivery', 2, true),
    action: 'contact_shop',
    timeline: onward(scan('exception.lost', '2026-11-24T10:00:00', null)),
  }),
  delivered: view({
    status: 'delivered.neighbour',
    progress: progress('delivery', 4),
    final: true,
    timeline: onward(
      scan('delivered.neighbour', '2026-11-24T13:37:00', 'München'),
      scan('out_for_delivery.on_vehicle', '2026-11-24T07:48:00', 'München'),
    ),
  }),
  damaged: view({
    status: 'delivered.damaged',
    attention: 'critical',
    progress: progress('delivery', 4),
    action: 'contact_shop',
    timeline: onward(scan('delivered.damaged', '2026-11-23T13:37:00', 'München')),
  }),
  unscanned: view({
    status: 'pending.not_found',
    timeline: [],
    statusTime: null,
    progress: progress('delivery', 0),
  }),
  inbound: view({ status: 'in_transit.accepted', direction: 'inbound', progress: progress('inbound', 1) }),
} satisfies Record<string, ShipmentView>

export type SampleName = keyof typeof SAMPLES
