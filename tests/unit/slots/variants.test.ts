import { describe, expect, test } from 'vitest'
import { inShare } from '@/lib/slots/in-share'
import { settingsOf } from '@/lib/slots/settings-of'
import { testSinceOf } from '@/lib/slots/test-since'
import { drawnVariant, variantOf } from '@/lib/slots/variant-of'
import { placed } from '@/tests/support/slot-cases'

const TESTED = placed('cross-sell', {
  variants: [
    { id: 'a', share: 1 },
    { id: 'b', share: 3, settings: { title: 'B' }, translations: { en: { title: 'B in English' } } },
  ],
})
const SEEDS = Array.from({ length: 4000 }, (_, index) => `order-${index}`)
const given = (seeds: readonly string[], id: string) =>
  seeds.filter((seed) => drawnVariant(TESTED, seed)?.id === id).length / seeds.length

describe('a variant', () => {
  test('is always the same for the same order, in the shares that were asked for', () => {
    expect(given(SEEDS, 'b')).toBeGreaterThan(0.72)
    expect(given(SEEDS, 'b')).toBeLessThan(0.78)
    expect(drawnVariant(TESTED, 'order-1')).toEqual(drawnVariant(TESTED, 'order-1'))
  })

  test('is drawn apart from the share of traffic: a small share knows all of them', () => {
    const few = SEEDS.filter((seed) => inShare(0.2, seed, TESTED.id))
    expect(few.length).toBeGreaterThan(700)
    expect(given(few, 'b')).toBeGreaterThan(0.68)
    expect(given(few, 'b')).toBeLessThan(0.82)
  })

  test('is drawn anew by another slot', () => {
    const other = { ...TESTED, id: 'other' }
    const same = SEEDS.filter((seed) => drawnVariant(other, seed)?.id === drawnVariant(TESTED, seed)?.id)
    expect(same.length / SEEDS.length).toBeLessThan(0.7)
  })

  test('that was stopped gives way to the first; the others’ orders notice nothing', () => {
    const stopped = [{ slot: TESTED.id, variant: 'b' }]
    for (const seed of SEEDS.slice(0, 200)) expect(variantOf(TESTED, seed, stopped)?.id).toBe('a')
    for (const seed of SEEDS.slice(0, 200))
      expect(variantOf(TESTED, seed, [{ slot: 'other', variant: 'b' }])).toEqual(drawnVariant(TESTED, seed))
  })

  test('is none where there are none', () => {
    expect(variantOf(placed('x'), 'order-1', [])).toBeNull()
  })
})

describe('settings', () => {
  const slot = {
    settings: { title: 'Dazu passt', most: 3 },
    translations: { en: { title: 'Goes with it' }, bar: { title: 'Des basst dazua' } },
  }
  const title = (locale: 'de' | 'en' | 'fr' | 'bar', defaultLocale: 'de' | 'en' = 'de', variant = false) =>
    settingsOf(slot, variant ? (TESTED.variants[1] ?? null) : null, { locale, defaultLocale }).title

  test('speak the page’s language, else the one next to it, else the shop’s', () => {
    expect([title('de'), title('bar'), title('en')]).toEqual([
      'Dazu passt',
      'Des basst dazua',
      'Goes with it',
    ])
    expect(title('fr')).toBe('Goes with it')
    expect(settingsOf(slot, null, { locale: 'en', defaultLocale: 'de' })).toEqual({
      title: 'Goes with it',
      most: 3,
    })
  })

  test('of a German shop aren’t English where a word wasn’t translated', () => {
    const english = { ...slot, translations: { en: { title: 'Goes with it' } } }
    expect(settingsOf(english, null, { locale: 'bar', defaultLocale: 'de' }).title).toBe('Dazu passt')
  })

  test('of a variant come last, its own translation after its words', () => {
    expect(title('de', 'de', true)).toBe('B')
    expect(title('en', 'de', true)).toBe('B in English')
  })
})

describe('a test of wordings', () => {
  const [start, later] = [new Date('2026-11-01T00:00:00Z'), new Date('2026-11-02T00:00:00Z')]
  const { variants } = TESTED

  test('runs while two stay as they are', () => {
    expect(testSinceOf(null, variants, start)).toEqual(start)
    expect(testSinceOf({ variants, testSince: start }, structuredClone(variants), later)).toEqual(start)
    expect(testSinceOf({ variants, testSince: start }, variants.toReversed(), later)).toEqual(later)
    expect(testSinceOf({ variants, testSince: start }, variants.slice(0, 1), later)).toBeNull()
  })
})
