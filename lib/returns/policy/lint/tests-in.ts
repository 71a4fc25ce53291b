import type { Condition, Test } from '@/lib/returns/policy/condition'

/** Every test of a condition with its place. */
export function testsIn(condition: Condition, pointer: string): { test: Test; pointer: string }[] {
  if ('fact' in condition) return [{ test: condition, pointer }]
  if ('not' in condition) return testsIn(condition.not, `${pointer}/not`)
  const [name, parts] = 'all' in condition ? ['all', condition.all] : ['any', condition.any]
  return parts.flatMap((part, index) => testsIn(part, `${pointer}/${name}/${index}`))
}
