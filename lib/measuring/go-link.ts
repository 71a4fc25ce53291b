import type { ShopId } from '@/lib/core/ids'
import type { Keyring } from '@/lib/core/keyring'
import type { Locale } from '@/lib/i18n/locales'
import { addressesOf, type Stand } from '@/lib/shops/addresses'
import type { Shop } from '@/lib/shops/shop'
import { ownTarget } from './own-target'
import { type Source, sourceToken } from './source'

/** The name under which the shop's page finds the `sourceToken` in its address. */
const PARAMETER = 'doorstep'

const signatureOf = (keyring: Keyring, shopId: ShopId, { slot, variant }: Source, target: string): string =>
  keyring.keyedHash('go', [shopId, slot, variant, target].join('\n')).slice(0, 22)

export type Place = { keyring: Keyring; shop: Shop; locale: Locale; stand: Stand }

/**
 * The address that counts a click and leads on to `target`. Only we can make one, so nobody's click is counted for what was never
 * shown. What isn't on the shop's own hosts is linked as it is, and not counted.
 */
export function goLink({ keyring, shop, locale, stand }: Place, source: Source, target: string): string {
  if (!ownTarget(shop, target)) return target
  const query = new URLSearchParams({
    to: target,
    v: source.variant,
    s: signatureOf(keyring, shop.id, source, target),
  })
  return `${addressesOf(stand).go(locale, source.slot)}?${query}`
}

/** Where such an address leads, with the `sourceToken` in it; null for one that we haven't made, or whose host is no longer the shop's. */
export function readGo(
  keyring: Keyring,
  shop: Shop,
  slot: string,
  query: URLSearchParams,
): { source: Source; location: string } | null {
  const [target, variant, signature] = [query.get('to') ?? '', query.get('v') ?? '', query.get('s')]
  const source = { slot, variant }
  if (signature !== signatureOf(keyring, shop.id, source, target)) return null
  const url = ownTarget(shop, target)
  if (!url) return null
  const token = sourceToken(keyring, shop.id, source)
  // Appended as text: to write the query anew would change what others have signed in it.
  url.search = `${url.search === '' ? '?' : `${url.search}&`}${PARAMETER}=${token}`
  return { source, location: url.href }
}
