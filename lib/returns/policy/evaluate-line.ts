import { decideLine } from './decide-line'
import type { LineDecision, TraceStep } from './decision'
import type { ChoiceFacts, Facts } from './facts'
import type { Policy } from './schema'

const choosing = (facts: Facts, choice: Pick<ChoiceFacts, 'reason' | 'subReason' | 'outcome'>): Facts => ({
  ...facts,
  choice: { ...facts.choice, ...choice },
})

const NOTHING = { reason: null, subReason: null, outcome: null }

/** Effects of the trace that refuse a line. */
const REFUSING: ReadonlySet<string> = new Set(['deny', 'closed'])

const lastDay = ({ window }: LineDecision): string => window.until ?? '9999-12-31'

/**
 * What the policy says of one line; pure and total.
 *
 * Rules hold only where their condition certainly does. Of rules that say different things of the same thing (window, bonus,
 * destination, refund trigger, shipping of an exchange, refund of shipping, a fee of the same id) the one of higher priority wins,
 * equal ones by their place in the document. `only` lists intersect, `not` lists add up. A refusal beats everything but an `allow`
 * of higher priority; a review beats approvals of its own or a lower priority; a block always reviews. A reason that lays the fault
 * with the shop costs the shopper nothing. A withdrawal can't be refused, reviewed, charged a fee or tied to credit.
 *
 * `reasons` don't depend on what is chosen. Where the line is refused as it stands and some reasons would open it (a defect after
 * the window has closed), exactly these are offered, and until one is chosen the line counts as eligible within their window.
 */
export function evaluateLine(policy: Policy, facts: Facts): LineDecision {
  const blank = decideLine(policy, choosing(facts, NOTHING))
  const opening = blank.eligible ? [] : openingReasons(policy, facts, blank)
  const reasons = opening.length > 0 ? opening.map(({ reason }) => reason) : blank.reasons
  if (facts.choice.reason !== null || facts.choice.outcome !== null)
    return { ...decideLine(policy, facts), reasons }
  const [widest] = opening.toSorted((a, b) => (lastDay(a.decision) < lastDay(b.decision) ? 1 : -1))
  if (!widest) return blank
  return {
    ...blank,
    reasons,
    eligible: true,
    refusal: null,
    window: widest.decision.window,
    trace: blank.trace.map((step) => opened(step, widest.reason)),
  }
}

/** What refuses the line as it stands is overruled by the reason that opens it. */
const opened = (step: TraceStep, reason: string): TraceStep =>
  REFUSING.has(step.effect) && step.overruledBy === null ? { ...step, overruledBy: `reason:${reason}` } : step

const openingReasons = (policy: Policy, facts: Facts, { reasons, left }: LineDecision) =>
  left === 0
    ? []
    : reasons
        .map((reason) => ({ reason, decision: decideLine(policy, choosing(facts, { ...NOTHING, reason })) }))
        .filter(({ decision }) => decision.eligible)
