import type { Shop } from '@/lib/shops/shop'

const WWW = 'www.'

/** The same site with and without `www.`. */
const twins = (url: string): string[] => {
  const { protocol, host } = new URL(url)
  const bare = host.startsWith(WWW) ? host.slice(WWW.length) : host
  return [`${protocol}//${bare}`, `${protocol}//${WWW}${bare}`]
}

/** The address of a page on one of the shop's own hosts; null for every other, and for what is no address of a page. */
export function ownTarget(
  shop: Pick<Shop, 'homeUrl' | 'embedOrigins' | 'primaryHost'>,
  target: string,
): URL | null {
  if (!URL.canParse(target)) return null
  const url = new URL(target)
  if (url.username !== '' || url.password !== '') return null
  const origins = new Set([
    ...[shop.homeUrl, ...shop.embedOrigins].flatMap(twins),
    ...(shop.primaryHost === null ? [] : [`https://${shop.primaryHost}`]),
  ])
  return origins.has(url.origin) || origins.has(url.origin.replace(/^https:/, 'http:')) ? url : null
}
