import type { ReturnEvent } from './machine'
import type { Outcome, ReturnState } from './vocabulary'

/** What a merchant is told of a return, once for each time that it happens. */
export type ReturnMilestone =
  | 'requested'
  | 'approved'
  | 'rejected'
  | 'label_issued'
  | 'in_transit'
  | 'received'
  | 'checked'
  | 'settled'
  | 'cancelled'
  | 'expired'

/** What is done, in this order; done twice it is done once. */
const DEEDS = [
  'hold_stock',
  'void_labels',
  'release_stock',
  'stop_clock',
  /** The day after which an unused return expires is counted anew. */
  'start_clock',
  'request_labels',
  'ship_exchanges',
  'plan_payments',
] as const
export type Deed = (typeof DEEDS)[number]

export type Effects = {
  /** In their order. */
  deeds: Deed[]
  tells: readonly ReturnMilestone[]
}

/** What effects depend on. */
export type Changed = {
  event: ReturnEvent
  from: ReturnState
  to: ReturnState
  outcomes: readonly Outcome[]
}

const TOLD: Partial<Record<ReturnEvent, readonly ReturnMilestone[]>> = {
  submit_approved: ['requested', 'approved'],
  submit_review: ['requested'],
  approve: ['approved'],
  reject: ['rejected'],
  label_issued: ['label_issued'],
  first_scan: ['in_transit'],
  receive: ['received'],
  check: ['checked'],
  settle_refunded: ['settled'],
  settle_exchanged: ['settled'],
  settle_credited: ['settled'],
  cancel: ['cancelled'],
  expire: ['expired'],
}

const reopened = (to: ReturnState): readonly ReturnMilestone[] =>
  to === 'approved' ? ['approved'] : ['requested']

const ENDS_UNUSED: Partial<Record<ReturnEvent, true>> = { cancel: true, reject: true, expire: true }

const ASKS: Partial<Record<ReturnEvent, true>> = {
  submit_approved: true,
  submit_review: true,
  reopen: true,
  change_exchange: true,
}

const OVER = ['rejected', 'cancelled', 'expired'] as const satisfies readonly ReturnState[]

/** After what money or goods may be due, or due no longer: whoever plans them decides. */
const OWES: Partial<Record<ReturnEvent, true>> = {
  submit_approved: true,
  approve: true,
  reopen: true,
  reject: true,
  cancel: true,
  expire: true,
  change_method: true,
  change_exchange: true,
  first_scan: true,
  receive_part: true,
  receive: true,
  check_item: true,
  check: true,
  contest: true,
  answer_contest: true,
}

/** What follows a change. */
export function effectsOf({ event, from, to, outcomes }: Changed): Effects {
  const travels = outcomes.some((outcome) => outcome !== 'keep')
  const isApproved = to === 'approved' && (from !== 'approved' || event === 'change_method')
  // A parcel that was called off and came all the same.
  const revives = OVER.some((state) => state === from) && to !== from
  const isUsed = event === 'first_scan' || event === 'receive_part' || event === 'receive'
  const deeds: Record<Deed, boolean> = {
    hold_stock: ASKS[event] === true || revives,
    void_labels: event === 'change_method' || ENDS_UNUSED[event] === true,
    release_stock: ENDS_UNUSED[event] === true,
    stop_clock: ENDS_UNUSED[event] === true || isUsed,
    start_clock: (isApproved && travels) || event === 'label_issued',
    request_labels: isApproved && travels,
    ship_exchanges: OWES[event] === true,
    plan_payments: OWES[event] === true,
  }
  return {
    deeds: DEEDS.filter((deed) => deeds[deed]),
    tells: event === 'reopen' ? reopened(to) : (TOLD[event] ?? []),
  }
}
