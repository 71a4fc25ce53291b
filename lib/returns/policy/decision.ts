import type { CalendarDay, Phrase } from '@/lib/returns/phrase'
import type { ExchangeShipping, Outcome, RefundTrigger } from '@/lib/returns/vocabulary'
import type { Fee } from './schema'

/** One thing that the policy said, and why: the shopper's words and the merchant's explanation are made of these. */
export type TraceStep = {
  /** The rule's id; null: the document's own basics. */
  rule: string | null
  /** The action's name (`deny`, `fee`, …) or the basic's (`window`, `outcomes`, `limits`, …). */
  effect: string
  says: Phrase
  /** The rule that wins over this one; null: this holds. */
  overruledBy: string | null
}

export type DecidedWindow = {
  /** The day that counting starts from; null: it hasn't started (nothing arrived yet). */
  start: CalendarDay | null
  /** `assumed`: the start isn't known, so it was taken from the order's day. */
  basis: 'order' | 'dispatch' | 'delivery' | 'assumed'
  /** The last day; null: it never closes. */
  until: CalendarDay | null
  open: boolean
}

/** What holds for one line, as chosen so far. */
export type LineDecision = {
  orderId: string
  lineId: string
  /** How many can still go back. */
  left: number
  /** Whether it can go back at all. */
  eligible: boolean
  /** Why not, in words; null where it can. */
  refusal: Phrase | null
  window: DecidedWindow
  /** Ids of the reasons to choose from. */
  reasons: readonly string[]
  outcomes: readonly Outcome[]
  /** Ids of the methods to choose from. */
  methods: readonly string[]
  freeMethods: readonly string[]
  photosRequired: boolean
  commentRequired: boolean
  /** Why a person has to look at it; none: nobody has to. */
  review: readonly Phrase[]
  fees: readonly Fee[]
  bonus: { percent: number; amount: number }
  /** Whether the fault is ours by the chosen reason: then no fee and no price of a method. */
  ourFault: boolean
  refundShipping: boolean
  shipExchange: ExchangeShipping
  refundTrigger: RefundTrigger
  /** Id of a destination. */
  destination: string
  trace: readonly TraceStep[]
}

/** What holds for the whole return. */
export type ReturnDecision = {
  lines: readonly LineDecision[]
  /** Methods that every travelling line allows. */
  methods: readonly string[]
  freeMethods: readonly string[]
  /** `review`: a person approves. */
  approval: 'automatic' | 'review'
  review: readonly Phrase[]
  /** Why it can't be asked for as chosen; none: it can. */
  refusals: readonly { orderId: string; lineId: string; phrase: Phrase }[]
  refundTrigger: RefundTrigger
  shipExchange: ExchangeShipping
  destination: string
}
