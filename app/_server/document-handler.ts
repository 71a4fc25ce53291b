import { isDatabaseAway } from '@/db/database-away'
import { describeError } from '@/lib/core/describe-error'
import { logger } from '@/lib/core/logger'
import type { Locale } from '@/lib/i18n/locales'
import type { Context } from '@/lib/services/context'
import type { Shop } from '@/lib/shops/shop'
import { messageDocument } from './message-document'
import { findShopPage } from './shop-page'

type Params = { shop: string; locale: string }

type Page<P> = { request: Request; params: P; context: Context; shop: Shop; locale: Locale }

/** Wraps a page once: finds shop and language first, and makes every failure a document. */
export function documentHandler<P extends Params>(
  handle: (page: Page<P>) => Promise<Response>,
): (request: Request, context: { params: Promise<P> }) => Promise<Response> {
  return async (request, { params: promised }) => {
    try {
      const params = await promised
      const { context, shop, locale } = await findShopPage(params.shop, params.locale)
      if (!shop) return await messageDocument(request, 'unknownShop', { shop: null, locale })
      if (!locale) return await messageDocument(request, 'notFound', { shop, locale: null })
      return await handle({ request, params, context, shop, locale })
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
