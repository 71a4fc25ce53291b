import { lookQuery } from '@/lib/embed/page-look'
import type { Stand } from '@/lib/shops/addresses'
import type { Shop } from '@/lib/shops/shop'
import { framingOf } from './framing-of'
import { redirectTo } from './redirect'

/** What a form leads to: in a frame it keeps the look. */
export function seeOther(
  { request, stand, shop }: { request: Request; stand: Stand; shop: Shop },
  location: string,
): Response {
  const framing = framingOf(request, stand, shop)
  const query = framing && lookQuery(framing.look)
  return redirectTo(query ? `${location}?${query}` : location, { status: 303 })
}
