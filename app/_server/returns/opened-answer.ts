import type { Locale } from '@/lib/i18n/locales'
import type { Context } from '@/lib/services/context'
import { addressesOf } from '@/lib/shops/addresses'
import type { Shop } from '@/lib/shops/shop'
import { PRIVATE_HEADERS } from './act-on-order'
import { pagesOf } from './speak-return'

type Opened = { number: string; token: string }

/** Where a return is found from now on. */
export function returnAddresses(
  context: Context,
  shop: Shop,
  locale: Locale,
  { number, token }: Opened,
): { page: string; json: string } {
  const { pages, stand } = pagesOf(context, shop)
  return {
    page: `${pages}${addressesOf(stand).return(locale, token, number)}`,
    json: `${context.origin}/api/v1/r/${token}/${number}`,
  }
}

/** The answer to whoever sent a return. */
export function openedAnswer(context: Context, shop: Shop, locale: Locale, opened: Opened): Response {
  const links = returnAddresses(context, shop, locale, opened)
  return Response.json(
    { ...opened, links },
    { status: 201, headers: { ...PRIVATE_HEADERS, location: links.json } },
  )
}
