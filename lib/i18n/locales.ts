/** One row a locale: the segment in addresses, the tag for Intl, the tag for `lang`, and where missing words come from. */
export const LOCALE_TABLE = {
  en: { intl: 'en-GB', html: 'en', name: 'English', dir: 'ltr', fallback: [] },
  de: { intl: 'de', html: 'de', name: 'Deutsch', dir: 'ltr', fallback: ['en'] },
  fr: { intl: 'fr', html: 'fr', name: 'Français', dir: 'ltr', fallback: ['en'] },
  // Intl has no data for `bar` and would fall to the server's own locale: a private-use tag formats as German.
  bar: { intl: 'de-x-bavarian', html: 'bar', name: 'Boarisch', dir: 'ltr', fallback: ['de', 'en'] },
} as const satisfies Record<
  string,
  { intl: string; html: string; name: string; dir: 'ltr' | 'rtl'; fallback: readonly string[] }
>

export type Locale = keyof typeof LOCALE_TABLE

export const LOCALES = Object.keys(LOCALE_TABLE) as [Locale, ...Locale[]]

export const isLocale = (text: string): text is Locale => Object.hasOwn(LOCALE_TABLE, text)
