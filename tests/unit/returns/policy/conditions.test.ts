import { describe, expect, it } from 'vitest'
import { type Condition, conditionSchema } from '@/lib/returns/policy/condition'
import { FACT_NAMES } from '@/lib/returns/policy/fact-names'
import { factValue } from '@/lib/returns/policy/fact-value'
import { truthOf } from '@/lib/returns/policy/holds'
import { policySchema } from '@/lib/returns/policy/schema'
import { usualFacts } from './usual-facts'

const policy = policySchema.parse({
  schema: 1,
  currency: 'EUR',
  window: { days: 30, from: 'delivery' },
  reasons: [{ id: 'any', texts: { en: 'Any' }, fault: 'shop' }],
  outcomes: ['refund'],
  methods: [{ kind: 'own_carrier', id: 'own', texts: { en: 'Own' } }],
  destinations: [{ id: 'shop', name: 'S', line1: 'W', postalCode: '1', city: 'B', countryCode: 'DE' }],
})

const usual = usualFacts()
const asked = {
  policy,
  facts: {
    ...usual,
    customer: { ...usual.customer, returns: 1, tags: ['gold'], returnedOn: ['2026-10-01', '2026-01-01'] },
    order: { ...usual.order, country: null, discount: 5000, total: 15000 },
    line: { ...usual.line, price: 8000, paid: 5000 },
    choice: { ...usual.choice, reason: 'any' },
  },
  reason: policy.reasons[0] ?? null,
  destination: null,
}

const KNOWN: Condition = { fact: 'line.paid', atLeast: 5000 }
const FALSE: Condition = { fact: 'line.paid', atLeast: 5001 }
const UNKNOWN: Condition = { fact: 'order.country', is: 'DE' }

describe('a condition', () => {
  it.each<[string, Condition, boolean | null]>([
    ['a known fact', KNOWN, true],
    ['an unknown fact', UNKNOWN, null],
    ['an unknown fact, negated', { not: UNKNOWN }, null],
    ['an unknown fact, negated twice', { not: { not: UNKNOWN } }, null],
    ['nothing', { all: [] }, true],
    ['all of known and unknown', { all: [KNOWN, UNKNOWN] }, null],
    ['all of false and unknown', { all: [UNKNOWN, FALSE] }, false],
    ['one of known and unknown', { any: [UNKNOWN, KNOWN] }, true],
    ['one of false and unknown', { any: [FALSE, UNKNOWN] }, null],
    ['not one of false and unknown', { not: { any: [FALSE, UNKNOWN] } }, null],
    ['not all of false and unknown', { not: { all: [FALSE, UNKNOWN] } }, true],
    ['a list that has it', { fact: 'customer.tags', has: ['silver', 'gold'] }, true],
    ['a list that hasn’t', { not: { fact: 'customer.tags', has: ['silver'] } }, true],
    ['a beginning', { fact: 'line.sku', startsWith: 'SKU' }, true],
    ['another beginning', { fact: 'line.sku', startsWith: 'sku' }, false],
    ['a day', { fact: 'order.placedOn', atMost: '2026-10-28' }, true],
    ['a day and a number', { fact: 'order.placedOn', atMost: 20261028 }, false],
  ])('of %s', (_what, condition, truth) => {
    expect(truthOf(condition, asked)).toBe(truth)
  })

  it('asks exactly one thing of a fact that exists', () => {
    for (const wrong of [
      { fact: 'line.paid' },
      { fact: 'line.paid', atLeast: 1, atMost: 2 },
      { fact: 'line.colour', is: 'red' },
      { fact: 'line.paid', is: 1, surprise: true },
      { any: [] },
      { all: [{ not: { fact: 'line.paid', in: [] } }] },
    ])
      expect(conditionSchema.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false)
  })
})

describe('facts', () => {
  it.each([
    ['customer.recentReturns', 1],
    ['customer.returnShare', 50],
    ['order.age', 13],
    ['order.discountPercent', 25],
    ['line.discountPercent', 37.5],
    ['line.daysSinceDelivery', 9],
    ['line.daysSinceStart', 9],
    ['return.fault', 'shop'],
    ['return.destination', null],
    ['order.country', null],
    ['today', '2026-11-10'],
  ] as const)('%s is %s', (name, value) => {
    expect(factValue(name, asked)).toBe(value)
  })

  it('of the history of a customer whom nobody knows are unknown', () => {
    const stranger = { ...asked, facts: { ...asked.facts, customer: { ...usual.customer, key: null } } }
    for (const name of FACT_NAMES.filter((one) => one.startsWith('customer.') && one !== 'customer.tags'))
      expect(factValue(name, stranger), name).toBeNull()
  })
})
