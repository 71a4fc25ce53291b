import type { Projection } from './projection'
import { PROGRESS_STEPS, type ProgressPath, type ShipmentView } from './shipment-view'
import { type Status, type StatusCode, statusOf } from './status'

/** Where a status stands on each path; null: a problem, the parcel stands where it was last. */
const STEP = {
  pending: { delivery: 0, pickup: 0, returning: 0, inbound: 0 },
  info_received: { delivery: 0, pickup: 0, returning: 0, inbound: 0 },
  in_transit: { delivery: 2, pickup: 2, returning: 1, inbound: 2 },
  out_for_delivery: { delivery: 3, pickup: 2, returning: 1, inbound: 2 },
  failed_attempt: { delivery: 3, pickup: 2, returning: 1, inbound: 2 },
  available_for_pickup: { delivery: 3, pickup: 3, returning: 1, inbound: 2 },
  exception: null,
  returning: { delivery: 2, pickup: 2, returning: 2, inbound: 2 },
  delivered: { delivery: 4, pickup: 4, returning: 1, inbound: 3 },
  returned: { delivery: 4, pickup: 4, returning: 3, inbound: 3 },
  cancelled: null,
  expired: null,
} as const satisfies Record<Status, Record<ProgressPath, number> | null>

/** First scans in the carrier's hands: not on the way yet. */
const HANDED_OVER: ReadonlySet<StatusCode> = new Set<StatusCode>([
  'in_transit.picked_up',
  'in_transit.accepted',
])

/** States that say the parcel doesn't move on by itself. */
const STOPPED: ReadonlySet<StatusCode> = new Set<StatusCode>([
  'pending.invalid_number',
  'pending.not_trackable',
  'info_received.announce_failed',
  'exception.other',
  'exception.held',
  'exception.held_customs_documents',
  'exception.held_payment',
  'exception.address_problem',
  'exception.recipient_moved',
  'exception.recipient_unknown',
  'exception.refused',
  'exception.unclaimed',
  'exception.rejected_by_carrier',
  'exception.undeliverable',
  'exception.damaged',
  'exception.lost',
  'exception.disposed',
  'exception.security',
])

/** Statuses in which a parcel has stopped, whatever their sub. */
const STOPPED_STATUSES: ReadonlySet<Status> = new Set(['failed_attempt', 'cancelled', 'expired'])

function pathOf({ direction, status: code, timeline }: Projection): ProgressPath {
  const status = statusOf(code)
  if (direction === 'inbound') return 'inbound'
  if (status === 'returning' || status === 'returned') return 'returning'
  if (status === 'available_for_pickup' || code === 'delivered.collected' || code === 'exception.unclaimed')
    return 'pickup'
  const waited = timeline.some(
    (entry) => entry.status !== null && statusOf(entry.status) === 'available_for_pickup',
  )
  return waited && (status === 'delivered' || status === 'exception') ? 'pickup' : 'delivery'
}

const stepOf = (code: StatusCode, path: ProgressPath): number | null =>
  HANDED_OVER.has(code) ? 1 : (STEP[statusOf(code)]?.[path] ?? null)

/** The few steps of a parcel's way and how far it is; in a problem, as far as it had come. */
export function progressOf(projection: Projection): ShipmentView['progress'] {
  const { status, timeline } = projection
  const path = pathOf(projection)
  const reached = timeline.flatMap((entry) => (entry.status ? (stepOf(entry.status, path) ?? []) : []))
  return {
    path,
    steps: PROGRESS_STEPS[path],
    current: stepOf(status, path) ?? Math.max(0, ...reached),
    stopped: STOPPED.has(status) || STOPPED_STATUSES.has(statusOf(status)),
  }
}
