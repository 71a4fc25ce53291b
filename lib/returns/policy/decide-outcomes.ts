import type { Outcome } from '@/lib/returns/vocabulary'
import type { TraceStep } from './decision'
import type { LineCase } from './line-case'
import { basic, step, withVerb } from './said'
import { actionWords, say } from './words'

/** A gift's money isn't the receiver's: it comes as credit, and nothing is paid out to whoever bought it. */
const forGift = (outcomes: readonly Outcome[]): Outcome[] => [
  ...new Set(
    outcomes.flatMap((outcome): Outcome[] =>
      outcome === 'keep' ? [] : [outcome === 'refund' ? 'store_credit' : outcome],
    ),
  ),
]

/**
 * What may be chosen: the document's outcomes, `keep` where the price or a rule allows it; then every `only` and `not` of the rules,
 * and what the reason narrows to. A withdrawal always has the refund.
 */
export function decideOutcomes({ asked, said, statutory }: LineCase): {
  outcomes: Outcome[]
  steps: TraceStep[]
} {
  const { policy, facts, reason } = asked
  const gift = facts.return.gift
  const translate = (outcomes: readonly Outcome[]) => (gift ? forGift(outcomes) : [...outcomes])
  const keeps = withVerb(said, 'keep')
  const cheap = policy.keepBelow !== null && facts.line.paid < policy.keepBelow
  const steps: TraceStep[] = keeps.map((one) => step(one, actionWords('keep', policy)(one.action)))
  if (cheap)
    steps.push(
      basic(
        'keep',
        say('says.keepBelow', { amount: { amount: policy.keepBelow ?? 0, currency: policy.currency } }),
      ),
    )
  const listed = policy.outcomes.filter((outcome) => outcome !== 'keep')
  let outcomes = translate(cheap || keeps.length > 0 ? [...listed, 'keep'] : listed)
  if (gift) steps.push(basic('gift', say('says.gift')))
  for (const one of withVerb(said, 'outcomes')) {
    const { only, not = [] } = one.action
    const kept = only && translate(only)
    outcomes = outcomes.filter((outcome) => (!kept || kept.includes(outcome)) && !not.includes(outcome))
    steps.push(step(one, actionWords('outcomes', policy)(one.action)))
  }
  const narrowed = reason?.outcomes && translate(reason.outcomes)
  if (narrowed && outcomes.some((outcome) => !narrowed.includes(outcome))) {
    outcomes = outcomes.filter((outcome) => narrowed.includes(outcome))
    steps.push(basic('reason', say('says.reasonOutcomes', { reason: { own: reason.texts } })))
  }
  if (statutory && !outcomes.includes('refund')) {
    outcomes = ['refund', ...outcomes]
    steps.push(basic('withdrawal', say('says.lawfulRefund')))
  }
  return { outcomes, steps }
}
