import { LOCALE_TABLE, type Locale } from './locales'

/** A shop's text in a locale, from its fallbacks where it has none; null when no link of the chain has one. */
export function localised<T>(texts: Partial<Record<Locale, T | undefined>>, locale: Locale): T | null {
  const chain: readonly Locale[] = [locale, ...LOCALE_TABLE[locale].fallback]
  const link = chain.find((candidate) => texts[candidate] !== undefined)
  return (link && texts[link]) ?? null
}
