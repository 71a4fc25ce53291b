import type { Test } from './condition'

/** What is known of a fact. */
export type KnownValue = string | number | boolean | readonly string[]

const isList = (value: KnownValue): value is readonly string[] => Array.isArray(value)

/** Days compare as texts, amounts as numbers; a text and a number don't compare. */
const atLeast = (value: KnownValue, bound: number | string): boolean =>
  (typeof value === 'number' && typeof bound === 'number' && value >= bound) ||
  (typeof value === 'string' && typeof bound === 'string' && value >= bound)

const atMost = (value: KnownValue, bound: number | string): boolean =>
  (typeof value === 'number' && typeof bound === 'number' && value <= bound) ||
  (typeof value === 'string' && typeof bound === 'string' && value <= bound)

/** Whether a known value fulfils a test. */
export function passes(test: Test, value: KnownValue): boolean {
  if (test.has !== undefined) return isList(value) && value.some((entry) => test.has?.includes(entry))
  if (isList(value)) return false
  if (test.is !== undefined) return value === test.is
  if (test.in !== undefined) return test.in.includes(value)
  if (test.atLeast !== undefined) return atLeast(value, test.atLeast)
  if (test.atMost !== undefined) return atMost(value, test.atMost)
  return test.startsWith !== undefined && typeof value === 'string' && value.startsWith(test.startsWith)
}
