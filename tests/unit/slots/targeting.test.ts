import { describe, expect, test } from 'vitest'
import type { SlotFacts } from '@/lib/slots/slot-facts'
import { missedBy } from '@/lib/slots/targeting'
import { targetingSchema } from '@/lib/slots/targeting-rule'
import { FACTS } from '@/tests/support/slot-cases'

const missed = (asked: object, facts: Partial<SlotFacts> = {}) =>
  missedBy(targetingSchema.parse(asked), { ...FACTS, ...facts }, 'x')

describe('a condition holds', () => {
  test.each<[asked: object, other: Partial<SlotFacts>]>([
    [{ statuses: ['delivered'] }, { statuses: ['in_transit.arrived'] }],
    [{ statuses: ['delivered.neighbour'] }, { statuses: ['delivered.signed'] }],
    [{ unhappy: false }, { unhappy: true }],
    [{ locales: ['de', 'bar'] }, { locale: 'en' }],
    [{ countries: ['DE'] }, { country: null }],
    [{ carriers: ['dhl'] }, { carriers: [] }],
    [{ orderValue: { currency: 'EUR', from: 18_990 } }, { orderValue: 18_989 }],
    [{ orderValue: { currency: 'EUR', to: 18_990 } }, { orderValue: 18_991 }],
    [{ orderValue: { currency: 'EUR', from: 1 } }, { currency: 'CHF' }],
    [{ categories: ['JACKETS'] }, { categories: ['hats'] }],
    [{ tags: ['New'] }, { tags: [] }],
    [{ skus: ['ag-shell-m'] }, { skus: ['AG-SHELL'] }],
    [{ buyer: 'repeat' }, { orders: 1 }],
    [{ buyer: 'repeat' }, { orders: null }],
    [{ delayed: false }, { delayed: true }],
    [{ daysSinceDelivery: { from: 3, to: 3 } }, { daysSinceDelivery: 4 }],
    [{ daysSinceDelivery: { from: 0 } }, { daysSinceDelivery: null }],
  ])('%j for this order, and not for one with %j', (asked, other) => {
    expect(missed(asked)).toEqual([])
    expect(missed(asked, other)).toEqual(Object.keys(asked))
  })

  test('for a first order that is somebody’s, and for no unknown one', () => {
    expect(missed({ buyer: 'first' }, { orders: 1 })).toEqual([])
    expect(missed({ buyer: 'first' }, { orders: 2 })).toEqual(['buyer'])
    expect(missed({ buyer: 'first' }, { orders: null })).toEqual(['buyer'])
  })

  test('for one of several parcels', () => {
    expect(missed({ statuses: ['delivered'] }, { statuses: ['exception.lost', 'delivered.signed'] })).toEqual(
      [],
    )
  })
})

describe('a rule', () => {
  test('names everything that doesn’t hold', () => {
    expect(missed({ countries: ['AT'], buyer: 'first', delayed: false })).toEqual(['countries', 'buyer'])
  })

  test.each([
    { statuses: ['lost'] },
    { statuses: [] },
    { countries: ['de'] },
    { orderValue: { from: 1 } },
    { orderValue: { currency: 'EUR', from: 2, to: 1 } },
    { daysSinceDelivery: {} },
    { daysSinceDelivery: { from: 3, to: 2 } },
    { share: 1.1 },
    { weekday: 'monday' },
  ])('that can’t be meant is refused: %j', (asked) => {
    expect(targetingSchema.safeParse(asked).success).toBe(false)
  })
})
