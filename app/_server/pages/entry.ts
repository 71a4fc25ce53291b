import { failed } from '@/app/_server/document-handler'
import { messageDocument } from '@/app/_server/message-document'
import { redirectTo } from '@/app/_server/redirect'
import { findShopBySlug } from '@/app/_server/shop'
import { standOf } from '@/app/_server/stand-of'
import { getContext } from '@/lib/context'
import type { Locale } from '@/lib/i18n/locales'
import { negotiateLocale } from '@/lib/i18n/negotiate-locale'
import { type Addresses, addressesOf } from '@/lib/shops/addresses'

/** `?token=` and `?number=` name the page to open; what else an address says goes along. */
function pageOf(addresses: Addresses, locale: Locale, query: URLSearchParams): string {
  const [token, number] = [query.get('token'), query.get('number')]
  for (const name of ['token', 'number', 'locale']) query.delete(name)
  const rest = query.size > 0 ? `?${query}` : ''
  if (token) return addresses.order(locale, encodeURIComponent(token)) + rest
  if (number) return addresses.parcel(locale, number) + rest
  return addresses.lookUp(locale) + rest
}

/** A shop's address without a language leads to the one that is asked for (`?locale=`), else to the reader's. */
export const entry =
  (kind: 'hosted' | 'embedded') =>
  async (request: Request, { params }: { params: Promise<{ shop: string }> }): Promise<Response> => {
    try {
      const shop = await findShopBySlug(await getContext(), (await params).shop)
      if (!shop) return await messageDocument(request, 'unknownShop', { shop: null, locale: null })
      const query = new URL(request.url).searchParams
      const locale = negotiateLocale({
        explicit: query.get('locale'),
        acceptLanguage: request.headers.get('accept-language'),
        shop,
      })
      return redirectTo(pageOf(addressesOf(standOf(request, shop.slug, kind)), locale, query), {
        vary: 'accept-language',
      })
    } catch (error) {
      return failed(request, error)
    }
  }
