import { orderCalendar } from '@/lib/orders/calendar'
import { speakParcel, validUntilOf } from '@/lib/orders/order-view'
import { orderLinks } from '@/lib/services/order-links'
import { apiHandler } from './api-handler'
import { etagOf, matches } from './etag'
import { openOrder } from './open-order'
import { problem } from './problem'
import { findShopPage } from './shop-page'

const HEADERS = {
  'cache-control': 'private, no-cache',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
}

/** An order's days as a calendar file, for download and for subscription. */
export const showCalendar = apiHandler<{ shop: string; locale: string; token: string }>(
  async (request, params) => {
    const { context, shop, locale } = await findShopPage(params.shop, params.locale)
    const opened = shop && locale && (await openOrder(context, params.token))
    if (!opened || opened.shop.id !== shop.id) return problem('not_found', { headers: HEADERS })
    const { order } = opened
    const spoken = order.parcels.map((parcel) => speakParcel(shop, locale, parcel, context.now()))
    // Calendars are shared with families and colleagues: the link in it looks, it doesn't act.
    const { order: page } = orderLinks(context, shop, order.id, locale, 'view')
    const calendar = orderCalendar(shop, locale, spoken, page)
    if (calendar === null) return problem('not_found', { headers: HEADERS })
    const etag = etagOf(shop.version, locale, order.id, order.version, validUntilOf(spoken))
    const headers = { ...HEADERS, etag }
    if (matches(request, etag)) return new Response(null, { status: 304, headers })
    return new Response(calendar, {
      headers: {
        ...headers,
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'attachment; filename="delivery.ics"',
      },
    })
  },
)
