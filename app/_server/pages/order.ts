import type { Page } from '@/app/_server/document-handler'
import { framingOf } from '@/app/_server/framing-of'
import { orderPage } from '@/app/_server/kept-orders'
import { messageDocument } from '@/app/_server/message-document'
import { documentResponse } from '@/app/_server/render-document'
import { fetchProductPictures } from '@/app/_server/slots/fetch-product-pictures'
import { noteShown } from '@/app/_server/slots/note-shown'

type Params = { shop: string; locale: string; token: string }

/** The order behind a link. */
export async function showOrder(page: Page<Params>): Promise<Response> {
  const { request, params, context, shop, locale, stand, origin } = page
  const order = await orderPage(context, shop, locale, { stand, origin }, params.token)
  if (!order) return messageDocument(request, 'unknownLink', { shop, locale, stand })
  noteShown(context, shop, request, order.shown)
  fetchProductPictures(context, shop.id, order.pictureless)
  return documentResponse(order.page, {
    headers: { 'x-robots-tag': 'noindex' },
    framing: framingOf(request, stand, shop),
  })
}
