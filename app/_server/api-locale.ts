import type { Locale } from '@/lib/i18n/locales'
import { negotiateLocale } from '@/lib/i18n/negotiate-locale'
import type { Shop } from '@/lib/shops/shop'

/** The language of a JSON answer: `?locale=`, the order's, Accept-Language, the shop's default. */
export const apiLocale = (request: Request, shop: Shop, order: string | null): Locale =>
  negotiateLocale({
    explicit: new URL(request.url).searchParams.get('locale'),
    order,
    acceptLanguage: request.headers.get('accept-language'),
    shop,
  })
