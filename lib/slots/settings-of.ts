import { LOCALE_TABLE, type Locale } from '@/lib/i18n/locales'
import type { PlacedSlot, SlotVariant } from './placed-slot'

type Translated = Pick<SlotVariant, 'settings' | 'translations'>

/** The languages whose words come before the shop's default ones, the nearest last. */
export function chainOf(locale: Locale, defaultLocale: Locale): Locale[] {
  const chain: readonly Locale[] = [locale, ...LOCALE_TABLE[locale].fallback]
  const end = chain.indexOf(defaultLocale)
  // A language for which the default one isn't the next best takes only its own words from afar.
  return (end === -1 ? chain : chain.slice(0, end)).toReversed()
}

const inLocale = ({ settings, translations }: Translated, chain: readonly Locale[]) => ({
  ...settings,
  ...Object.assign({}, ...chain.map((link) => translations[link] ?? {})),
})

/** A slot's settings in a language, before its kind has looked at them: the variant's come last. */
export function settingsOf(
  placed: Pick<PlacedSlot, 'settings' | 'translations'>,
  variant: SlotVariant | null,
  { locale, defaultLocale }: { locale: Locale; defaultLocale: Locale },
): Record<string, unknown> {
  const chain = chainOf(locale, defaultLocale)
  return { ...inLocale(placed, chain), ...(variant && inLocale(variant, chain)) }
}
