import { readHost } from '@/lib/shops/host'
import { originOf } from './origin-of'

/** The host of an `Origin`; null for what is none (`null`: a page that hides where it came from). */
const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null)

/**
 * Whether a form was sent by a page of the same origin. A browser says so itself (Fetch Metadata) where the connection is
 * trusted; on plain http the `Origin` decides, and without either nobody is believed.
 */
export function isSameOrigin(request: Request): boolean {
  const { headers } = request
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = headers.get('origin')
  if (origin === null) return false
  if (origin === originOf(request)) return true
  const host = hostOf(origin)
  return host !== null && readHost(host) !== null && host === headers.get('host')
}
