import { STATUTORY_DAYS } from '@/lib/returns/policy/decide-window'
import type { Policy, Rule, Window } from '@/lib/returns/policy/schema'
import { finding, type PolicyFinding } from './finding'
import { implies, isPossible } from './possible'
import { reachesEu, statutoryCase, WAY_OUT } from './withdrawal'

const REFUND = { fact: 'return.outcome', is: 'refund' } as const

/** Whether a rule can hold for an EU consumer who withdraws in time and wants the money. */
const reaches = (policy: Policy, rule: Rule): boolean =>
  isPossible({ all: [rule.when, ...statutoryCase(policy), REFUND] })

function windowFinding({ days, from, assumedDays }: Window, pointer: string): PolicyFinding[] {
  if (days === null) return []
  if (days < STATUTORY_DAYS)
    return [
      finding(
        'window_below_statutory',
        `${pointer}/days`,
        `consumers in the EU have ${STATUTORY_DAYS} days from delivery; a rule that shortens them must ${WAY_OUT}`,
      ),
    ]
  return from !== 'delivery' && days < STATUTORY_DAYS + assumedDays
    ? [
        finding(
          'window_before_delivery',
          `${pointer}/from`,
          `counted from ${from}, ${days} days can end before the ${STATUTORY_DAYS} days from delivery that EU consumers have`,
        ),
      ]
    : []
}

/** Whether, for every EU consumer, some rule gives a window in the document's place. */
const isReplaced = (policy: Policy): boolean =>
  implies(
    { all: statutoryCase(policy) },
    policy.rules
      .filter(({ actions }) => actions.some((action) => action.do === 'window'))
      .map(({ when }) => when),
  )

function lintRule(policy: Policy, rule: Rule, pointer: string): PolicyFinding[] {
  if (!reaches(policy, rule)) return []
  return rule.actions.flatMap((action, index): PolicyFinding[] => {
    const at = `${pointer}/actions/${index}`
    switch (action.do) {
      case 'fee':
        return action.fee.outcomes && !action.fee.outcomes.includes('refund')
          ? []
          : [
              finding(
                'fee_on_withdrawal',
                `${at}/fee`,
                `a withdrawal may cost no more than sending the goods back (a method's price): ${WAY_OUT}`,
              ),
            ]
      case 'window':
        return windowFinding(action.window, `${at}/window`)
      case 'outcomes':
        return (action.only && !action.only.includes('refund')) || action.not?.includes('refund')
          ? [
              finding(
                'credit_only',
                at,
                `who withdraws within ${STATUTORY_DAYS} days gets the money back: ${WAY_OUT}`,
              ),
            ]
          : []
      case 'deny':
        return [
          finding(
            'refusal_within_withdrawal',
            at,
            `within ${STATUTORY_DAYS} days this refuses what an EU consumer may withdraw from, unless Art. 16 excepts the goods: ${WAY_OUT}`,
          ),
        ]
      default:
        return []
    }
  })
}

/** What the Consumer Rights Directive (2011/83/EU, Art. 9 to 16) says against a policy. */
export function lintLaw(policy: Policy): PolicyFinding[] {
  if (!reachesEu(policy.methods)) return []
  const outcomes = policy.outcomes.includes('refund')
    ? []
    : [finding('credit_only', '/outcomes', 'an EU consumer who withdraws gets the money back: add refund')]
  const reasons = policy.reasons.flatMap((reason, index) =>
    reason.outcomes && !reason.outcomes.includes('refund') && reason.fault === 'shopper'
      ? [
          finding(
            'credit_only',
            `/reasons/${index}/outcomes`,
            'whoever chooses this reason within the right of withdrawal gets the money back: add refund',
          ),
        ]
      : [],
  )
  return [
    ...(isReplaced(policy) ? [] : windowFinding(policy.window, '/window')),
    ...outcomes,
    ...reasons,
    ...policy.rules.flatMap((rule, index) => lintRule(policy, rule, `/rules/${index}`)),
  ]
}
