import type { Action, Policy } from './policy/schema'

const withoutAmounts = (actions: readonly Action[]): Action[] =>
  actions.flatMap((action): Action[] => {
    if (action.do === 'fee') return action.fee.amount == null ? [action] : []
    return [action.do === 'bonus' ? { ...action, amount: 0 } : action]
  })

/**
 * A policy for orders of one currency. Its amounts are of its own one and mean nothing in another: there they are not asked for
 * (fees, prices of methods) nor given (a flat bonus, the limit for keeping); percentages hold everywhere.
 */
export function policyInCurrency(policy: Policy, currency: string): Policy {
  if (policy.currency === currency) return policy
  return {
    ...policy,
    currency,
    methods: policy.methods.map((method) => ({ ...method, price: 0 })),
    storeCredit: { ...policy.storeCredit, bonusAmount: 0 },
    keepBelow: null,
    rules: policy.rules.flatMap((rule) => {
      const actions = withoutAmounts(rule.actions)
      return actions.length > 0 ? [{ ...rule, actions }] : []
    }),
  }
}
