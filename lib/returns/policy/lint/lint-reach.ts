import type { Condition } from '@/lib/returns/policy/condition'
import type { Action, Policy, Rule } from '@/lib/returns/policy/schema'
import { finding, type PolicyFinding } from './finding'
import { fits, implies, isPossible, type Patience } from './possible'
import { testsIn } from './tests-in'

type Placed = { rule: Rule; place: number; action: Action }

const precedes = (a: Placed, b: Placed): boolean =>
  a.rule.priority > b.rule.priority || (a.rule.priority === b.rule.priority && a.place < b.place)

/** Actions of which only one can hold. */
const SINGLE: ReadonlySet<Action['do']> = new Set([
  'window',
  'bonus',
  'refund_trigger',
  'ship_exchange',
  'refund_shipping',
  'destination',
])

/** Whether one action takes another's effect wherever both rules hold. */
function overrules(a: Placed, b: Placed): boolean {
  const [winner, loser] = [a.action, b.action]
  if (winner.do === loser.do && SINGLE.has(loser.do)) return precedes(a, b)
  if (loser.do === 'fee' && winner.do === 'fee') return winner.fee.id === loser.fee.id && precedes(a, b)
  if (loser.do === 'fee' && winner.do === 'waive_fees')
    return a.rule.priority >= b.rule.priority && (!winner.ids || winner.ids.includes(loser.fee.id))
  if (loser.do === 'deny') return winner.do === 'allow' && a.rule.priority > b.rule.priority
  if (loser.do === 'review') return winner.do === 'approve' && a.rule.priority > b.rule.priority
  if (loser.do === 'approve')
    return winner.do === 'block' || (winner.do === 'review' && a.rule.priority >= b.rule.priority)
  return false
}

/** A document's rules are compared in so many steps; what is left over then counts as having an effect. */
const PATIENCE_STEPS = 60_000

/** Together at most so many rules are looked at as one that overrules. */
const MAX_TOGETHER = 6

const isSame = (a: Condition, b: Condition): boolean => JSON.stringify(a) === JSON.stringify(b)

function isOverruled(one: Placed, all: readonly Placed[], patience: Patience): boolean {
  const stronger = all
    .filter((other) => other.place !== one.place && overrules(other, one))
    .map(({ rule }): Condition => rule.when)
  return (
    stronger.some((when) => isSame(one.rule.when, when)) ||
    stronger.some((when) => implies(one.rule.when, [when], patience)) ||
    (stronger.length > 1 && stronger.length <= MAX_TOGETHER && implies(one.rule.when, stronger, patience))
  )
}

/** Rules that can never have an effect: their conditions contradict themselves, or stronger rules always hold with them. */
export function lintReach({ rules }: Policy): PolicyFinding[] {
  const patience = { left: PATIENCE_STEPS }
  const all = rules.flatMap((rule, place) => rule.actions.map((action): Placed => ({ rule, place, action })))
  return rules.flatMap((rule, place) => {
    const pointer = `/rules/${place}`
    // A test that nothing fulfils is told by itself.
    if (testsIn(rule.when, '').some(({ test }) => !fits(test))) return []
    if (!isPossible(rule.when))
      return [
        finding('unreachable_rule', `${pointer}/when`, 'contradicts itself: the rule can match nothing'),
      ]
    const own = all.filter((placed) => placed.place === place)
    const overruled = own.map((placed) => isOverruled(placed, all, patience))
    if (overruled.every(Boolean))
      return [
        finding(
          'unreachable_rule',
          pointer,
          'whenever the rule holds, stronger ones say otherwise: it has no effect',
        ),
      ]
    return overruled.flatMap((is, index) =>
      is
        ? [
            finding(
              'overruled_action',
              `${pointer}/actions/${index}`,
              'whenever the rule holds, a stronger one says otherwise',
            ),
          ]
        : [],
    )
  })
}
