import { failed } from '@/app/_server/document-handler'
import { messageDocument } from '@/app/_server/message-document'
import { findShopBySlug } from '@/app/_server/shop'
import { getContext } from '@/lib/context'
import { negotiateLocale } from '@/lib/i18n/negotiate-locale'
import { addressesOf } from '@/lib/shops/addresses'

/** A shop's address without a language leads to the reader's. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ shop: string }> },
): Promise<Response> {
  try {
    const shop = await findShopBySlug(await getContext(), (await params).shop)
    if (!shop) return await messageDocument(request, 'unknownShop', { shop: null, locale: null })
    const locale = negotiateLocale({ acceptLanguage: request.headers.get('accept-language'), shop })
    return new Response(null, {
      status: 307,
      headers: {
        location: addressesOf({ kind: 'hosted', slug: shop.slug }).lookUp(locale),
        vary: 'accept-language',
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    return failed(request, error)
  }
}
