import { negotiateLocale } from '@/lib/i18n/negotiate-locale'
import { addressesOf, type Stand } from '@/lib/shops/addresses'
import type { Shop } from '@/lib/shops/shop'
import { redirectTo } from './redirect'

const LANGUAGE_TAG = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i

/**
 * A snippet names the language of its shop's page (`pt-BR`), or none (`und`), and can't know which ones we speak: in a frame such
 * an address leads to the nearest that we do. Null for any other address.
 */
export function otherLanguage(request: Request, tag: string, stand: Stand, shop: Shop): Response | null {
  if (stand.kind !== 'embedded' || !LANGUAGE_TAG.test(tag)) return null
  const { pathname, search } = new URL(request.url)
  const locale = negotiateLocale({
    explicit: tag,
    acceptLanguage: request.headers.get('accept-language'),
    shop,
  })
  const [, rest = ''] = /^\/e\/[^/]+\/[^/]+(\/.*)?$/.exec(pathname) ?? []
  return redirectTo(`${addressesOf(stand).lookUp(locale)}${rest}${search}`, { vary: 'accept-language' })
}
