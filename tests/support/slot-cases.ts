import fc from 'fast-check'
import { z } from 'zod'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { STATUS_CODES } from '@/lib/parcels/status'
import type { SlotCase } from '@/lib/slots/choose-slots'
import { type PlacedSlot, placedSlotSchema } from '@/lib/slots/placed-slot'
import { PLACEMENTS } from '@/lib/slots/placement'
import { defineSlot, type SlotPurpose } from '@/lib/slots/slot'
import type { SlotFacts } from '@/lib/slots/slot-facts'
import { SLOT_DATA } from './slot-samples'

const kind = (id: string, purpose: SlotPurpose, personal = false) =>
  defineSlot({
    id,
    purpose,
    personal,
    placements: PLACEMENTS,
    settings: z.strictObject({ title: z.string().default(''), mute: z.boolean().default(false) }),
    speaks: ({ mute }) => !mute,
    Slot: () => null,
  })

/** Kinds of each purpose that stand everywhere and say something unless they are told not to. */
export const KINDS = {
  offer: kind('offer', 'marketing'),
  picks: kind('picks', 'marketing', true),
  game: kind('game', 'marketing'),
  news: kind('news', 'service'),
  rescue: kind('rescue', 'help'),
}

/** A slot as a shop places it; what a case is about is named by the case. */
export const placed = (id: string, more: z.input<typeof placedSlotSchema> | object = {}): PlacedSlot => ({
  ...placedSlotSchema.parse({ slot: 'offer', placement: 'under-items', ...more }),
  id,
})

/** An order of a known customer that has arrived well. */
export const FACTS: SlotFacts & { locale: Locale } = {
  statuses: ['delivered.neighbour'],
  unhappy: false,
  delayed: false,
  locale: 'de',
  country: 'DE',
  carriers: ['dhl'],
  orderValue: 18_990,
  currency: 'EUR',
  categories: ['Jackets'],
  tags: ['new'],
  skus: ['AG-SHELL-M'],
  orders: 2,
  daysSinceDelivery: 3,
  objects: false,
  seed: '0193a1b2-0000-7000-8000-000000000001',
}

/** A page's slots to choose from, on 24 November at noon. */
export const slotCase = (slots: readonly PlacedSlot[], more: Partial<SlotCase> = {}): SlotCase => ({
  placed: slots,
  stopped: [],
  facts: FACTS,
  data: SLOT_DATA,
  registry: KINDS,
  page: 'order',
  defaultLocale: 'de',
  now: new Date('2026-11-24T12:00:00Z'),
  ...more,
})

const some = <T>(values: readonly T[]) => fc.subarray([...values])
const named = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 })
const range = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }))
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }))

const CODES = STATUS_CODES
const WORDS = ['jackets', 'Jackets', 'hats', 'ÄRMEL', '__proto__', '']
const CARRIERS = ['dhl', 'ups', 'constructor']

/** Everything that can be known of a page. */
export const factsOf: fc.Arbitrary<SlotFacts & { locale: Locale }> = fc.record({
  statuses: some(CODES),
  unhappy: fc.boolean(),
  delayed: fc.boolean(),
  locale: fc.constantFrom(...LOCALES),
  country: fc.constantFrom('DE', 'AT', null),
  carriers: some(CARRIERS),
  orderValue: fc.integer({ min: 0, max: 100 }),
  currency: fc.constantFrom('EUR', 'CHF'),
  categories: some(WORDS),
  tags: some(WORDS),
  skus: some(WORDS),
  orders: fc.constantFrom(null, 1, 2, 7),
  daysSinceDelivery: fc.option(fc.integer({ min: 0, max: 60 })),
  objects: fc.boolean(),
  seed: fc.uuid(),
})

const text = named(['jackets', 'hats', 'Ärmel'])

/** Everything that can be asked of one. */
export const targetingOf = fc.record(
  {
    statuses: named(['delivered', 'delivered.neighbour', 'exception', 'in_transit.arrived']),
    unhappy: fc.boolean(),
    locales: named(LOCALES),
    countries: named(['DE', 'AT']),
    carriers: named(CARRIERS),
    orderValue: range.map((ends) => ({ currency: 'EUR', ...ends })),
    categories: text,
    tags: text,
    skus: text,
    buyer: fc.constantFrom('first' as const, 'repeat' as const),
    delayed: fc.boolean(),
    daysSinceDelivery: range,
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  },
  { requiredKeys: [] },
)

/** A slot of a shop that places them in any way that it can. */
export const placedOf: fc.Arbitrary<PlacedSlot> = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    slot: fc.constantFrom(...Object.keys(KINDS), 'gone', 'toString'),
    placement: fc.constantFrom(...PLACEMENTS),
    enabled: fc.boolean(),
    priority: fc.integer({ min: -2, max: 2 }),
    settings: fc.constantFrom({}, { title: 'x' }, { title: 7 }, { mute: true }, { other: 1 }),
    caps: fc.record({ page: fc.integer({ min: 1, max: 3 }), placement: fc.integer({ min: 1, max: 2 }) }),
    targeting: fc.oneof(fc.constant({}), targetingOf),
    variants: fc.constantFrom(
      [],
      [
        { id: 'a', share: 1 },
        { id: 'b', share: 2, settings: { title: 'y' } },
      ],
    ),
  })
  .map(({ id, ...body }) => placed(id, body))
