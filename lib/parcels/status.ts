/**
 * The canonical status model: 12 statuses, 83 sub-statuses, written `status.sub`.
 * Names and ranks are part of the public API. `terminal: 'soft'` ends a parcel's way but may be reopened.
 */
export const STATUSES = {
  pending: { rank: 0, terminal: 'no', subs: ['unknown', 'not_found', 'invalid_number', 'not_trackable'] },
  info_received: {
    rank: 1,
    terminal: 'no',
    subs: ['label_created', 'awaiting_handover', 'pickup_scheduled', 'pickup_failed', 'announce_failed'],
  },
  in_transit: {
    rank: 2,
    terminal: 'no',
    subs: [
      'other',
      'picked_up',
      'accepted',
      'processing',
      'arrived',
      'departed',
      'departed_origin_country',
      'arrived_destination_country',
      'customs_started',
      'customs_released',
      'handed_to_partner',
      'at_delivery_depot',
      'delivery_scheduled',
      'delivery_rescheduled',
      'forwarded',
      'problem_resolved',
    ],
  },
  out_for_delivery: {
    rank: 3,
    terminal: 'no',
    subs: ['on_vehicle', 'driver_en_route', 'recipient_contacted', 'appointment_set'],
  },
  failed_attempt: {
    rank: 4,
    terminal: 'no',
    subs: [
      'other',
      'recipient_absent',
      'business_closed',
      'notice_left',
      'no_access',
      'address_problem',
      'refused',
      'payment_due',
      'id_check_failed',
      'final',
    ],
  },
  available_for_pickup: {
    rank: 4,
    terminal: 'no',
    subs: ['other', 'post_office', 'pickup_point', 'locker', 'depot'],
  },
  exception: {
    rank: 5,
    terminal: 'no',
    subs: [
      'other',
      'delayed',
      'delayed_customs',
      'delayed_weather',
      'delayed_processing',
      'delayed_transport',
      'held',
      'held_customs_documents',
      'held_payment',
      'address_problem',
      'recipient_moved',
      'recipient_unknown',
      'refused',
      'unclaimed',
      'rejected_by_carrier',
      'undeliverable',
      'missorted',
      'damaged',
      'lost',
      'disposed',
      'security',
    ],
  },
  returning: { rank: 6, terminal: 'no', subs: ['other', 'refused', 'unclaimed', 'address_problem'] },
  delivered: {
    rank: 7,
    terminal: 'soft',
    subs: [
      'other',
      'signed',
      'collected',
      'neighbour',
      'safe_place',
      'mailbox',
      'alternative_location',
      'cod_collected',
      'partial',
      'damaged',
    ],
  },
  returned: { rank: 8, terminal: 'yes', subs: ['to_sender'] },
  cancelled: { rank: 8, terminal: 'soft', subs: ['other', 'requested'] },
  expired: { rank: 1, terminal: 'soft', subs: ['no_updates'] },
} as const satisfies Record<
  string,
  { rank: number; terminal: 'no' | 'soft' | 'yes'; subs: readonly string[] }
>

export type Status = keyof typeof STATUSES

/** `status.sub`, e.g. `out_for_delivery.on_vehicle`. */
export type StatusCode = { [S in Status]: `${S}.${(typeof STATUSES)[S]['subs'][number]}` }[Status]

export const STATUS_CODES = Object.entries(STATUSES).flatMap(([status, { subs }]) =>
  subs.map((sub) => `${status}.${sub}`),
) as StatusCode[]

const known: ReadonlySet<string> = new Set(STATUS_CODES)

export const isStatusCode = (text: string): text is StatusCode => known.has(text)

/** The status part of a code: `in_transit.arrived` → `in_transit`. */
export const statusOf = (code: StatusCode): Status => code.slice(0, code.indexOf('.')) as Status

/** The sub part of a code: `in_transit.arrived` → `arrived`. */
export const subOf = (code: StatusCode): string => code.slice(code.indexOf('.') + 1)

export const rankOf = (code: StatusCode): number => STATUSES[statusOf(code)].rank

/** What an unknown sub-code under a known status becomes. */
export const FALLBACK = {
  pending: 'pending.unknown',
  info_received: 'info_received.label_created',
  in_transit: 'in_transit.other',
  out_for_delivery: 'out_for_delivery.on_vehicle',
  failed_attempt: 'failed_attempt.other',
  available_for_pickup: 'available_for_pickup.other',
  exception: 'exception.other',
  returning: 'returning.other',
  delivered: 'delivered.other',
  returned: 'returned.to_sender',
  cancelled: 'cancelled.other',
  expired: 'expired.no_updates',
} as const satisfies { [S in Status]: Extract<StatusCode, `${S}.${string}`> }

/** A code that only repeats its status: `in_transit.other`, `pending.unknown`. Its status may be known more finely elsewhere. */
export const isFallback = (code: StatusCode): boolean => subOf(code) === 'other' || code === FALLBACK.pending
