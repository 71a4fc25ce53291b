import { addDays, later } from './day-math'
import type { DecidedWindow, TraceStep } from './decision'
import type { LineCase } from './line-case'
import { basic, settle, step, withVerb } from './said'
import { startOfWindow } from './window-start'
import { actionWords, say, windowWords } from './words'

/** Art. 9 of Directive 2011/83/EU: fourteen days from the day on which the goods arrive. */
export const STATUTORY_DAYS = 14

/**
 * The window of a line: the strongest `window` action's, else the document's; then the latest `extend`; for a withdrawal at least
 * the statutory fourteen days from delivery.
 */
export function decideWindow({ asked: { policy, facts }, said, statutory }: LineCase): {
  window: DecidedWindow
  steps: TraceStep[]
} {
  const own = settle(withVerb(said, 'window'), actionWords('window', policy))
  const window = own.action?.window ?? policy.window
  const { start, basis, counted } = startOfWindow(window, facts)
  const steps = [...own.steps, basic('window', windowWords(policy.window), own.rule)]
  const extensions = withVerb(said, 'extend')
  let until = window.days === null || counted === null ? null : addDays(counted, window.days)
  if (until !== null) for (const { action } of extensions) until = later(until, action.until)
  steps.push(...extensions.map((one) => step(one, actionWords('extend', policy)(one.action))))
  if (statutory && until !== null) {
    const delivered = startOfWindow({ ...window, from: 'delivery' }, facts).counted
    const lawful = delivered === null ? null : addDays(delivered, STATUTORY_DAYS)
    if (lawful === null || lawful > until) {
      until = lawful
      steps.push(basic('withdrawal', say('says.lawfulWindow', { days: STATUTORY_DAYS })))
    }
  }
  return { window: { start, basis, until, open: until === null || facts.today <= until }, steps }
}
