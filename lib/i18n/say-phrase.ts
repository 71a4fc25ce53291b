import type { Phrase, PhraseValue } from '@/lib/returns/phrase'
import { LOCALES } from './locales'
import { localised } from './localised'
import { flattenMessages } from './merge-messages'
import { LOCALE_MESSAGES, type Messages } from './messages'
import { sayAmount } from './say-amount'
import type { Talk } from './translator'

type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T &
  string]
type PolicyKey = Leaves<Messages['policy']>

const KEYS: ReadonlySet<string> = new Set(flattenMessages(LOCALE_MESSAGES.en.policy).keys())

const isPolicyKey = (key: string): key is PolicyKey => KEYS.has(key)

/** A shop's own words that no link of the locale's chain has are said in whichever language there is. */
const ownWords = (texts: Extract<Phrase, { own: unknown }>['own'], { locale }: Talk): string =>
  localised(texts, locale) ?? LOCALES.flatMap((other) => texts[other] ?? [])[0] ?? ''

function sayValue(value: PhraseValue, talk: Talk, today: string): string | number {
  if (typeof value !== 'object') return value
  if ('day' in value) return talk.when.day(value.day, today, 'at')
  if ('own' in value) return ownWords(value.own, talk)
  return sayAmount(value.amount, value.currency, talk)
}

/**
 * A phrase in a shop's voice: days as the locale says them from `today` (`YYYY-MM-DD` in the shop's zone), amounts with their
 * currency, a shop's own words by the locale's fallbacks. Throws on a key that no message has.
 */
export function sayPhrase(phrase: Phrase, talk: Talk, { today }: { today: string }): string {
  if ('own' in phrase) return ownWords(phrase.own, talk)
  const { key, values = {} } = phrase
  if (!isPolicyKey(key)) throw new Error(`no message policy.${key}`)
  const said = Object.entries(values).map(([name, value]) => [name, sayValue(value, talk, today)])
  return talk.t(`policy.${key}`, Object.fromEntries(said))
}
