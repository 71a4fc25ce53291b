import type { Phrase } from '@/lib/returns/phrase'
import type { Outcome } from '@/lib/returns/vocabulary'
import type { DecidedWindow, TraceStep } from './decision'
import { BY_LAW, type LineCase } from './line-case'
import { basic, step, withVerb } from './said'
import type { Reason } from './schema'
import { actionWords, say } from './words'

type Rest = {
  left: number
  window: DecidedWindow
  reasons: readonly Reason[]
  methods: readonly string[]
  outcomes: readonly Outcome[]
}

/**
 * Why a line can't go back, the most telling reason first: a refusal of a rule (which an `allow` of higher priority lifts), nothing
 * left, the closed window, no outcome or no method. A withdrawal is refused by none of these but an item that is back already.
 */
export function decideRefusal(
  { asked: { policy }, said, statutory }: LineCase,
  { left, window, reasons, methods, outcomes }: Rest,
): { refusal: Phrase | null; steps: TraceStep[] } {
  const [lift] = withVerb(said, 'allow')
  const refusals: Phrase[] = []
  const steps: TraceStep[] = []
  for (const one of withVerb(said, 'deny')) {
    const phrase = actionWords('deny', policy)(one.action)
    const overruledBy = statutory ? BY_LAW : lift && lift.priority > one.priority ? lift.rule : null
    if (overruledBy === null) refusals.push(phrase)
    steps.push(step(one, phrase, overruledBy))
  }
  const [denial] = steps.filter(({ overruledBy }) => overruledBy === null)
  steps.push(
    ...withVerb(said, 'allow').map((one) =>
      step(one, actionWords('allow', policy)(one.action), denial?.rule ?? null),
    ),
  )
  if (left === 0) {
    const phrase = say('refused.nothingLeft')
    refusals.unshift(phrase)
    steps.push(basic('left', phrase))
  }
  if (!window.open && window.until !== null) {
    const phrase = say('refused.windowClosed', { day: { day: window.until } })
    if (!statutory) refusals.push(phrase)
    steps.push(basic('closed', phrase, statutory ? BY_LAW : null))
  }
  const lacks: [string, boolean, string][] = [
    ['reasons', reasons.length === 0, 'refused.noReason'],
    ['outcomes', outcomes.length === 0, 'refused.noOutcome'],
    ['methods', methods.length === 0 && !outcomes.includes('keep'), 'refused.noMethod'],
  ]
  for (const [effect, is, key] of lacks) {
    if (!is) continue
    refusals.push(say(key))
    steps.push(basic(effect, say(key)))
  }
  return { refusal: refusals[0] ?? null, steps }
}
