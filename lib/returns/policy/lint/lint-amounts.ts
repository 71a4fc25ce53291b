import type { Condition } from '@/lib/returns/policy/condition'
import type { FactName } from '@/lib/returns/policy/fact-names'
import type { Policy } from '@/lib/returns/policy/schema'
import { finding, type LintOptions, type PolicyFinding } from './finding'

const PRICES: ReadonlySet<FactName> = new Set(['line.paid', 'line.price', 'return.value', 'order.total'])

/** The most that something can cost where a condition holds; null: no bound. */
function mostPaid(condition: Condition): number | null {
  if ('all' in condition) {
    const bounds = condition.all.flatMap((part) => mostPaid(part) ?? [])
    return bounds.length > 0 ? Math.min(...bounds) : null
  }
  if ('any' in condition) {
    const bounds = condition.any.map(mostPaid)
    return bounds.some((bound) => bound === null) ? null : Math.max(...bounds.map((bound) => bound ?? 0))
  }
  if ('not' in condition) return null
  const { fact, atMost, is } = condition
  if (!PRICES.has(fact)) return null
  return typeof atMost === 'number' ? atMost : typeof is === 'number' ? is : null
}

/** Fees beyond what was paid, and other figures that don't go together. */
export function lintAmounts(policy: Policy, { today, lowestPrice }: LintOptions): PolicyFinding[] {
  const fees = policy.rules.flatMap(({ when, actions }, index) => {
    const bound = mostPaid(when) ?? lowestPrice ?? null
    return actions.flatMap((action, place) =>
      action.do === 'fee' && bound !== null && (action.fee.amount ?? 0) > bound
        ? [
            finding(
              'fee_above_price',
              `/rules/${index}/actions/${place}/fee/amount`,
              `can be more than what was paid (${bound}); no more than that is ever kept back`,
            ),
          ]
        : [],
    )
  })
  const seasons = policy.rules.flatMap(({ actions }, index) =>
    actions.flatMap((action, place) =>
      action.do === 'extend' && today !== undefined && action.until < today
        ? [
            finding(
              'season_over',
              `/rules/${index}/actions/${place}/until`,
              'lies in the past: nothing is extended any more',
            ),
          ]
        : [],
    ),
  )
  const { voidAfterDays, remindDaysBefore } = policy.label
  return [
    ...fees,
    ...seasons,
    ...(policy.outcomes.includes('keep')
      ? [
          finding(
            'keep_without_limit',
            `/outcomes/${policy.outcomes.indexOf('keep')}`,
            'says nothing here: keepBelow and the action keep decide what may be kept',
          ),
        ]
      : []),
    ...(policy.reasons.every(({ categories }) => categories.length > 0)
      ? [
          finding(
            'no_common_reason',
            '/reasons',
            'an item of another category, or of none, has no reason to choose from',
          ),
        ]
      : []),
    ...(remindDaysBefore >= voidAfterDays
      ? [
          finding(
            'reminder_before_label',
            '/label/remindDaysBefore',
            'the reminder would come before the label is made',
          ),
        ]
      : []),
  ]
}
