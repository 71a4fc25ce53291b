import { describe, expect, it } from 'vitest'
import { negotiateLocale } from '@/lib/i18n/negotiate-locale'

const alpine = { locales: ['de' as const, 'bar' as const, 'en' as const], defaultLocale: 'de' as const }
const paris = { locales: ['fr' as const, 'en' as const], defaultLocale: 'fr' as const }

describe('the language of a page', () => {
  it('goes by address, then choice, then order, then browser, then the shop', () => {
    const all = { url: 'en', explicit: 'bar', order: 'de', acceptLanguage: 'en', shop: alpine }
    expect(negotiateLocale(all)).toBe('en')
    expect(negotiateLocale({ ...all, url: null })).toBe('bar')
    expect(negotiateLocale({ ...all, url: null, explicit: null })).toBe('de')
    expect(negotiateLocale({ acceptLanguage: 'en', shop: alpine })).toBe('en')
    expect(negotiateLocale({ shop: alpine })).toBe('de')
  })

  it('is never one that the shop does not speak', () => {
    expect(negotiateLocale({ url: 'de', order: 'de', acceptLanguage: 'de', shop: paris })).toBe('fr')
  })

  it('reads quality values and regions', () => {
    expect(negotiateLocale({ acceptLanguage: 'de-AT;q=0.4, en-US;q=0.9, fr;q=0', shop: paris })).toBe('en')
    expect(negotiateLocale({ acceptLanguage: 'it, fr-CA;q=0.2, en;q=0.1', shop: paris })).toBe('fr')
  })

  it.each(['de', 'de-DE', 'de-AT, de;q=0.9'])('is not Bavarian for plain German: %s', (acceptLanguage) => {
    expect(negotiateLocale({ acceptLanguage, shop: { ...alpine, defaultLocale: 'en' } })).toBe('de')
  })

  it.each(['bar', 'bar-AT', 'de-x-bavarian', 'BAR'])(
    'is Bavarian for its own names: %s',
    (acceptLanguage) => {
      expect(negotiateLocale({ acceptLanguage, shop: alpine })).toBe('bar')
    },
  )

  it('is German for a Bavarian in a shop without Bavarian', () => {
    expect(
      negotiateLocale({ acceptLanguage: 'bar', shop: { locales: ['en', 'de'], defaultLocale: 'en' } }),
    ).toBe('de')
  })

  it('survives nonsense', () => {
    expect(
      negotiateLocale({ acceptLanguage: ';;q=,*;q=x,,__proto__', explicit: 'constructor', shop: paris }),
    ).toBe('fr')
  })
})
