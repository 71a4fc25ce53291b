import type { TraceStep } from './decision'
import type { LineCase } from './line-case'
import { step, withVerb } from './said'
import type { Reason } from './schema'
import { actionWords } from './words'

/** The reasons to choose from: those of the line's category, less what the rules take away. */
export function offeredReasons({ asked: { policy, facts }, said, statutory }: LineCase): {
  reasons: Reason[]
  steps: TraceStep[]
} {
  const rules = withVerb(said, 'reasons')
  const { category } = facts.line
  const reasons = policy.reasons.filter(
    ({ id, categories }) =>
      (categories.length === 0 || (category !== null && categories.includes(category))) &&
      rules.every(({ action: { only, not = [] } }) => (!only || only.includes(id)) && !not.includes(id)),
  )
  return {
    // Who withdraws owes no reason, so that the lack of one is no obstacle.
    reasons: statutory && reasons.length === 0 ? policy.reasons : reasons,
    steps: rules.map((one) => step(one, actionWords('reasons', policy)(one.action))),
  }
}
