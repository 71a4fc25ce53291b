import { problem } from '@/app/_server/problem'
import type { AnswerRefusal } from '@/lib/services/returns/answer-contest'
import type { ReturnRefusal } from '@/lib/services/returns/begin-change'
import type { ChangeExchangeRefusal } from '@/lib/services/returns/change-exchange'
import type { ChangeMethodRefusal } from '@/lib/services/returns/change-method'
import type { CheckRefusal } from '@/lib/services/returns/check-item'
import type { ContestRefusal } from '@/lib/services/returns/contest-deduction'
import type { RefundRefusal } from '@/lib/services/returns/money/record-refund'
import { PHOTO_LIMITS, type PhotoRefusal } from '@/lib/services/returns/read-photo'
import type { ReceiveRefusal } from '@/lib/services/returns/receive-return'
import type { UnavailableRefusal } from '@/lib/services/returns/stock/report-unavailable'
import type { PhotoProblem } from './to-checks'

/** Everything that can stand in the way of something with a return. */
export type Refusal =
  | ReturnRefusal
  | ReceiveRefusal
  | CheckRefusal
  | AnswerRefusal
  | ContestRefusal
  | RefundRefusal
  | UnavailableRefusal
  | PhotoProblem
  | ChangeMethodRefusal
  | ChangeExchangeRefusal

/** What a refusal may say besides its code; each code has what its answer tells. */
type Facts = {
  code: Refusal['code']
  key?: string
  most?: number
  version?: number
  state?: string
  event?: string
  amount?: number
  due?: number
  reference?: string | null
  photo?: PhotoRefusal
}

/** Where an item of a key stands in the body. */
export type PointerOf = (key: string) => string

const field = (pointer: string, code: string, detail: string): Response =>
  problem('invalid_body', { errors: [{ pointer, code, detail }] })

const PHOTO_FAULTS = {
  not_picture: 'is no JPEG, PNG or WebP that can be opened',
  too_large: `has more than ${PHOTO_LIMITS.bytes} bytes`,
  too_many_pixels: `has more than ${PHOTO_LIMITS.megapixels} megapixels`,
} as const satisfies Record<PhotoRefusal, string>

type Say = (facts: Facts, at: (facts: Facts) => string) => Response

const ANSWERS: Readonly<Record<Refusal['code'], Say>> = {
  unknown_return: () => problem('not_found'),
  stale: ({ version = 0 }) =>
    problem('stale', { detail: `It is at version ${version} now: read it again.`, version }),
  return_state: ({ state, event }) =>
    problem('wrong_state', { detail: `A return that is ${state} takes no ${event}.` }),
  pieces_taken: () => problem('conflict', { detail: 'Another return has taken its pieces meanwhile.' }),
  unknown_item: (facts, at) =>
    field(`${at(facts)}/key`, facts.code, 'is no item that travels in this return'),
  too_many: (facts, at) => field(`${at(facts)}/quantity`, facts.code, `is more than ${facts.most}`),
  not_received: (facts, at) =>
    field(
      `${at(facts)}/grade`,
      facts.code,
      'can’t be: nobody has received the item. Receive it, or grade it missing',
    ),
  deduction_too_large: (facts, at) =>
    field(
      `${at(facts)}/deduction`,
      facts.code,
      `is more than ${facts.most}, which is all there is to keep back`,
    ),
  reason_missing: (facts, at) =>
    field(`${at(facts)}/deduction/reason`, facts.code, 'is missing: the shopper is told why'),
  too_many_photos: (facts, at) =>
    field(`${at(facts)}/photo`, facts.code, `is one too many: an item has at most ${facts.most}`),
  already_settled: () => problem('conflict', { detail: 'The item’s money is on its way already.' }),
  already_contested: () => problem('conflict', { detail: 'The shopper has objected already: answer that.' }),
  already_answered: () => problem('conflict', { detail: 'The objection has been answered.' }),
  not_contested: (facts, at) => field(`${at(facts)}/key`, facts.code, 'has no objection to answer'),
  nothing_to_contest: (facts, at) => field(`${at(facts)}/key`, facts.code, 'has no deduction to object to'),
  photo: ({ photo = 'not_picture', ...facts }, at) => field(`${at(facts)}/photo`, photo, PHOTO_FAULTS[photo]),
  unknown_payment: ({ code }) => field('/payment', code, 'is no payment of this return'),
  unknown_order: ({ code }) => field('/order', code, 'is no order of this return'),
  order_needed: ({ code }) => field('/order', code, 'is needed: several orders are owed for'),
  payment_running: () =>
    problem('conflict', { detail: 'It is being asked for this very moment: try again in a minute.' }),
  payment_sent: ({ amount, reference }) =>
    problem('conflict', {
      detail: `It was sent already: ${amount}${reference ? `, reference ${reference}` : ''}.`,
    }),
  more_than_due: ({ code, due }) =>
    field('/amount', code, due === 0 ? 'is more than is due: nothing is' : `is more than is due: ${due}`),
  unknown_method: ({ code }) => field('/method', code, 'is no way that this return may take'),
  unknown_store: ({ code }) => field('/store', code, 'is no store of this way'),
  unknown_day: ({ code }) => field('/pickupDay', code, 'is no day on which a parcel is fetched'),
  unknown_box: ({ code }) => field('/own', code, 'names a box that the return doesn’t have'),
  other_parcel: ({ code }) => field('/own', code, 'names a parcel of an order, or of another return'),
  outcome_not_offered: ({ code }) => field('/outcome', code, 'can’t be had for this item'),
  unknown_variant: ({ code }) => field('/sku', code, 'is nothing that can be sent for this item'),
  already_sent: () =>
    problem('conflict', { detail: 'What it is exchanged for, or its money, is on its way.' }),
  no_exchange: ({ code }) => field('/key', code, 'is no item that is exchanged for anything'),
  exchange_sent: () => problem('conflict', { detail: 'What it is exchanged for is on its way already.' }),
}

/** A refusal as a problem document: what is wrong, where, and what to do. */
export const refused = (refusal: Refusal, at: PointerOf = () => ''): Response =>
  ANSWERS[refusal.code](refusal, ({ key = '' }) => at(key))
