import type { Condition } from './condition'
import { type Asked, factValue } from './fact-value'
import { passes } from './passes'

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
