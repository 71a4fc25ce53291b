import { apiLocale } from '@/app/_server/api-locale'
import { orderEtag, taggedJson } from '@/app/_server/etag'
import { openOrder } from '@/app/_server/open-order'
import { problem } from '@/app/_server/problem'
import { findShopByKey } from '@/app/_server/shop'
import { shopperHandler } from '@/app/_server/shopper-handler'
import { orderJson } from '@/lib/orders/order-json'
import { speakParcel } from '@/lib/orders/order-view'
import type { Context } from '@/lib/services/context'
import { parseToken } from '@/lib/shops/token'
import { orderValidUntil } from '@/lib/slots/order-valid-until'

const HEADERS = {
  'cache-control': 'private, no-cache',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
  vary: 'accept-language',
}

type Params = { token: string }

async function shopOf(context: Context, { token }: Params) {
  const parsed = parseToken(token)
  return parsed && findShopByKey(context, parsed.shopKey)
}

const handlers = shopperHandler<Params>(shopOf, {
  GET: async ({ context, request, params: { token } }) => {
    const opened = await openOrder(context, token)
    if (!opened) return problem('not_found', { headers: HEADERS })
    const { shop, order } = opened
    const locale = apiLocale(request, shop, order.locale)
    const now = context.now()
    const spoken = order.parcels.map((parcel) => speakParcel(shop, locale, parcel, now))
    const etag = orderEtag(shop, locale, order, orderValidUntil(spoken, order.schedules, now))
    return taggedJson(request, etag, () => orderJson(shop, locale, order, spoken, context.origin), HEADERS)
  },
})

export const GET = handlers.GET
export const OPTIONS = handlers.OPTIONS
