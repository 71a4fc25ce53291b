import type { Frame } from '@/components/page/frame'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import type { StatusCode } from '@/lib/parcels/status'
import { addressesOf, type Stand } from '@/lib/shops/addresses'
import { brandCss } from '@/lib/shops/brand-css'
import type { Shop } from '@/lib/shops/shop'
import { assets } from './assets'

type PageFacts = {
  shop: Shop
  locale: Locale
  stand: Stand
  /** Public origin of the host that the page is on: pictures of shared links need it. */
  origin: string
  /** The same page in another language; null: it has none (an error). */
  sameIn: ((locale: Locale) => string) | null
  /** The state that a shared link's picture shows. */
  share: StatusCode
  islands: readonly string[]
  indexed: boolean
}

/** Everything around a shopper page's content. */
export function makeFrame({
  shop,
  locale,
  stand,
  origin,
  sameIn,
  share,
  islands,
  indexed,
}: PageFacts): Frame {
  const addresses = addressesOf(stand)
  const { shopperCss, islands: islandAddresses } = assets()
  const known = shop.slug !== ''
  return {
    talk: translator(shop, locale),
    shop,
    styles: [shopperCss, brandCss(shop.brand)],
    islands: islands.flatMap((name) => islandAddresses[name] ?? []),
    alternates: sameIn ? shop.locales.map((other) => ({ locale: other, href: sameIn(other) })) : [],
    lookUpHref: addresses.lookUp(locale),
    iconHref: known ? addresses.icon(locale) : null,
    pictureHref: known ? `${origin}${addresses.share(locale, share)}` : null,
    chrome: stand.kind !== 'embedded',
    indexed,
  }
}
