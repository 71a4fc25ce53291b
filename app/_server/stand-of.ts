import type { Stand } from '@/lib/shops/addresses'
import { forwardedPrefix } from './forwarded-prefix'
import { HOST_HEADER } from './host-header'

/** Where a shop's page stands in a request: below the shop's segment, framed below `/e`, or on the merchant's own host. */
export function standOf({ headers }: Request, slug: string, kind: 'hosted' | 'embedded' = 'hosted'): Stand {
  const prefix = forwardedPrefix(headers)
  if (kind === 'hosted' && headers.has(HOST_HEADER)) return { kind: 'own-host', prefix }
  return { kind, slug, prefix }
}
