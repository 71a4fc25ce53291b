import { lookQuery } from '@/lib/embed/page-look'
import type { Stand } from '@/lib/shops/addresses'
import type { Shop } from '@/lib/shops/shop'
import { framingOf } from './framing-of'
import { redirectTo } from './redirect'

/** What a form leads to: in a frame it keeps the look. `done` says there what the form did, as `?done`. */
export function seeOther(
  { request, stand, shop }: { request: Request; stand: Stand; shop: Shop },
  location: string,
  done: string | null = null,
): Response {
  const framing = framingOf(request, stand, shop)
  const query = [done, framing && lookQuery(framing.look)].filter(Boolean).join('&')
  const sign = location.includes('?') ? '&' : '?'
  return redirectTo(query ? `${location}${sign}${query}` : location, { status: 303 })
}
