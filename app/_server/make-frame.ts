import type { Frame } from '@/components/page/frame'
import { FRAMED_CSS } from '@/lib/embed/framed-css'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import type { StatusCode } from '@/lib/parcels/status'
import { addressesOf, onSameHost, type Stand } from '@/lib/shops/addresses'
import { keptBrandCss, keptFramedBrandCss } from '@/lib/shops/kept-brand-css'
import type { Shop } from '@/lib/shops/shop'
import { assets } from './assets'

type PageFacts = {
  shop: Shop
  locale: Locale
  stand: Stand
  /** Public origin of the host that the page is on: canonical addresses and pictures of shared links need it. */
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
  const framed = stand.kind === 'embedded'
  const named = shop.slug !== '' && !framed
  const { logo } = shop.brand
  const picture = (path: string | null) => path && onSameHost(stand, path)
  return {
    talk: translator(shop, locale),
    shop: {
      ...shop,
      brand: { ...shop.brand, logo: { ...logo, light: picture(logo.light), dark: picture(logo.dark) } },
    },
    origin,
    styles: [shopperCss, framed ? keptFramedBrandCss(shop.brand) + FRAMED_CSS : keptBrandCss(shop.brand)],
    islands: [...(framed ? ['inside'] : []), ...islands]
      .flatMap((name) => islandAddresses[name] ?? [])
      .map((path) => onSameHost(stand, path)),
    alternates:
      sameIn && !framed ? shop.locales.map((other) => ({ locale: other, href: sameIn(other) })) : [],
    canonicalHref: indexed && sameIn && !framed ? `${origin}${sameIn(locale)}` : null,
    lookUpHref: addresses.lookUp(locale),
    returnsHref: shop.slug === '' ? null : addresses.returns(locale),
    iconHref: named ? addresses.icon(locale) : null,
    pictureHref: named ? `${origin}${addresses.share(locale, share)}` : null,
    chrome: !framed,
    indexed: indexed && !framed,
  }
}
