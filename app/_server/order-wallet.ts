import { signOrderBundle } from '@/lib/services/sign-order-bundle'
import { apiHandler } from './api-handler'
import { drawLogo } from './draw-logo'
import { openOrder } from './open-order'
import { problem } from './problem'
import { findShopPage } from './shop-page'

const HEADERS = {
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
}

/** An order for Apple Wallet, where the shop has a certificate. */
export const showWalletOrder = apiHandler<{ shop: string; locale: string; token: string }>(
  async (_request, params) => {
    const { context, shop, locale } = await findShopPage(params.shop, params.locale)
    const opened = shop && locale && (await openOrder(context, params.token))
    if (!opened || opened.shop.id !== shop.id) return problem('not_found', { headers: HEADERS })
    const { order } = opened
    const bundle = await signOrderBundle(context, { shop, locale, order, drawLogo: () => drawLogo(shop) })
    if (!bundle) return problem('not_found', { headers: HEADERS })
    return new Response(bundle, {
      headers: {
        ...HEADERS,
        'content-type': 'application/vnd.apple.order',
        'content-disposition': 'attachment; filename="order.order"',
      },
    })
  },
)
