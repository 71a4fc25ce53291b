import type { Asked } from './fact-value'
import type { Facts } from './facts'
import type { LineCase } from './line-case'
import { byPrecedence, type Said, saidBy, settle, withVerb } from './said'
import type { Policy } from './schema'
import { actionWords } from './words'

const saidOfDestination = (said: readonly Said[], policy: Policy) =>
  settle(withVerb(said, 'destination'), actionWords('destination', policy))

/**
 * What the rules say of a line. Where it goes is decided first, by the rules that don't ask for it; then every other action, with
 * the destination as a fact.
 */
export function openCase(policy: Policy, facts: Facts): LineCase & { destination: string } {
  const rules = byPrecedence(policy.rules)
  const reason = policy.reasons.find(({ id }) => id === facts.choice.reason) ?? null
  const before: Asked = { policy, facts, reason, destination: null }
  const routes = withVerb(saidBy(rules, before), 'destination')
  const destination = saidOfDestination(routes, policy).action?.id ?? policy.destinations[0]?.id ?? ''
  const asked: Asked = { ...before, destination }
  const rest = saidBy(rules, asked).filter(({ action }) => action.do !== 'destination')
  return {
    asked,
    said: [...routes, ...rest],
    statutory: facts.return.ground === 'withdrawal',
    fault: reason?.fault === 'shop' ? reason.id : null,
    destination,
  }
}
