import { isDatabaseAway } from '@/db/database-away'
import { describeError } from '@/lib/core/describe-error'
import { logger } from '@/lib/core/logger'
import type { Locale } from '@/lib/i18n/locales'
import type { Context } from '@/lib/services/context'
import type { Stand } from '@/lib/shops/addresses'
import type { Shop } from '@/lib/shops/shop'
import { messageDocument } from './message-document'
import { originOf } from './origin-of'
import { otherLanguage } from './other-language'
import { findShopPage } from './shop-page'
import { standOf } from './stand-of'

type Params = { shop: string; locale: string }

/** A shopper's request for a document, its shop and language found. */
export type Page<P = Params> = {
  request: Request
  params: P
  context: Context
  shop: Shop
  locale: Locale
  stand: Stand
  /** Public origin of the host that was asked. */
  origin: string
}

/** Wraps a page once: finds shop and language first, and makes every failure a document. */
export function documentHandler<P extends Params>(
  handle: (page: Page<P>) => Promise<Response>,
  kind: 'hosted' | 'embedded' = 'hosted',
): (request: Request, context: { params: Promise<P> }) => Promise<Response> {
  return async (request, { params: promised }) => {
    try {
      const params = await promised
      const { context, shop, locale } = await findShopPage(params.shop, params.locale)
      if (!shop) return await messageDocument(request, 'unknownShop', { shop: null, locale })
      const stand = standOf(request, shop.slug, kind)
      if (locale)
        return await handle({ request, params, context, shop, locale, stand, origin: originOf(request) })
      return (
        otherLanguage(request, params.locale, stand, shop) ??
        (await messageDocument(request, 'notFound', { shop, locale: null, stand }))
      )
    } catch (error) {
      return failed(request, error)
    }
  }
}

/** The document of a surprise; what it was goes to the log, not to the page. */
export async function failed(request: Request, error: unknown): Promise<Response> {
  const away = isDatabaseAway(error)
  if (!away)
    logger.error('page failed', {
      reason: describeError(error),
    })
  return messageDocument(request, away ? 'unavailable' : 'error', {
    shop: null,
    locale: null,
    ...(away && { headers: { 'retry-after': '5' } }),
  })
}
