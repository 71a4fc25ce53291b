import { fail, ok, type Result } from '@/lib/core/result'
import { RETURN_STATES, type ReturnState } from './vocabulary'

/** Everything that can happen to a return. */
export const RETURN_EVENTS = [
  /** Sent by the shopper: nobody has to look at it, or a person does. */
  'submit_approved',
  'submit_review',
  'approve',
  'reject',
  'cancel',
  'expire',
  /** Every box has its label. */
  'label_issued',
  'change_method',
  'change_exchange',
  /** The carrier has it; the carrier says that it arrived. */
  'first_scan',
  'arrived',
  /** Some of it is there; all of it is. */
  'receive_part',
  'receive',
  /** One item was looked at; the last one was. */
  'check_item',
  'check',
  'contest',
  'answer_contest',
  /** The money or the goods that it owed are on their way; of several kinds a refund comes before an exchange, that before credit. */
  'settle_refunded',
  'settle_exchanged',
  'settle_credited',
  /** A person takes an end back. */
  'reopen',
  'note',
] as const
export type ReturnEvent = (typeof RETURN_EVENTS)[number]

export type MachineRefusal = { code: 'return_state'; state: ReturnState; event: ReturnEvent }

type Row = Partial<Record<ReturnEvent, ReturnState>>

const stays = (state: ReturnState, events: readonly ReturnEvent[]): Row =>
  Object.fromEntries(events.map((event) => [event, state]))

const settles = {
  settle_refunded: 'refunded',
  settle_exchanged: 'exchanged',
  settle_credited: 'credited',
} as const satisfies Row

/** The way of the parcel; a scan that comes after the goods moves nothing. */
const travels = {
  first_scan: 'in_transit',
  arrived: 'in_transit',
  receive_part: 'in_transit',
  receive: 'received',
} as const satisfies Row

/** Money goes before goods where the shop trusts a scan: what follows is noted without leaving the end. */
const settled = (state: ReturnState): Row =>
  stays(state, [
    'first_scan',
    'arrived',
    'receive_part',
    'receive',
    'check_item',
    'check',
    'contest',
    'answer_contest',
    'change_exchange',
    'note',
  ])

/** Event by state; what isn't here is refused. */
const TABLE: Record<ReturnState, Row> = {
  requested: {
    submit_approved: 'approved',
    submit_review: 'needs_review',
    cancel: 'cancelled',
    note: 'requested',
  },
  needs_review: {
    approve: 'approved',
    reject: 'rejected',
    cancel: 'cancelled',
    ...stays('needs_review', ['change_method', 'change_exchange', 'note']),
  },
  approved: {
    ...travels,
    ...settles,
    label_issued: 'label_issued',
    reject: 'rejected',
    cancel: 'cancelled',
    expire: 'expired',
    ...stays('approved', ['change_method', 'change_exchange', 'note']),
  },
  label_issued: {
    ...travels,
    ...settles,
    reject: 'rejected',
    cancel: 'cancelled',
    expire: 'expired',
    change_method: 'approved',
    ...stays('label_issued', ['label_issued', 'change_exchange', 'note']),
  },
  in_transit: {
    ...travels,
    ...settles,
    ...stays('in_transit', ['change_exchange', 'note']),
  },
  received: {
    ...settles,
    check: 'checked',
    ...stays('received', [
      'first_scan',
      'arrived',
      'receive_part',
      'receive',
      'check_item',
      'contest',
      'answer_contest',
      'change_exchange',
      'note',
    ]),
  },
  checked: {
    ...settles,
    ...stays('checked', [
      'first_scan',
      'arrived',
      'receive_part',
      'receive',
      'check_item',
      'check',
      'contest',
      'answer_contest',
      'change_exchange',
      'note',
    ]),
  },
  refunded: settled('refunded'),
  exchanged: settled('exchanged'),
  credited: settled('credited'),
  rejected: { reopen: 'needs_review', ...stays('rejected', ['arrived', 'note']) },
  cancelled: {
    reopen: 'approved',
    // It was sent all the same: goods on their way are never nobody's.
    ...travels,
    note: 'cancelled',
  },
  expired: { reopen: 'approved', ...travels, note: 'expired' },
}

/** Where an event leads; refused with the present state where it can't happen. */
export function nextState(state: ReturnState, event: ReturnEvent): Result<ReturnState, MachineRefusal> {
  const to = TABLE[state][event]
  return to === undefined ? fail({ code: 'return_state', state, event }) : ok(to)
}

/** @public What can happen in a state. */
export const eventsOf = (state: ReturnState): ReturnEvent[] =>
  Object.keys(TABLE[state]).filter((event): event is ReturnEvent =>
    RETURN_EVENTS.some((one) => one === event),
  )

/** Ends that no box reopens by itself: what was owed has gone out. */
const SETTLED_STATES = ['refunded', 'exchanged', 'credited'] as const satisfies readonly ReturnState[]

export const isSettled = (state: ReturnState): boolean => SETTLED_STATES.some((one) => one === state)

/** States whose pieces count as gone back. */
export const TAKING_STATES = RETURN_STATES.filter(
  (state) => state !== 'cancelled' && state !== 'rejected' && state !== 'expired',
)
