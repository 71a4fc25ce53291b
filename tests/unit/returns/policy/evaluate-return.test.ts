import { describe, expect, it } from 'vitest'
import { evaluateReturn } from '@/lib/returns/policy/evaluate-return'
import type { Facts } from '@/lib/returns/policy/facts'
import { type PolicyInput, policySchema } from '@/lib/returns/policy/schema'
import { usualFacts } from './usual-facts'

const words = (en: string) => ({ en })

const input: PolicyInput = {
  schema: 1,
  currency: 'EUR',
  window: { days: 30, from: 'delivery' },
  reasons: [
    { id: 'mind', texts: words('Changed my mind') },
    { id: 'damaged', texts: words('Damaged'), fault: 'shop' },
  ],
  outcomes: ['refund', 'store_credit', 'replacement'],
  methods: [
    { kind: 'label', id: 'label', texts: words('Label'), carrier: 'dhl', price: 490 },
    { kind: 'qr', id: 'qr', texts: words('QR'), carrier: 'dhl' },
    { kind: 'pickup', id: 'pickup', texts: words('Pickup'), carrier: 'dhl', price: 990 },
  ],
  destinations: ['one', 'two'].map((id) => ({
    id,
    name: id,
    line1: 'Weg 1',
    postalCode: '10115',
    city: 'Berlin',
    countryCode: 'DE',
  })),
  keepBelow: 500,
  limits: { itemsPerReturn: 3 },
  rules: [
    {
      id: 'battery',
      when: { fact: 'line.tags', has: ['battery'] },
      actions: [{ do: 'methods', not: ['qr'] }],
    },
    {
      id: 'sofa',
      when: { fact: 'line.category', is: 'sofas' },
      actions: [{ do: 'methods', only: ['pickup'] }],
    },
    {
      id: 'mail',
      when: { fact: 'line.category', is: 'letters' },
      actions: [{ do: 'methods', only: ['qr'] }],
    },
    {
      id: 'outlet',
      when: { fact: 'line.tags', has: ['outlet'] },
      actions: [{ do: 'destination', id: 'two' }],
    },
    {
      id: 'dear',
      when: { fact: 'line.paid', atLeast: 10000 },
      actions: [
        { do: 'review', words: words('We look at dear things.') },
        { do: 'refund_trigger', when: 'check' },
      ],
    },
    {
      id: 'cheap',
      when: { fact: 'line.paid', atMost: 9999 },
      actions: [
        { do: 'refund_trigger', when: 'first_scan' },
        { do: 'ship_exchange', when: 'at_once' },
      ],
    },
  ],
}
const policy = policySchema.parse(input)

const item = (id: string, more: Partial<{ [K in keyof Facts]: Partial<Facts[K]> }> = {}): Facts => {
  const usual = usualFacts()
  return {
    ...usual,
    line: { ...usual.line, id, ...more.line },
    choice: { ...usual.choice, reason: 'mind', outcome: 'refund', ...more.choice },
    return: { ...usual.return, ...more.return },
  }
}

const keysOf = (lines: Facts[]) =>
  evaluateReturn(policy, lines).refusals.map(({ lineId, phrase }) => [
    lineId,
    'key' in phrase ? phrase.key : phrase.own.en,
  ])

describe('a whole return', () => {
  it('travels by a method that every item allows, free where it is for each', () => {
    const battery = item('2', { line: { tags: ['battery'] } })
    expect(evaluateReturn(policy, [item('1'), battery])).toMatchObject({
      methods: ['label', 'pickup'],
      freeMethods: [],
      refusals: [],
    })
    const damaged = item('2', { choice: { reason: 'damaged' } })
    expect(evaluateReturn(policy, [item('1'), damaged]).freeMethods).toEqual(['qr'])
    expect(evaluateReturn(policy, [damaged]).freeMethods).toEqual(['label', 'qr', 'pickup'])
  })

  it('names the items that can’t travel with the others', () => {
    const sofa = item('2', { line: { category: 'sofas' } })
    const letter = item('3', { line: { category: 'letters' } })
    expect(keysOf([item('1'), sofa, letter])).toEqual([['3', 'refused.otherMethods']])
    expect(evaluateReturn(policy, [item('1'), sofa, letter]).methods).toEqual(['pickup'])
    expect(keysOf([item('1'), item('2', { line: { tags: ['outlet'] } })])).toEqual([
      ['2', 'refused.otherDestination'],
    ])
  })

  it('doesn’t count what is kept among what travels', () => {
    const kept = item('2', { line: { category: 'letters', paid: 400 }, choice: { outcome: 'keep' } })
    const sofa = item('1', { line: { category: 'sofas' } })
    expect(evaluateReturn(policy, [sofa, kept])).toMatchObject({ methods: ['pickup'], refusals: [] })
    expect(evaluateReturn(policy, [kept])).toMatchObject({ methods: [], refusals: [] })
  })

  it('waits for a person as soon as one item does, and says each reason once', () => {
    const dear = item('2', { line: { paid: 20000 } })
    expect(evaluateReturn(policy, [item('1')]).approval).toBe('automatic')
    expect(
      evaluateReturn(policy, [item('1'), dear, { ...dear, line: { ...dear.line, id: '3' } }]),
    ).toMatchObject({
      approval: 'review',
      review: [{ own: { en: 'We look at dear things.' } }],
    })
  })

  it('moves money and goods when the strictest of its items lets it', () => {
    const dear = item('2', { line: { paid: 20000 } })
    expect(evaluateReturn(policy, [item('1')])).toMatchObject({
      refundTrigger: 'first_scan',
      shipExchange: 'at_once',
    })
    expect(evaluateReturn(policy, [item('1'), dear])).toMatchObject({
      refundTrigger: 'check',
      shipExchange: 'receipt',
    })
  })

  it('holds no more pieces of a line than are left, however they are split', () => {
    const line = { quantity: 3, returned: 1 }
    const one = item('1', { line, choice: { quantity: 1 } })
    expect(keysOf([one, { ...one, choice: { ...one.choice, reason: 'damaged' } }])).toEqual([])
    const two = item('1', { line, choice: { quantity: 2 } })
    expect(keysOf([one, two])).toEqual([
      ['1', 'refused.tooMany'],
      ['1', 'refused.tooMany'],
    ])
  })

  it('holds no more pieces than its limit, but for a withdrawal', () => {
    const many = item('1', { line: { quantity: 4 }, choice: { quantity: 4 } })
    expect(keysOf([many])).toEqual([['1', 'refused.itemsLimit']])
    expect(keysOf([{ ...many, return: { ...many.return, ground: 'withdrawal' } }])).toEqual([])
  })

  it.each([
    ['a reason', { choice: { reason: 'gone' } }, 'refused.reasonNotOffered'],
    ['an outcome', { choice: { outcome: 'repair' as const } }, 'refused.outcomeNotOffered'],
    ['a method', { return: { method: 'gone' } }, 'refused.methodNotOffered'],
  ])('is refused where %s isn’t offered', (_what, more, key) => {
    expect(keysOf([item('1', more)])).toEqual([['1', key]])
  })

  it('of nothing has nothing to say', () => {
    expect(evaluateReturn(policy, [])).toMatchObject({
      lines: [],
      methods: [],
      refusals: [],
      approval: 'automatic',
      destination: 'one',
    })
  })
})
