import { describe, expect, test } from 'vitest'
import type { ShipmentView } from '@/lib/parcels/shipment-view'
import { type OrderOfSlots, slotFactsOf } from '@/lib/slots/slot-facts-of'
import { SAMPLES, type SampleName, view } from '@/tests/support/samples'

const LINE = { sku: 'A', category: 'jackets', tags: ['new'], quantity: 2, unitPrice: 5_000, discount: 500 }
const ORDER: OrderOfSlots = {
  id: 'order',
  currency: 'EUR',
  country: 'DE',
  lines: [LINE, { ...LINE, sku: null, category: null, tags: [], quantity: 1, discount: 0 }],
  discounts: [{ amount: 1_000 }],
  orders: 1,
  objects: false,
}

const facts = (views: readonly ShipmentView[], order: Partial<OrderOfSlots> = {}) =>
  slotFactsOf(
    { ...ORDER, ...order },
    views.map((one) => ({ carrier: 'dhl', view: one })),
    { locale: 'de', timeZone: 'Europe/Berlin' },
  )

describe('an order is unhappy', () => {
  test.each<SampleName>([
    'late',
    'failed',
    'retry',
    'address',
    'customs',
    'silent',
    'returning',
    'lost',
    'damaged',
  ])('while its parcel is %s', (name) => {
    expect(facts([SAMPLES[name]]).unhappy).toBe(true)
    expect(facts([SAMPLES.delivered, SAMPLES[name]]).unhappy).toBe(true)
  })

  test.each<SampleName>(['announced', 'tomorrow', 'range', 'out', 'locker', 'delivered', 'unscanned'])(
    'not while it is %s',
    (name) => {
      expect(facts([SAMPLES[name]]).unhappy).toBe(false)
    },
  )

  test('not by what goes back to the shop', () => {
    expect(facts([SAMPLES.delivered, { ...SAMPLES.lost, direction: 'inbound' }])).toMatchObject({
      unhappy: false,
      statuses: ['delivered.neighbour'],
    })
  })
})

describe('what is known of an order', () => {
  test('is delayed when it is promised for later, or came later', () => {
    expect(facts([SAMPLES.range]).delayed).toBe(true)
    expect(facts([SAMPLES.late]).delayed).toBe(true)
    expect(facts([SAMPLES.tomorrow]).delayed).toBe(false)
    const promised = { earliest: '2026-11-20', latest: '2026-11-23', likely: null, from: null, to: null }
    const originalWindow = { ...promised, source: 'carrier' as const }
    expect(facts([{ ...SAMPLES.delivered, originalWindow }]).delayed).toBe(true)
    expect(
      facts([{ ...SAMPLES.delivered, originalWindow: { ...originalWindow, latest: '2026-11-24' } }]).delayed,
    ).toBe(false)
  })

  test('is how many days ago the last parcel arrived, once all have', () => {
    const early = view({
      ...SAMPLES.delivered,
      statusTime: {
        at: '2026-11-20T10:00:00Z',
        localTime: null,
        offsetMinutes: null,
        zoneKnown: true,
        raw: null,
      },
    })
    expect(facts([early]).daysSinceDelivery).toBe(4)
    expect(facts([early, SAMPLES.delivered]).daysSinceDelivery).toBe(0)
    expect(facts([early, SAMPLES.out]).daysSinceDelivery).toBeNull()
    expect(facts([{ ...early, statusTime: null }]).daysSinceDelivery).toBeNull()
    expect(facts([]).daysSinceDelivery).toBeNull()
  })

  test('is what was paid for its lines, and what they were', () => {
    expect(facts([])).toMatchObject({
      statuses: ['pending.unknown'],
      orderValue: 13_500,
      skus: ['A'],
      categories: ['jackets'],
      tags: ['new'],
    })
    expect(facts([], { discounts: [{ amount: 99_999 }] }).orderValue).toBe(0)
  })
})
