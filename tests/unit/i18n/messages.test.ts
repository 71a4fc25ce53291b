import { describe, expect, it } from 'vitest'
import { LOCALE_TABLE, LOCALES } from '@/lib/i18n/locales'
import { flattenMessages } from '@/lib/i18n/merge-messages'
import { messageShape } from '@/lib/i18n/message-shape'
import { ADDRESS_OVERLAYS, LOCALE_MESSAGES, messagesFor } from '@/lib/i18n/messages'
import { STATUS_CODES, STATUSES } from '@/lib/parcels/status'

const english = flattenMessages(LOCALE_MESSAGES.en)
const others = LOCALES.filter((locale) => locale !== 'en')

/** Bavarian falls back to German, so it may be silent; nobody else may. */
const MAY_LACK_KEYS = new Set(['bar'])

/** The names a text is given, whatever it does with them. */
const names = (text: string): string[] => [...messageShape(text).arguments.keys()].sort()
const tags = (text: string): string[] => [...messageShape(text).tags].sort()

const overlays = Object.entries(ADDRESS_OVERLAYS).flatMap(([locale, ways]) =>
  Object.entries(ways).map(([address, tree]) => ({ locale, address, tree })),
)

describe.each(others)('the messages of %s', (locale) => {
  const own = flattenMessages(LOCALE_MESSAGES[locale])

  it('have the keys of English and no others', () => {
    const missing = [...english.keys()].filter((key) => !own.has(key))
    if (!MAY_LACK_KEYS.has(locale)) expect(missing).toEqual([])
    expect([...own.keys()].filter((key) => !english.has(key))).toEqual([])
  })

  it('use the arguments and tags of English', () => {
    for (const [key, text] of own) {
      const base = english.get(key) ?? ''
      expect({ key, names: names(text), tags: tags(text) }).toEqual({
        key,
        names: names(base),
        tags: tags(base),
      })
    }
  })
})

describe.each(LOCALES)('plurals in %s', (locale) => {
  const categories = new Intl.PluralRules(LOCALE_TABLE[locale].intl).resolvedOptions().pluralCategories

  it('have every category of the language', () => {
    for (const [key, text] of flattenMessages(LOCALE_MESSAGES[locale]))
      for (const [name, has] of messageShape(text).plurals)
        expect({ key, name, missing: categories.filter((category) => !has.has(category)) }).toEqual({
          key,
          name,
          missing: [],
        })
  })
})

describe.each(overlays)('the $address form of $locale', ({ locale, tree }) => {
  const base = flattenMessages(locale === 'de' ? LOCALE_MESSAGES.de : LOCALE_MESSAGES.fr)

  it('changes only texts that exist, with the same arguments and tags', () => {
    for (const [key, text] of flattenMessages(tree)) {
      const replaced = base.get(key)
      expect(replaced, key).toBeDefined()
      expect({ key, names: names(text), tags: tags(text) }).toEqual({
        key,
        names: names(replaced ?? ''),
        tags: tags(replaced ?? ''),
      })
    }
  })
})

describe('the form of address', () => {
  const texts = (locale: 'de' | 'fr' | 'bar', address: 'informal' | 'formal') => [
    ...flattenMessages(messagesFor(locale, address)),
  ]

  it('is kept through every German text', () => {
    const du = /\b(du|dein|deine[mnrs]?|dir|dich)\b/i
    expect(texts('de', 'formal').filter(([, text]) => du.test(text))).toEqual([])
    expect(texts('de', 'informal').filter(([, text]) => /\b(Ihnen|Ihre[mnrs]?|Ihr)\b/.test(text))).toEqual([])
  })

  it('is kept through every French text', () => {
    expect(texts('fr', 'informal').filter(([, text]) => /\b(vous|votre|vos)\b/i.test(text))).toEqual([])
    expect(texts('fr', 'formal').filter(([, text]) => /\b(tu|ton|ta|tes|toi)\b/i.test(text))).toEqual([])
  })

  it('is always informal in Bavarian', () => {
    expect(messagesFor('bar', 'formal')).toEqual(messagesFor('bar', 'informal'))
  })
})

describe('every state', () => {
  it('has a title, a meaning, a next step and an action of its own in every locale', () => {
    for (const locale of LOCALES) {
      const flat = flattenMessages(messagesFor(locale, 'informal'))
      for (const code of STATUS_CODES)
        for (const part of ['title', 'meaning', 'next', 'action'])
          expect(flat.get(`status.${code}.${part}`)?.trim(), `${locale} ${code} ${part}`).toBeTruthy()
      for (const status of Object.keys(STATUSES))
        expect(flat.get(`inbound.${status}.title`), `${locale} ${status}`).toBeTruthy()
    }
  })
})
