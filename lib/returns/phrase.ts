import type { Locale } from '@/lib/i18n/locales'

/** Words of a merchant's own, by locale; a missing one falls back like the messages do. */
export type Texts = Partial<Record<Locale, string>>

/** A day as `YYYY-MM-DD` in the shop's zone. */
export type CalendarDay = string

/** What fills a phrase's gaps; days, amounts and the shop's own words are said by whoever knows the language. */
export type PhraseValue =
  | string
  | number
  | { day: CalendarDay }
  | { amount: number; currency: string }
  | { own: Texts }

/** Something to say, still without a language: a message's key below `policy.` with its values, or the shop's own words. */
export type Phrase = { key: string; values?: Record<string, PhraseValue> } | { own: Texts }
