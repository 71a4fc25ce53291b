import { describe, expect, it } from 'vitest'
import { parseShopId } from '@/lib/core/ids'
import { translator } from '@/lib/i18n/translator'
import type { Facts } from '@/lib/returns/policy/facts'
import { type PolicyInput, policySchema } from '@/lib/returns/policy/schema'
import { simulatePolicy } from '@/lib/returns/policy/simulate-policy'
import type { PastReturn } from '@/lib/returns/policy/simulation/past-return'
import { simulationJson } from '@/lib/returns/policy/simulation/simulation-json'
import { usualFacts } from './usual-facts'

const words = { en: 'Restocking', de: 'Wiedereinlagerung' }

const base: PolicyInput = {
  schema: 1,
  currency: 'EUR',
  window: { days: 30, from: 'delivery' },
  reasons: [{ id: 'any', texts: words }],
  outcomes: ['refund', 'store_credit'],
  methods: [{ kind: 'label', id: 'label', texts: words, carrier: 'dhl', price: 300 }],
  destinations: [
    { id: 'shop', name: 'Shop', line1: 'Weg 1', postalCode: '10115', city: 'Berlin', countryCode: 'DE' },
  ],
}
const current = policySchema.parse(base)
const draftOf = (more: Partial<PolicyInput>) => policySchema.parse({ ...base, ...more })

const past = (number: string, more: Partial<Facts['line']> = {}, currency = 'EUR'): PastReturn => {
  const usual = usualFacts()
  const facts: Facts = {
    ...usual,
    order: { ...usual.order, currency },
    line: { ...usual.line, ...more },
    choice: { ...usual.choice, reason: 'any', outcome: 'refund' },
    return: { ...usual.return, method: 'label', methodKind: 'label' },
  }
  return {
    number,
    currency,
    askedOn: facts.today,
    method: 'label',
    items: [
      {
        key: '1',
        orderId: 'order',
        orderNumber: 'AG-1',
        lineId: '1',
        title: 'Jacket',
        quantity: 1,
        outcome: 'refund',
        paid: 5000,
        facts,
      },
    ],
  }
}

const speaker = {
  id: parseShopId('019aa5c2-6a58-7c1e-9d3b-0f6f2f0b7a11'),
  version: 1,
  address: 'informal' as const,
  wording: {},
  timeZone: 'Europe/Berlin',
}
const summaryOf = (draft: ReturnType<typeof draftOf>, returns: PastReturn[], locale: 'en' | 'de' = 'en') =>
  simulationJson(simulatePolicy({ current, draft, returns }), {
    talk: translator(speaker, locale),
    today: '2026-11-20',
  }).summary

const early = (number: string) => past(number, { deliveredOn: '2026-10-20' })

describe('a simulation', () => {
  it('says so where nothing would change', () => {
    expect(summaryOf(draftOf({}), [past('R1'), past('R2')])).toEqual([
      'Nothing would change: 2 returns worked out again.',
    ])
  })

  it('counts returns that would be refused, with the words they would hear', () => {
    const draft = draftOf({ window: { days: 14, from: 'delivery' } })
    const simulation = simulatePolicy({ current, draft, returns: [early('R1'), past('R2'), early('R3')] })
    expect(simulation.effects).toMatchObject({ refused: 2, allowed: 0, charges: 0 })
    expect(simulation.differences.map(({ number }) => number)).toEqual(['R1', 'R3'])
    expect(summaryOf(draft, [early('R1'), past('R2'), early('R3')])).toEqual(['2 returns would be refused'])
    const json = simulationJson(simulation, { talk: translator(speaker, 'en'), today: '2026-11-20' })
    expect(json.differences[0]).toMatchObject({
      before: { verdict: 'possible', total: 300 },
      after: {
        verdict: 'refused',
        refusals: [{ line: '1', words: 'The return window closed on Tuesday 3 November.' }],
        total: 0,
      },
      lines: [
        {
          order: 'AG-1',
          title: 'Jacket',
          lost: [{ rule: null, effect: 'window', words: '30 days from delivery.' }],
          gained: [{ effect: 'closed' }, { effect: 'window', words: '14 days from delivery.' }],
        },
      ],
    })
  })

  it('sums up fees to the cent, with their sign and in the reader’s language', () => {
    const rules: PolicyInput['rules'] = [
      {
        id: 'restocking',
        when: { fact: 'line.category', is: 'sofas' },
        actions: [{ do: 'fee', fee: { id: 'restocking', texts: words, percent: 12.5 } }],
      },
    ]
    const returns = [past('R1', { category: 'sofas' }), past('R2'), past('R3', { category: 'sofas' })]
    const { charges, effects } = simulatePolicy({ current, draft: draftOf({ rules }), returns })
    expect(charges).toEqual([
      { currency: 'EUR', before: { count: 3, amount: 900 }, after: { count: 5, amount: 2150 } },
    ])
    expect(effects.charges).toBe(2)
    expect(summaryOf(draftOf({ rules }), returns)).toEqual(['2 more fees, +€12.50'])
    expect(summaryOf(draftOf({ rules }), returns, 'de')).toEqual(['2 Gebühren mehr, +12,50\u00a0€'])
  })

  it('tells a price that only changes from one that is gone', () => {
    const method = { kind: 'label' as const, id: 'label', texts: words, carrier: 'dhl' }
    expect(summaryOf(draftOf({ methods: [{ ...method, price: 200 }] }), [past('R1')])).toEqual([
      'the same number of fees, -€1.00',
    ])
    expect(summaryOf(draftOf({ methods: [{ ...method, price: 0 }] }), [past('R1')])).toEqual([
      '1 fee less, -€3.00',
    ])
  })

  it('leaves out the charges of what either policy refuses', () => {
    const draft = draftOf({ window: { days: 14, from: 'delivery' } })
    expect(simulatePolicy({ current, draft, returns: [early('R1')] }).charges).toEqual([])
  })

  it('tells a refusal from a choice that is no longer offered, and either from a review', () => {
    const draft = draftOf({ outcomes: ['store_credit'] })
    expect(simulatePolicy({ current, draft, returns: [past('R1')] }).effects).toMatchObject({
      refused: 0,
      choice_lost: 1,
    })
    expect(summaryOf(draft, [past('R1')])).toEqual(['1 return would not get what was chosen'])
    expect(summaryOf(draftOf({ autoApprove: false }), [past('R1')])).toEqual([
      '1 return would wait for a person',
    ])
  })

  it('counts the other way round too', () => {
    const strict = draftOf({ autoApprove: false, window: { days: 14, from: 'delivery' } })
    const { effects } = simulatePolicy({
      current: strict,
      draft: current,
      returns: [early('R1'), past('R2')],
    })
    expect(effects).toMatchObject({ allowed: 1, unreviewed: 2, refused: 0, reviewed: 0 })
  })

  it('keeps currencies apart: amounts of one mean nothing in another', () => {
    const method = { kind: 'label' as const, id: 'label', texts: words, carrier: 'dhl', price: 500 }
    const { charges } = simulatePolicy({
      current,
      draft: draftOf({ methods: [method] }),
      returns: [past('R1'), past('R2', {}, 'CHF')],
    })
    expect(charges).toEqual([
      { currency: 'EUR', before: { count: 1, amount: 300 }, after: { count: 1, amount: 500 } },
      { currency: 'CHF', before: { count: 0, amount: 0 }, after: { count: 0, amount: 0 } },
    ])
  })
})
