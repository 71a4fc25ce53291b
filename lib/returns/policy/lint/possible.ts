import type { Condition, Test } from '@/lib/returns/policy/condition'
import { type FactKind, kindOf } from '@/lib/returns/policy/fact-kinds'
import type { FactName } from '@/lib/returns/policy/fact-names'
import { passes } from '@/lib/returns/policy/passes'

/** A test that must hold, or must not. */
type Literal = { test: Test; positive: boolean }
type Node = { literal: Literal } | { and: Node[] } | { or: Node[] }

/** Beyond so many steps a condition counts as possible: better no word than a wrong one. */
const MAX_STEPS = 2000

/** How many steps a whole document may still take. */
export type Patience = { left: number }

function nodeOf(condition: Condition, positive: boolean): Node {
  if ('not' in condition) return nodeOf(condition.not, !positive)
  if ('fact' in condition) return { literal: { test: condition, positive } }
  const [parts, isAnd] = 'all' in condition ? [condition.all, positive] : [condition.any, !positive]
  const nodes = parts.map((part) => nodeOf(part, positive))
  return isAnd ? { and: nodes } : { or: nodes }
}

const TYPES = { text: 'string', day: 'string', number: 'number', boolean: 'boolean' } as const

/** Whether a test can be fulfilled by anything that the fact can be. */
export function fits(test: Test): boolean {
  const kind: FactKind = kindOf(test.fact)
  if (test.has !== undefined)
    return kind.type === 'list' && test.has.some((value) => typeof value === 'string')
  if (kind.type === 'list') return false
  const values = test.is !== undefined ? [test.is] : test.in
  if (values) return values.some((value) => typeof value === TYPES[kind.type] && isWithin(kind, value))
  if (test.startsWith !== undefined) return kind.type === 'text' || kind.type === 'day'
  const bound = test.atLeast ?? test.atMost
  if (typeof bound !== TYPES[kind.type] || kind.type === 'boolean') return false
  if (kind.type !== 'number' || typeof bound !== 'number') return kind.type !== 'text'
  return test.atLeast !== undefined ? bound <= (kind.most ?? bound) : bound >= (kind.least ?? bound)
}

const isWithin = (kind: FactKind, value: string | number | boolean): boolean => {
  if (kind.type === 'text') return !kind.values || kind.values.some((one) => one === value)
  if (kind.type !== 'number' || typeof value !== 'number') return true
  return value >= (kind.least ?? value) && value <= (kind.most ?? value)
}

type Bound = { at: number | string; open: boolean }

/** Where a range begins and ends that all literals of a fact leave; an end that is `open` isn't in it. */
function isEmptyRange(literals: readonly Literal[], kind: FactKind): boolean {
  const lows: Bound[] = []
  const highs: Bound[] = []
  if (kind.type === 'number' && kind.least !== undefined) lows.push({ at: kind.least, open: false })
  if (kind.type === 'number' && kind.most !== undefined) highs.push({ at: kind.most, open: false })
  for (const { test, positive } of literals) {
    if (test.atLeast !== undefined) (positive ? lows : highs).push({ at: test.atLeast, open: !positive })
    if (test.atMost !== undefined) (positive ? highs : lows).push({ at: test.atMost, open: !positive })
  }
  return lows.some((low) =>
    highs.some((high) => low.at > high.at || (low.at === high.at && (low.open || high.open))),
  )
}

/** Two beginnings of one text, of which neither begins the other; or one that is both asked for and forbidden. */
function isNoStart(literals: readonly Literal[]): boolean {
  const starts = (sign: boolean): string[] =>
    literals.flatMap(({ test, positive }) => (positive === sign ? (test.startsWith ?? []) : []))
  const asked = starts(true)
  return (
    asked.some((one) => asked.some((two) => !one.startsWith(two) && !two.startsWith(one))) ||
    asked.some((one) => starts(false).some((two) => one.startsWith(two)))
  )
}

/** Whether some value of one fact fulfils all of its literals. */
function isPossibleFor(name: FactName, all: readonly Literal[]): boolean {
  const kind = kindOf(name)
  // What nothing can fulfil is always not so: it leaves every value.
  const literals = all.filter(({ test, positive }) => positive || fits(test))
  const positives = literals.filter(({ positive }) => positive)
  if (positives.some(({ test }) => !fits(test))) return false
  const forbidden = new Set(literals.flatMap(({ test, positive }) => (positive ? [] : (test.has ?? []))))
  if (positives.some(({ test }) => test.has?.every((value) => forbidden.has(value)))) return false
  const closed =
    kind.type === 'boolean' ? [true, false] : kind.type === 'text' && kind.values ? [...kind.values] : null
  const named = positives.flatMap(({ test }) =>
    test.is !== undefined ? [[test.is]] : test.in ? [test.in] : [],
  )
  const candidates = named[0] ?? closed
  if (candidates)
    return candidates.some((value) =>
      literals.every(({ test, positive }) => passes(test, value) === positive),
    )
  return !isNoStart(literals) && !isEmptyRange(literals, kind)
}

/** Whether any facts at all make a condition hold; what takes too long to find out counts as possible. */
export function isPossible(condition: Condition, patience: Patience = { left: MAX_STEPS }): boolean {
  const end = patience.left - MAX_STEPS
  const search = (pending: readonly Node[], literals: ReadonlyMap<FactName, readonly Literal[]>): boolean => {
    if (--patience.left < Math.max(0, end)) return true
    const [next, ...rest] = pending
    if (!next) return true
    if ('and' in next) return search([...next.and, ...rest], literals)
    // Alternatives last: by then most of them contradict what is settled.
    if ('or' in next && rest.some((node) => !('or' in node)))
      return search(
        [...rest.filter((node) => !('or' in node)), next, ...rest.filter((node) => 'or' in node)],
        literals,
      )
    if ('or' in next) return next.or.some((branch) => search([branch, ...rest], literals))
    const { fact } = next.literal.test
    const own = [...(literals.get(fact) ?? []), next.literal]
    return isPossibleFor(fact, own) && search(rest, new Map(literals).set(fact, own))
  }
  return search([nodeOf(condition, true)], new Map())
}

/** Whether one condition can't hold without another (or one of several). */
export const implies = (condition: Condition, others: readonly Condition[], patience?: Patience): boolean =>
  !isPossible({ all: [condition, ...others.map((other) => ({ not: other }))] }, patience)
