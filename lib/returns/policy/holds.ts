import type { Condition, Test } from './condition'
import { type Asked, type FactValue, factValue } from './fact-value'

type Known = Exclude<FactValue, null>

const isList = (value: Known): value is readonly string[] => Array.isArray(value)

/** Days compare as texts, amounts as numbers; a text and a number don't compare. */
const atLeast = (value: Known, bound: number | string): boolean =>
  (typeof value === 'number' && typeof bound === 'number' && value >= bound) ||
  (typeof value === 'string' && typeof bound === 'string' && value >= bound)

const atMost = (value: Known, bound: number | string): boolean =>
  (typeof value === 'number' && typeof bound === 'number' && value <= bound) ||
  (typeof value === 'string' && typeof bound === 'string' && value <= bound)

function passes(test: Test, value: Known): boolean {
  if (test.has !== undefined) return isList(value) && value.some((entry) => test.has?.includes(entry))
  if (isList(value)) return false
  if (test.is !== undefined) return value === test.is
  if (test.in !== undefined) return test.in.includes(value)
  if (test.atLeast !== undefined) return atLeast(value, test.atLeast)
  if (test.atMost !== undefined) return atMost(value, test.atMost)
  return test.startsWith !== undefined && typeof value === 'string' && value.startsWith(test.startsWith)
}

/**
 * Whether a condition holds, in Kleene's three values: null is "nobody knows". A test of an unknown fact is unknown, and so is its
 * negation: neither makes a rule hold.
 */
export function truthOf(condition: Condition, asked: Asked): boolean | null {
  if ('all' in condition) return fold(condition.all, asked, false)
  if ('any' in condition) return fold(condition.any, asked, true)
  if ('not' in condition) {
    const inner = truthOf(condition.not, asked)
    return inner === null ? null : !inner
  }
  const value = factValue(condition.fact, asked)
  return value === null ? null : passes(condition, value)
}

/** `decisive` settles it at once; otherwise one unknown makes the whole unknown. */
function fold(parts: readonly Condition[], asked: Asked, decisive: boolean): boolean | null {
  let unknown = false
  for (const part of parts) {
    const truth = truthOf(part, asked)
    if (truth === decisive) return decisive
    unknown ||= truth === null
  }
  return unknown ? null : !decisive
}

/** Whether a condition certainly holds. */
export const holds = (condition: Condition, asked: Asked): boolean => truthOf(condition, asked) === true
