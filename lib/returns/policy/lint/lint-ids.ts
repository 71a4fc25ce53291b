import type { FactName } from '@/lib/returns/policy/fact-names'
import type { Action, Policy, Rule } from '@/lib/returns/policy/schema'
import { finding, type PolicyFinding } from './finding'
import { fits } from './possible'
import { testsIn } from './tests-in'

type Known = Record<'reason' | 'subReason' | 'method' | 'destination' | 'fee', ReadonlySet<string>>

const knownIn = ({ reasons, methods, destinations, rules }: Policy): Known => ({
  reason: new Set(reasons.map(({ id }) => id)),
  subReason: new Set(reasons.flatMap(({ subReasons }) => subReasons.map(({ id }) => id))),
  method: new Set(methods.map(({ id }) => id)),
  destination: new Set(destinations.map(({ id }) => id)),
  fee: new Set(
    rules.flatMap(({ actions }) => actions.flatMap((action) => (action.do === 'fee' ? action.fee.id : []))),
  ),
})

/** Facts whose values are ids of the document. */
const ID_FACTS: Partial<Record<FactName, keyof Known>> = {
  'return.reason': 'reason',
  'return.subReason': 'subReason',
  'return.method': 'method',
  'return.destination': 'destination',
}

const NAMES = {
  reason: 'reason',
  subReason: 'sub-reason',
  method: 'method',
  destination: 'destination',
  fee: 'fee',
} as const satisfies Record<keyof Known, string>

const unknown = (known: Known, what: keyof Known, id: string, pointer: string): PolicyFinding[] =>
  known[what].has(id) ? [] : [finding('unknown_id', pointer, `there is no ${NAMES[what]} of the id ${id}`)]

const inList = (known: Known, what: keyof Known, ids: readonly string[] | undefined, pointer: string) =>
  (ids ?? []).flatMap((id, index) => unknown(known, what, id, `${pointer}/${index}`))

function lintAction(known: Known, action: Action, at: string): PolicyFinding[] {
  switch (action.do) {
    case 'reasons':
      return [
        ...inList(known, 'reason', action.only, `${at}/only`),
        ...inList(known, 'reason', action.not, `${at}/not`),
      ]
    case 'methods':
      return [
        ...inList(known, 'method', action.only, `${at}/only`),
        ...inList(known, 'method', action.not, `${at}/not`),
      ]
    case 'free_methods':
      return inList(known, 'method', action.ids, `${at}/ids`)
    case 'waive_fees':
      return inList(known, 'fee', action.ids, `${at}/ids`)
    case 'destination':
      return unknown(known, 'destination', action.id, `${at}/id`)
    default:
      return []
  }
}

function lintRule(known: Known, rule: Rule, pointer: string): PolicyFinding[] {
  const tests = testsIn(rule.when, `${pointer}/when`)
  const asksDestination = tests.some(({ test }) => test.fact === 'return.destination')
  return [
    ...tests.flatMap(({ test, pointer: at }) => {
      const what = ID_FACTS[test.fact]
      if (!fits(test))
        return [
          finding(
            'impossible_test',
            at,
            `${test.fact} can never be that: compare it with values of its kind`,
          ),
        ]
      if (!what) return []
      const [name, ids] = test.in ? ['in', test.in] : ['is', test.is === undefined ? [] : [test.is]]
      return ids.flatMap((id, index) =>
        unknown(known, what, String(id), name === 'in' ? `${at}/in/${index}` : `${at}/is`),
      )
    }),
    ...rule.actions.flatMap((action, index) => [
      ...lintAction(known, action, `${pointer}/actions/${index}`),
      ...(action.do === 'destination' && asksDestination
        ? [
            finding(
              'circular_destination',
              `${pointer}/actions/${index}`,
              'the destination can’t be decided by a rule that asks for it',
            ),
          ]
        : []),
    ]),
  ]
}

const twice = (entries: readonly { id: string }[], pointer: string): PolicyFinding[] =>
  entries.flatMap(({ id }, index) =>
    entries.findIndex((entry) => entry.id === id) === index
      ? []
      : [finding('duplicate_id', `${pointer}/${index}/id`, `the id ${id} occurs twice`)],
  )

/** Ids that occur twice or lead nowhere, and tests that nothing can fulfil. */
export function lintIds(policy: Policy): PolicyFinding[] {
  const known = knownIn(policy)
  return [
    ...twice(policy.reasons, '/reasons'),
    ...policy.reasons.flatMap(({ subReasons }, index) => twice(subReasons, `/reasons/${index}/subReasons`)),
    ...twice(policy.methods, '/methods'),
    ...policy.methods.flatMap((method, index) =>
      method.kind === 'store' ? twice(method.stores, `/methods/${index}/stores`) : [],
    ),
    ...twice(policy.destinations, '/destinations'),
    ...twice(policy.rules, '/rules'),
    ...policy.rules.flatMap((rule, index) => lintRule(known, rule, `/rules/${index}`)),
  ]
}
