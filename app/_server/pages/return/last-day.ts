import { apiHandler } from '@/app/_server/api-handler'
import { problem } from '@/app/_server/problem'
import { findShopPage } from '@/app/_server/shop-page'
import { translator } from '@/lib/i18n/translator'
import { returnCalendar } from '@/lib/orders/return-calendar'
import { openReturn, type ReturnParams } from './open-return'

const HEADERS = {
  'cache-control': 'private, no-cache',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
}

/** The last day to hand a return in, or the day on which it is fetched, as a calendar file. */
export const showLastDay = apiHandler<ReturnParams>(async (_request, params) => {
  const { context, shop, locale } = await findShopPage(params.shop, params.locale)
  const open = shop && locale && (await openReturn(context, shop, params))
  const calendar = open && returnCalendar(shop, translator(shop, locale), open.back)
  if (!calendar) return problem('not_found', { headers: HEADERS })
  return new Response(calendar, {
    headers: {
      ...HEADERS,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="return.ics"',
    },
  })
})
