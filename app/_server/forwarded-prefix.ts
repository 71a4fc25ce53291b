import { env } from '@/lib/env'
import { isFromTrustedProxy } from './peer-address'

/** Whole segments of plain characters: nothing that a browser would read as another host or as a step up. */
const PREFIX = /^(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)+$/

/** The path that a trusted proxy has stripped, e.g. `/orders-app`; empty for none. */
export function forwardedPrefix(headers: Headers): string {
  const prefix = headers.get('x-forwarded-prefix')?.replace(/\/$/, '') ?? ''
  return PREFIX.test(prefix) && isFromTrustedProxy(headers, env().trustedProxies) ? prefix : ''
}
