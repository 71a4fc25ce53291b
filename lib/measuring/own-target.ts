import type { Shop } from '@/lib/shops/shop'

const WWW = 'www.'

/** The same site with and without `www.`. */
const twins = (url: string): string[] => {
  const { protocol, host } = new URL(url)
  const bare = host.startsWith(WWW) ? host.slice(WWW.length) : host
  return [`${protocol}//${bare}`, `${protocol}//${WWW}${bare}`]
}

type Hosts = Pick<Shop, 'homeUrl' | 'embedOrigins' | 'primaryHost'>

/** Where the shop's own pages are, e.g. `https://shop.example`; what it has without TLS may have it by now. */
export function ownOrigins(shop: Hosts): string[] {
  const origins = [
    ...[shop.homeUrl, ...shop.embedOrigins].flatMap(twins),
    ...(shop.primaryHost === null ? [] : [`https://${shop.primaryHost}`]),
  ]
  return [...new Set(origins.flatMap((origin) => [origin, origin.replace(/^http:/, 'https:')]))]
}

/** The address of a page on one of the shop's own hosts; null for every other, and for what is no address of a page. */
export function ownTarget(shop: Hosts, target: string): URL | null {
  if (!URL.canParse(target)) return null
  const url = new URL(target)
  if (url.username !== '' || url.password !== '') return null
  return ownOrigins(shop).includes(url.origin) ? url : null
}
