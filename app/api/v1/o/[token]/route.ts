import { apiHandler } from '@/app/_server/api-handler'
import { apiLocale } from '@/app/_server/api-locale'
import { etagOf, taggedJson } from '@/app/_server/etag'
import { openOrder } from '@/app/_server/open-order'
import { problem } from '@/app/_server/problem'
import { getContext } from '@/lib/context'
import { orderJson } from '@/lib/orders/order-json'
import { speakParcel, validUntilOf } from '@/lib/orders/order-view'

const HEADERS = {
  'cache-control': 'private, no-cache',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
  vary: 'accept-language',
}

export const GET = apiHandler<{ token: string }>(async (request, { token }) => {
  const context = await getContext()
  const opened = await openOrder(context, token)
  if (!opened) return problem('not_found', { headers: HEADERS })
  const { shop, order } = opened
  const locale = apiLocale(request, shop, order.locale)
  const spoken = order.parcels.map((parcel) => speakParcel(shop, locale, parcel, context.now()))
  const etag = etagOf(shop.version, locale, order.id, order.version, validUntilOf(spoken))
  return taggedJson(request, etag, () => orderJson(shop, locale, order, spoken, context.origin), HEADERS)
})
