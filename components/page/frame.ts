import type { Locale } from '@/lib/i18n/locales'
import type { Talk } from '@/lib/i18n/translator'
import type { Shop } from '@/lib/shops/shop'

/** What every shopper document needs around its content. */
export type Frame = {
  talk: Talk
  shop: Pick<Shop, 'name' | 'brand' | 'homeUrl' | 'headerLinks' | 'footer' | 'help'>
  /** Public origin of the host that the page is on: search engines take whole addresses only. */
  origin: string
  /** CSS texts, each printed in a `<style>` of its own so that a policy can name its hash. */
  styles: readonly string[]
  /** Addresses of scripts on our own origin; a page must read and submit without them. */
  islands: readonly string[]
  /** The same page in each of the shop's languages, itself included. */
  alternates: readonly { locale: Locale; href: string }[]
  /** The page's whole address, for search engines; null: it is not for them. */
  canonicalHref: string | null
  /** The page that finds orders. */
  lookUpHref: string
  /** The page that begins a return; null or left out: the shop takes none here. */
  returnsHref?: string | null
  /** Our own address of the shop's icon; null: none. */
  iconHref: string | null
  /** Absolute address of the picture that a shared link shows; null: none. */
  pictureHref: string | null
  /** False inside somebody's page: no header, no footer. */
  chrome: boolean
  /** Whether search engines may list the page. */
  indexed: boolean
}
