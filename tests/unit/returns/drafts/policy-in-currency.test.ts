import { describe, expect, it } from 'vitest'
import { policySchema } from '@/lib/returns/policy/schema'
import { policyInCurrency } from '@/lib/returns/policy-in-currency'
import { RICH_POLICY } from '@/tests/support/sample-drafts'

const texts = { en: 'Handling' }
const always = { all: [] }
const policy = policySchema.parse({
  ...RICH_POLICY,
  storeCredit: { bonusPercent: 10, bonusAmount: 500 },
  rules: [
    { id: 'flat', when: always, actions: [{ do: 'fee', fee: { id: 'flat', texts, amount: 300 } }] },
    { id: 'part', when: always, actions: [{ do: 'fee', fee: { id: 'part', texts, percent: 5 } }] },
    { id: 'gift', when: always, actions: [{ do: 'bonus', percent: 5, amount: 200 }, { do: 'photos' }] },
  ],
})

describe('a policy for orders of another currency', () => {
  it('asks for none of its amounts and gives none; percentages stay', () => {
    const other = policyInCurrency(policy, 'JPY')
    expect(other.currency).toBe('JPY')
    expect(other.methods.map(({ price }) => price)).toEqual(policy.methods.map(() => 0))
    expect(other.storeCredit).toEqual({ bonusPercent: 10, bonusAmount: 0 })
    expect(other.keepBelow).toBeNull()
    expect(other.rules.map(({ id, actions }) => [id, actions])).toMatchObject([
      ['part', [{ do: 'fee', fee: { percent: 5 } }]],
      ['gift', [{ do: 'bonus', percent: 5, amount: 0 }, { do: 'photos' }]],
    ])
  })

  it('is the same where the currency is', () => {
    expect(policyInCurrency(policy, 'EUR')).toBe(policy)
  })
})
