import type { ParcelTone } from '@/lib/i18n/parcel-tone'
import type { Return } from '@/lib/returns/return'
import type { MethodKind } from '@/lib/returns/vocabulary'
import { givesMoney } from './amounts'
import type { FollowFacts } from './follow-facts'

/** What a return's page says first: finer than its state, since a label that is being made is no label. */
export type Stage = keyof typeof STAGE_TONES

/** How each feels; whatever the shopper has to do is the loudest. */
export const STAGE_TONES = {
  requested: 'calm',
  review: 'calm',
  making: 'calm',
  labelLate: 'warn',
  print: 'action',
  show: 'action',
  store: 'action',
  pickup: 'calm',
  own: 'action',
  kept: 'good',
  moving: 'calm',
  checking: 'calm',
  checked: 'good',
  moneyLate: 'warn',
  choice: 'action',
  refunded: 'good',
  refundedThere: 'good',
  refundedEarly: 'good',
  credited: 'good',
  exchanged: 'good',
  repaired: 'good',
  nothing: 'calm',
  rejected: 'critical',
  cancelled: 'calm',
  expired: 'warn',
} as const satisfies Record<string, ParcelTone>

const HAND_IN = {
  label: 'print',
  qr: 'show',
  store: 'store',
  pickup: 'pickup',
  own_carrier: 'own',
} as const satisfies Record<MethodKind, Stage>

export const travels = ({ items }: Pick<Return, 'items'>): boolean =>
  items.some(({ outcome }) => outcome !== 'keep')

/** Approved and not scanned yet. */
function beforeHandIn({ back, method }: FollowFacts): Stage {
  if (!travels(back)) return 'kept'
  if (back.boxes.some(({ labelState }) => labelState === 'failed')) return 'labelLate'
  if (back.boxes.some(({ labelState }) => labelState === 'due')) return 'making'
  return HAND_IN[method.kind]
}

function afterRefund({ back, clock, today }: FollowFacts): Stage {
  if (travels(back) && back.receivedAt === null) return 'refundedEarly'
  return clock.sent && today > clock.sent.to ? 'refundedThere' : 'refunded'
}

/** An end at which no money has gone out; goods may have. */
function withoutMoney({ payments }: Return): Stage {
  return payments.some(({ kind, state }) => kind === 'exchange' && state === 'sent') ? 'exchanged' : 'nothing'
}

const hasFailed = ({ back }: FollowFacts): boolean => back.payments.some(({ state }) => state === 'failed')

/** Where things only wait: a payment that didn't go through is then the news. */
const waiting =
  (stage: Stage) =>
  (facts: FollowFacts): Stage =>
    hasFailed(facts) ? 'moneyLate' : stage

const STAGES = {
  requested: () => 'requested',
  needs_review: () => 'review',
  approved: beforeHandIn,
  label_issued: beforeHandIn,
  in_transit: waiting('moving'),
  received: waiting('checking'),
  checked: waiting('checked'),
  refunded: (facts) => (givesMoney(facts.back) ? afterRefund(facts) : withoutMoney(facts.back)),
  exchanged: ({ back }) =>
    back.items.every(({ outcome }) => outcome === 'repair') ? 'repaired' : 'exchanged',
  credited: ({ back }) => (givesMoney(back) ? 'credited' : withoutMoney(back)),
  rejected: () => 'rejected',
  cancelled: () => 'cancelled',
  expired: () => 'expired',
} as const satisfies Record<Return['state'], (facts: FollowFacts) => Stage>

const CLOSED: ReadonlySet<Return['state']> = new Set(['rejected', 'cancelled', 'expired'])

/** What the page says first. An exchange that has run out waits for the shopper, whatever else happens. */
export function stageOf(facts: FollowFacts): Stage {
  const { state } = facts.back
  if (facts.unavailable.length > 0 && !CLOSED.has(state)) return 'choice'
  return STAGES[state](facts)
}
