import { LOCALE_TABLE, type Locale } from './locales'

const formats = new Map<string, Intl.NumberFormat>()

function formatOf(currency: string, locale: Locale): Intl.NumberFormat {
  const key = `${locale} ${currency}`
  const format =
    formats.get(key) ?? new Intl.NumberFormat(LOCALE_TABLE[locale].intl, { style: 'currency', currency })
  formats.set(key, format)
  return format
}

/**
 * Money in words of a locale; `amount` in minor units of the ISO 4217 `currency`: "€189.90", "189,90 €". What is taken off has a
 * true minus sign before it.
 */
export function sayAmount(amount: number, currency: string, { locale }: { locale: Locale }): string {
  const format = formatOf(currency, locale)
  const { maximumFractionDigits = 2 } = format.resolvedOptions()
  const said = format.format(Math.abs(amount) / 10 ** maximumFractionDigits)
  return amount < 0 ? `−${said}` : said
}
