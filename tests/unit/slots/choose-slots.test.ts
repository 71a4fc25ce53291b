import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SLOTS } from '@/components/slots/registry'
import { STATUS_CODES } from '@/lib/parcels/status'
import { chooseSlots, LEFT_OUT, type SlotCase } from '@/lib/slots/choose-slots'
import { withDefaults } from '@/lib/slots/default-slots'
import { SLOT_PAGES } from '@/lib/slots/pages'
import { type PlacedSlot, placedSlotSchema } from '@/lib/slots/placed-slot'
import { PLACEMENTS } from '@/lib/slots/placement'
import type { SlotFacts } from '@/lib/slots/slot-facts'
import { missedBy } from '@/lib/slots/targeting'
import { SLOT_DATA, SLOT_SETTINGS } from '@/tests/support/slot-samples'

const NOW = new Date('2026-11-22T12:00:00Z')

const FACTS: SlotFacts & { locale: 'de' } = {
  statuses: ['delivered.neighbour'],
  unhappy: false,
  delayed: false,
  locale: 'de',
  country: 'DE',
  carriers: ['dhl'],
  orderValue: 10_000,
  currency: 'EUR',
  categories: ['jackets'],
  tags: ['new'],
  skus: ['AG-SHELL-M'],
  orders: 2,
  daysSinceDelivery: 3,
  objects: false,
  seed: 'order-1',
}

const placedOf = (id: string, body: object): PlacedSlot => ({ ...placedSlotSchema.parse(body), id })

const choose = (
  placed: readonly PlacedSlot[],
  more: Partial<SlotCase> = {},
  facts: Partial<SlotFacts> = {},
) =>
  chooseSlots({
    placed,
    stopped: [],
    facts: { ...FACTS, ...facts, locale: 'de' },
    data: SLOT_DATA,
    registry: SLOTS,
    page: 'order',
    defaultLocale: 'de',
    now: NOW,
    ...more,
  })

const idsOf = (choice: ReturnType<typeof choose>): string[] =>
  Object.values(choice.chosen).flatMap((chosen) => chosen.map(({ id }) => id))

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const words = fc.constantFrom('jackets', 'hats', 'new', 'AG-SHELL-M', 'dhl', 'ups')

const targeting = fc
  .record({
    statuses: maybe(fc.array(fc.constantFrom('delivered', 'exception', ...STATUS_CODES), { minLength: 1 })),
    unhappy: maybe(fc.boolean()),
    countries: maybe(fc.array(fc.constantFrom('DE', 'AT'), { minLength: 1 })),
    carriers: maybe(fc.array(fc.constantFrom('dhl', 'ups'), { minLength: 1 })),
    orderValue: maybe(fc.record({ currency: fc.constantFrom('EUR', 'CHF'), from: fc.nat(20_000) })),
    categories: maybe(fc.array(words, { minLength: 1 })),
    skus: maybe(fc.array(words, { minLength: 1 })),
    buyer: maybe(fc.constantFrom('first', 'repeat')),
    delayed: maybe(fc.boolean()),
    daysSinceDelivery: maybe(fc.record({ from: fc.nat(10) })),
    share: maybe(fc.double({ min: 0, max: 1, noNaN: true })),
  })
  .map((asked) => Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)))

const placedSlots = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/),
    slot: fc.constantFrom(...Object.keys(SLOTS)),
    placement: fc.constantFrom(...PLACEMENTS),
    enabled: fc.boolean(),
    priority: fc.integer({ min: -5, max: 5 }),
    caps: fc.record({ page: fc.integer({ min: 1, max: 3 }), placement: fc.integer({ min: 1, max: 2 }) }),
    targeting,
  }),
  { selector: ({ id }) => id, maxLength: 15 },
)

const facts: fc.Arbitrary<SlotFacts> = fc.record({
  statuses: fc.array(fc.constantFrom(...STATUS_CODES), { minLength: 1, maxLength: 3 }),
  unhappy: fc.boolean(),
  delayed: fc.boolean(),
  locale: fc.constant('de'),
  country: fc.constantFrom('DE', 'AT', null),
  carriers: fc.array(fc.constantFrom('dhl', 'ups')),
  orderValue: fc.nat(30_000),
  currency: fc.constantFrom('EUR', 'CHF'),
  categories: fc.array(words),
  tags: fc.array(words),
  skus: fc.array(words),
  orders: fc.constantFrom(null, 1, 2),
  daysSinceDelivery: fc.option(fc.nat(20)),
  objects: fc.boolean(),
  seed: fc.uuid(),
})

const withSettings = ({ id, ...body }: { id: string; slot: string }): PlacedSlot =>
  placedOf(id, { ...body, settings: SLOT_SETTINGS[body.slot] ?? {} })

describe('the choice', () => {
  it('places or explains each slot of the page once, the same however they are listed', () => {
    fc.assert(
      fc.property(
        placedSlots,
        facts,
        fc.constantFrom(...(Object.keys(SLOT_PAGES) as (keyof typeof SLOT_PAGES)[])),
        (bodies, known, page) => {
          const placed = bodies.map(withSettings)
          const choice = choose(placed, { page }, known)
          const here: readonly string[] = SLOT_PAGES[page]
          const all = [...idsOf(choice), ...choice.left.map(({ id }) => id)].toSorted()
          expect(all).toEqual(
            placed
              .filter(({ placement }) => here.includes(placement))
              .map(({ id }) => id)
              .toSorted(),
          )
          expect(choice.left.every(({ because }) => LEFT_OUT.includes(because))).toBe(true)
          expect(choose(placed.toReversed(), { page }, known)).toEqual(choice)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('sells nothing to the unhappy and nothing chosen for them to who objects; caps hold, each kind stands once', () => {
    fc.assert(
      fc.property(placedSlots, facts, (bodies, known) => {
        const placed = bodies.map(withSettings)
        const choice = choose(placed, {}, known)
        const stands = Object.values(choice.chosen).flat()
        const kinds = stands.map(({ slot }) => SLOTS[slot])
        const sold = stands.filter(({ slot }) => SLOTS[slot]?.purpose === 'marketing')
        if (known.unhappy) expect(sold).toEqual([])
        if (known.objects) expect(kinds.some((kind) => kind?.personal)).toBe(false)
        expect(new Set(stands.map(({ slot }) => slot)).size).toBe(stands.length)
        for (const { id, placement } of sold) {
          const caps = placed.find((one) => one.id === id)?.caps
          const index = sold.findIndex((one) => one.id === id)
          expect(caps).toBeDefined()
          expect(sold.filter((one) => one.placement === placement).length).toBeLessThanOrEqual(
            Math.max(
              ...sold.map((one) => placed.find(({ id: other }) => other === one.id)?.caps.placement ?? 0),
            ),
          )
          expect(index).toBeLessThan(
            Math.max(...sold.map((one) => placed.find(({ id: other }) => other === one.id)?.caps.page ?? 0)),
          )
        }
      }),
      { numRuns: 200 },
    )
  })

  it('is by priority, then by name', () => {
    const voucher = (id: string, priority: number) =>
      placedOf(id, { slot: 'voucher', placement: 'aside', priority, settings: SLOT_SETTINGS.voucher })
    expect(idsOf(choose([voucher('a', 1), voucher('b', 2)]))).toEqual(['b'])
    expect(idsOf(choose([voucher('b', 1), voucher('a', 1)]))).toEqual(['a'])
  })

  it('names the reason', () => {
    const left = (body: object, more: Partial<SlotCase> = {}, known: Partial<SlotFacts> = {}) =>
      choose(
        [placedOf('x', { slot: 'voucher', placement: 'aside', settings: SLOT_SETTINGS.voucher, ...body })],
        more,
        known,
      ).left[0]
    expect(left({ enabled: false })?.because).toBe('disabled')
    expect(left({ slot: 'nothing-known' })?.because).toBe('unknown_slot')
    expect(left({ slot: 'constructor' })?.because).toBe('unknown_slot')
    expect(left({ schedule: { from: '2026-11-23T00:00:00Z' } })?.because).toBe('not_yet')
    expect(left({ schedule: { until: '2026-11-22T12:00:00Z' } })?.because).toBe('over')
    expect(left({ targeting: { countries: ['AT'], buyer: 'first' } })).toMatchObject({
      because: 'not_targeted',
      missed: ['countries', 'buyer'],
    })
    expect(left({}, {}, { unhappy: true })?.because).toBe('unhappy')
    expect(left({ settings: { voucher: 7 } })?.because).toBe('invalid_settings')
    expect(left({ settings: {} })?.because).toBe('nothing_to_say')
    expect(left({})).toBeUndefined()
  })

  it('speaks the page’s language, and the shop’s own where it has no words for it', () => {
    const news = placedOf('news', {
      slot: 'announcement',
      placement: 'aside',
      settings: { title: 'Neues' },
      translations: { fr: { title: 'Du nouveau' } },
    })
    const said = (locale: 'de' | 'fr' | 'en') =>
      choose([news], { facts: { ...FACTS, locale } }).chosen.aside?.[0]?.settings
    expect(said('fr')).toMatchObject({ title: 'Du nouveau' })
    expect(said('en')).toMatchObject({ title: 'Neues' })
  })
})

describe('targeting', () => {
  it('is total, the same for the same order, and true where nothing is asked', () => {
    fc.assert(
      fc.property(targeting, facts, (asked, known) => {
        const rules = placedSlotSchema.parse({ slot: 'care', placement: 'aside', targeting: asked }).targeting
        const missed = missedBy(rules, known, 'x')
        expect(missedBy(rules, known, 'x')).toEqual(missed)
        expect(missed.every((condition) => Object.hasOwn(asked, condition))).toBe(true)
        expect(missedBy({}, known, 'x')).toEqual([])
      }),
    )
  })

  it('takes a share of all orders, a greater one holding the smaller', () => {
    const seeds = Array.from({ length: 4000 }, (_, index) => `order-${index}`)
    const within = (share: number) =>
      seeds.filter((seed) => missedBy({ share }, { ...FACTS, seed }, 'x').length === 0)
    const quarter = within(0.25)
    expect(quarter.length / seeds.length).toBeGreaterThan(0.22)
    expect(quarter.length / seeds.length).toBeLessThan(0.28)
    const half = new Set(within(0.5))
    expect(quarter.every((seed) => half.has(seed))).toBe(true)
    expect(within(0)).toHaveLength(0)
    expect(within(1)).toHaveLength(seeds.length)
  })
})

describe('what helps', () => {
  it('stands without being placed, until the shop places it', () => {
    const unplaced = withDefaults([])
    expect(unplaced.map(({ slot }) => slot)).toContain('contact')
    expect(unplaced.every(({ slot }) => SLOTS[slot]?.purpose === 'help')).toBe(true)
    expect(unplaced.every(({ slot, placement }) => SLOTS[slot]?.placements.includes(placement))).toBe(true)
    const own = placedOf('mine', { slot: 'contact', placement: 'aside', enabled: false })
    expect(withDefaults([own]).filter(({ slot }) => slot === 'contact')).toEqual([own])
  })
})
