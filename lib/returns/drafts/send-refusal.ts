import type { DraftProblem } from '@/lib/returns/draft-change'
import type { DraftView } from '@/lib/returns/draft-view'
import type { ReturnDecision } from '@/lib/returns/policy/decision'
import { quoteFingerprint } from '@/lib/returns/quote-fingerprint'
import type { DraftStep } from '@/lib/shops/addresses'
import { missingStep } from './missing-step'

export type SendRefusal =
  /** Something is missing, or no longer possible: the step to go to, and what is wrong there. */
  | { code: 'not_complete'; step: DraftStep; problems: DraftProblem[] }
  /** The policy says no, to these lines and for these reasons. */
  | { code: 'window_closed' | 'not_eligible'; refusals: ReturnDecision['refusals'] }
  /** The sum isn't the one that was seen. */
  | { code: 'quote_changed' }

const ownRefusals = ({ items }: DraftView): ReturnDecision['refusals'] =>
  items.flatMap(({ decision: { orderId, lineId, refusal } }) =>
    refusal ? [{ orderId, lineId, phrase: refusal }] : [],
  )

/** Why a draft can't be sent as it stands now; `seen` tells the sum that the shopper saw. Null: it can. */
export function sendRefusal(view: DraftView, today: string, seen: string): SendRefusal | null {
  const missing = missingStep(view, today)
  // More than is left is a matter of numbers, and said as such.
  if (missing?.step === 'items') return { code: 'not_complete', ...missing }
  const own = ownRefusals(view)
  if (own.length > 0) {
    const isClosed = view.items.some(({ decision }) => decision.refusal !== null && !decision.window.open)
    return { code: isClosed ? 'window_closed' : 'not_eligible', refusals: own }
  }
  if (missing) return { code: 'not_complete', ...missing }
  if (view.decision.refusals.length > 0) return { code: 'not_eligible', refusals: view.decision.refusals }
  return view.quote && quoteFingerprint(view.quote) === seen ? null : { code: 'quote_changed' }
}
