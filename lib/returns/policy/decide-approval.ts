import type { Phrase } from '@/lib/returns/phrase'
import type { TraceStep } from './decision'
import { returnsWithin } from './fact-value'
import { BY_LAW, type LineCase } from './line-case'
import { basic, step, withVerb } from './said'
import { actionWords, say } from './words'

/** The document's own reasons to look at a return weigh as much as a rule of this priority. */
const LIMIT_PRIORITY = 0

/**
 * Why a person has to look at it. A review holds unless an approval of higher priority stands against it; a block always holds; the
 * limit of returns counts as a review of priority 0; without automatic approval any approval that holds suffices. A withdrawal asks
 * for nobody's consent.
 */
export function decideApproval({ asked: { policy, facts }, said, statutory }: LineCase): {
  review: Phrase[]
  blocked: boolean
  steps: TraceStep[]
} {
  const review: Phrase[] = []
  const steps: TraceStep[] = []
  const [approval] = withVerb(said, 'approve')
  const hold = (phrase: Phrase, priority: number): string | null => {
    if (statutory) return BY_LAW
    if (approval && approval.priority > priority) return approval.rule
    review.push(phrase)
    return null
  }
  const blocks = withVerb(said, 'block')
  for (const one of blocks) {
    const phrase = actionWords('block', policy)(one.action)
    steps.push(step(one, phrase, hold(phrase, Number.POSITIVE_INFINITY)))
  }
  for (const one of withVerb(said, 'review')) {
    const phrase = actionWords('review', policy)(one.action)
    steps.push(step(one, phrase, hold(phrase, one.priority)))
  }
  const limit = policy.limits.returns
  const recent = limit && facts.customer.key !== null ? returnsWithin(facts, limit.days) : 0
  if (limit && recent >= limit.count) {
    const phrase = say('review.limit', { count: recent, days: limit.days })
    steps.push(basic('limits', phrase, hold(phrase, LIMIT_PRIORITY)))
  }
  if (!policy.autoApprove) {
    const phrase = say('review.everyone')
    const overruledBy = statutory ? BY_LAW : (approval?.rule ?? null)
    if (overruledBy === null) review.push(phrase)
    steps.push(basic('autoApprove', phrase, overruledBy))
  }
  const strongest = [...blocks, ...withVerb(said, 'review')].find(
    (one) => one.action.do === 'block' || !approval || one.priority >= approval.priority,
  )
  steps.push(
    ...withVerb(said, 'approve').map((one) =>
      step(
        one,
        actionWords('approve', policy)(one.action),
        one.rule === approval?.rule ? (statutory ? null : (strongest?.rule ?? null)) : null,
      ),
    ),
  )
  return { review, blocked: !statutory && blocks.length > 0, steps }
}
