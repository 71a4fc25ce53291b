import type { Shop } from '@/lib/shops/shop'

const WWW = 'www.'

/** The same site with and without `www.`. */
const twins = (url: string): string[] => {
  const { protocol, host } = new URL(url)
  const bare = host.startsWith(WWW) ? host.slice(WWW.length) : host
  return [`${protocol}//${bare}`, `${protocol}//${WWW}${bare}`]
}

const secure = (origin: string): string => origin.replace(/^http:/, 'https:')

/** The shop's own origins: what leads there is its own. */
export function ownOrigins({
  homeUrl,
  embedOrigins,
  primaryHost,
}: Pick<Shop, 'homeUrl' | 'embedOrigins' | 'primaryHost'>): ReadonlySet<string> {
  const named = [
    ...[homeUrl, ...embedOrigins].flatMap(twins),
    ...(primaryHost === null ? [] : [`https://${primaryHost}`]),
  ]
  return new Set([...named, ...named.map(secure)])
}
