import { env } from '@/lib/env'
import { HOST_HEADER } from './host-header'
import { isFromTrustedProxy } from './peer-address'

/**
 * The public origin of the host that was asked, for addresses that must be whole: the merchant's own, or ours. A merchant's
 * host is `https`, unless a trusted proxy says that its visitors come without.
 */
export function originOf({ headers }: Request): string {
  const host = headers.get(HOST_HEADER)
  if (!host) return new URL(env().url).origin
  const isPlain =
    headers.get('x-forwarded-proto') === 'http' && isFromTrustedProxy(headers, env().trustedProxies)
  return `${isPlain ? 'http' : 'https'}://${host}`
}
