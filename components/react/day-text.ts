import { isLocale, LOCALE_TABLE } from '@/lib/i18n/locales'

const formats = new Map<string, Intl.DateTimeFormat>()

/** A wall clock's text (`YYYY-MM-DD` or `YYYY-MM-DDTHH:mm:ss`) in a language; it is nobody's zone but its own. */
export function dayText(localTime: string, locale: string): string {
  const clock = localTime.includes('T')
  const key = `${locale} ${clock}`
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(isLocale(locale) ? LOCALE_TABLE[locale].intl : locale, {
      dateStyle: 'medium',
      timeZone: 'UTC',
      ...(clock && { timeStyle: 'short' }),
    })
  formats.set(key, format)
  return format.format(new Date(clock ? `${localTime}Z` : localTime))
}
