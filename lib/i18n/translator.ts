import { LRUCache } from 'lru-cache'
import type { Shop } from '@/lib/shops/shop'
import { checkWording } from './check-wording'
import { LOCALE_TABLE, type Locale } from './locales'
import { type MessageTree, nestMessages } from './merge-messages'
import { messagesFor } from './messages'
import { createTranslate, type Translate } from './translate'
import { makeWhen, type When } from './when'

/** Everything a page needs to speak one shop's language. */
export type Talk = {
  locale: Locale
  /** Text for `<html lang>` and `<html dir>`. */
  lang: string
  dir: 'ltr' | 'rtl'
  t: Translate
  when: When
}

/** The parts of a shop that decide its words. */
export type Speaker = Pick<Shop, 'id' | 'version' | 'address' | 'wording' | 'timeZone'>

const KEPT_TRANSLATORS = 500
const kept = new LRUCache<string, Talk>({ max: KEPT_TRANSLATORS })

/** A faulty text that was stored before a message changed must not break the page: the original stands. */
function ownWords(shop: Speaker, locale: Locale): MessageTree {
  const texts = shop.wording[locale] ?? {}
  const faulty = new Set(checkWording({ [locale]: texts }).map((error) => error.key))
  return nestMessages(Object.entries(texts).filter(([key]) => !faulty.has(key)))
}

function make(shop: Speaker, locale: Locale): Talk {
  const { intl, html, dir } = LOCALE_TABLE[locale]
  const t = createTranslate(intl, messagesFor(locale, shop.address, ownWords(shop, locale)))
  return { locale, lang: html, dir, t, when: makeWhen(t, intl, shop.timeZone) }
}

/** The shop's voice in a locale; made once per version of the shop's settings and kept. */
export function translator(shop: Speaker, locale: Locale): Talk {
  const key = `${shop.id}:${shop.version}:${locale}`
  const known = kept.get(key)
  if (known) return known
  const talk = make(shop, locale)
  kept.set(key, talk)
  return talk
}
