import type { ReactElement } from 'react'
import { failed } from '@/app/_server/document-handler'
import { makeFrame } from '@/app/_server/make-frame'
import type { Merchant } from '@/app/_server/merchant'
import { documentResponse, renderDocument } from '@/app/_server/render-document'
import { getShopCached } from '@/app/_server/shop'
import { standOf } from '@/app/_server/stand-of'
import type { Frame } from '@/components/page/frame'
import { getContext } from '@/lib/context'
import { env } from '@/lib/env'
import { negotiateLocale } from '@/lib/i18n/negotiate-locale'
import type { Context } from '@/lib/services/context'
import type { Stand } from '@/lib/shops/addresses'
import { neutralShop } from '@/lib/shops/neutral-shop'
import type { Shop } from '@/lib/shops/shop'
import { findSession } from './session'

/** A request of the warehouse. */
export type CheckIn<P> = {
  request: Request
  params: P
  context: Context
  /** Null: nobody has opened the page with a key. */
  session: Merchant | null
  /** The key's; nobody's, while there is none. */
  shop: Shop
  stand: Stand
  frame: Frame
}

/** A document for the warehouse: without the shop's header and footer, in the phone's language as far as the shop speaks it. */
function frameOf(request: Request, shop: Shop, stand: Stand): Frame {
  const locale = negotiateLocale({ acceptLanguage: request.headers.get('accept-language'), shop })
  const frame = makeFrame({
    shop,
    locale,
    stand,
    origin: new URL(env().url).origin,
    sameIn: null,
    share: 'pending.unknown',
    islands: [],
    indexed: false,
  })
  return { ...frame, chrome: false, pictureHref: null }
}

/** Wraps the check-in's pages once: whose shift it is, in which shop, and every failure a document. */
export function checkInHandler<P>(
  handle: (page: CheckIn<P>) => Promise<Response>,
): (request: Request, context: { params: Promise<P> }) => Promise<Response> {
  return async (request, { params }) => {
    try {
      const context = await getContext()
      const session = await findSession(context, request)
      const shop = session ? await getShopCached(context, session.shopId) : neutralShop(env().url)
      const stand = standOf(request, shop.slug)
      const frame = frameOf(request, shop, stand)
      return await handle({ request, params: await params, context, session, shop, stand, frame })
    } catch (error) {
      return failed(request, error)
    }
  }
}

/** Sends a document of the check-in; a form on it names where it was sent from, so that others can't send it. */
export async function checkInDocument(
  { frame }: Pick<CheckIn<unknown>, 'frame'>,
  element: ReactElement,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Promise<Response> {
  return documentResponse(await renderDocument(element, frame.styles), {
    status,
    headers: { 'x-robots-tag': 'noindex', 'referrer-policy': 'same-origin', ...headers },
  })
}
