import type { Shop } from '@/lib/shops/shop'
import { ownOrigins } from './own-origins'

/** The address of a page on one of the shop's own hosts; null for every other, and for what is no address of a page. */
export function ownTarget(
  shop: Pick<Shop, 'homeUrl' | 'embedOrigins' | 'primaryHost'>,
  target: string,
): URL | null {
  if (!URL.canParse(target)) return null
  const url = new URL(target)
  if (url.username !== '' || url.password !== '') return null
  return ownOrigins(shop).has(url.origin) ? url : null
}
