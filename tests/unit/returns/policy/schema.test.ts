import { describe, expect, it } from 'vitest'
import { defaultPolicy } from '@/lib/returns/policy/default-policy'
import { policySchema } from '@/lib/returns/policy/schema'

const policy = defaultPolicy({ currency: 'EUR', locales: ['en'], destination: null, shopName: 'Alpenglück' })
const test = { fact: 'line.sku', is: 'A' } as const
const rules = (count: number, when: object) =>
  policySchema.safeParse({
    ...policy,
    rules: Array.from({ length: count }, (_, index) => ({
      id: `r${index}`,
      when,
      actions: [{ do: 'review', words: { en: 'Look' } }],
    })),
  })

describe('a policy', () => {
  it('asks as much as its shop can wait for', () => {
    const when = (tests: number) => ({ any: [{ not: { all: Array(tests).fill(test) } }] })
    const parsed = rules(200, when(10))
    expect(parsed.error?.issues ?? []).toEqual([])
    expect(rules(200, when(11)).error?.issues).toMatchObject([{ path: ['rules'] }])
  })
})
