import type { Shop } from '@/lib/shops/shop'
import { isLocale, type Locale } from './locales'

/** What may decide a page's language, strongest first. */
export type LocaleWishes = {
  /** The segment in the address. */
  url?: string | null
  /** A choice made before (a link's parameter, a customer's profile). */
  explicit?: string | null
  /** The order's language. */
  order?: string | null
  /** The raw `Accept-Language` header. */
  acceptLanguage?: string | null
  shop: Pick<Shop, 'locales' | 'defaultLocale'>
}

/** A language tag → our locale. Bavarian answers only to its own names, never to plain German. */
function localeOfTag(tag: string): Locale | null {
  const lower = tag.trim().toLowerCase().replaceAll('_', '-')
  if (lower === 'de-x-bavarian') return 'bar'
  const primary = lower.split('-')[0] ?? ''
  return isLocale(primary) ? primary : null
}

function acceptedTags(header: string): string[] {
  return header
    .split(',')
    .map((entry, index) => {
      const [tag = '', ...parameters] = entry.trim().split(';')
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean)
      return { tag, quality: quality === undefined ? 1 : Number(quality), index }
    })
    .filter(({ tag, quality }) => tag && quality > 0)
    .sort((a, b) => b.quality - a.quality || a.index - b.index)
    .map(({ tag }) => tag)
}

/** The language of a page: address → explicit choice → order → browser → the shop's default; always one the shop speaks. */
export function negotiateLocale({ url, explicit, order, acceptLanguage, shop }: LocaleWishes): Locale {
  const wishes = [url, explicit, order, ...acceptedTags(acceptLanguage ?? '')]
  for (const wish of wishes) {
    const locale = wish ? localeOfTag(wish) : null
    if (locale && shop.locales.includes(locale)) return locale
    // Who asks for Bavarian understands German.
    if (locale === 'bar' && shop.locales.includes('de')) return 'de'
  }
  return shop.defaultLocale
}
