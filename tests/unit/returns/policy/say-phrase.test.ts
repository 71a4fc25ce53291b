import { describe, expect, it } from 'vitest'
import { parseShopId } from '@/lib/core/ids'
import type { Locale } from '@/lib/i18n/locales'
import { sayPhrase } from '@/lib/i18n/say-phrase'
import { translator } from '@/lib/i18n/translator'

const talk = (locale: Locale, wording = {}) =>
  translator(
    {
      id: parseShopId('019aa5c2-6a58-7c1e-9d3b-0f6f2f0b7a11'),
      version: Object.keys(wording).length,
      address: 'formal',
      wording,
      timeZone: 'Europe/Berlin',
    },
    locale,
  )

const closed = { key: 'refused.windowClosed', values: { day: { day: '2026-11-03' } } }

describe('a phrase', () => {
  it.each<[Locale, string]>([
    ['en', 'The return window closed on Tuesday 3 November.'],
    ['de', 'Die Rückgabefrist endete am Dienstag, 3. November.'],
    ['fr', 'Le délai de retour a pris fin mardi 3 novembre.'],
    ['bar', 'De Frist zum Zruckschicka is am Dienstag, 3. November ausganga.'],
  ])('says a day as %s does', (locale, text) => {
    expect(sayPhrase(closed, talk(locale), { today: '2026-11-20' })).toBe(text)
  })

  it('says a day from where it is read, and with its year where that is far away', () => {
    expect(sayPhrase(closed, talk('en'), { today: '2026-11-04' })).toBe(
      'The return window closed yesterday, Tuesday 3 November.',
    )
    expect(sayPhrase(closed, talk('en'), { today: '2027-11-04' })).toContain('November 2026')
  })

  it('says amounts with their currency, and the shop’s own words within a sentence', () => {
    const fee = {
      key: 'says.fee',
      values: {
        name: { own: { de: 'Bearbeitung' } },
        amount: { amount: 295, currency: 'EUR' },
        per: 'return',
      },
    }
    expect(sayPhrase(fee, talk('de'), { today: '2026-11-04' })).toBe(
      'Bearbeitung: 2,95\u00a0€ je Rücksendung.',
    )
    const yen = { ...fee, values: { ...fee.values, amount: { amount: 295, currency: 'JPY' } } }
    expect(sayPhrase(yen, talk('en'), { today: '2026-11-04' })).toContain('JP¥295')
  })

  it.each<[Locale, string]>([
    ['bar', 'Getragenes bleibt.'],
    ['de', 'Getragenes bleibt.'],
    ['fr', 'Worn things stay.'],
    ['en', 'Worn things stay.'],
  ])('takes the shop’s own words by the fallbacks of %s', (locale, text) => {
    const own = { own: { de: 'Getragenes bleibt.', en: 'Worn things stay.' } }
    expect(sayPhrase(own, talk(locale), { today: '2026-11-04' })).toBe(text)
  })

  it('is said in some language rather than in none', () => {
    expect(sayPhrase({ own: { fr: 'Rien.' } }, talk('de'), { today: '2026-11-04' })).toBe('Rien.')
  })

  it('may be worded by the shop like every message', () => {
    const own = talk('en', { en: { 'policy.refused.windowClosed': 'Over, {day}!' } })
    expect(sayPhrase(closed, own, { today: '2026-11-20' })).toBe('Over, on Tuesday 3 November!')
  })

  it('of a key that no message has is a fault, not a text', () => {
    expect(() => sayPhrase({ key: 'refused.nothing' }, talk('en'), { today: '2026-11-20' })).toThrow(
      'policy.refused.nothing',
    )
  })
})
