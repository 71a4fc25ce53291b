import type { Locale } from '@/lib/i18n/locales'
import type { PlacedSlotBody, SlotVariant } from './placed-slot'
import { chainOf } from './settings-of'

/** One of the objects that a slot's settings come from, and where it stands in the slot's body. */
export type SettingsLayer = { path: readonly string[]; settings: Readonly<Record<string, unknown>> }

const layersIn = (
  { settings, translations }: Pick<SlotVariant, 'settings' | 'translations'>,
  path: readonly string[],
  chain: readonly Locale[],
): SettingsLayer[] => [
  { path: [...path, 'settings'], settings },
  ...chain.flatMap((link) => {
    const translated = translations[link]
    return translated ? [{ path: [...path, 'translations', link], settings: translated }] : []
  }),
]

/** What `settingsOf` merges for a variant (by its place; null: none) in a language: a later layer's settings come before. */
export function settingsLayers(
  body: PlacedSlotBody,
  variant: number | null,
  { locale, defaultLocale }: { locale: Locale; defaultLocale: Locale },
): SettingsLayer[] {
  const chain = chainOf(locale, defaultLocale)
  const own = variant === null ? undefined : body.variants[variant]
  return [...layersIn(body, [], chain), ...(own ? layersIn(own, ['variants', `${variant}`], chain) : [])]
}
