import { etagOf, matches } from '@/app/_server/etag'
import { framingOf } from '@/app/_server/framing-of'
import { makeFrame } from '@/app/_server/make-frame'
import { documentResponse, renderDocument } from '@/app/_server/render-document'
import { fetchProductPictures } from '@/app/_server/slots/fetch-product-pictures'
import { noteShown } from '@/app/_server/slots/note-shown'
import { slotsOfReturn } from '@/app/_server/slots/slots-of-return'
import { followModel } from '@/components/returns/follow/follow-model'
import { FollowPage } from '@/components/returns/follow/follow-page'
import { addressesOf } from '@/lib/shops/addresses'
import { type ReturnPage, returnPage } from './return-handler'

/** The return behind a link. What is on the page is its tag: a page that asks again is told that nothing has changed. */
async function show(page: ReturnPage): Promise<Response> {
  const { request, params, context, shop, locale, stand, origin, facts, talk, self } = page
  const model = followModel(facts, shop, talk)
  const slots = await slotsOfReturn(page)
  const etag = etagOf(shop.version, locale, self, JSON.stringify(model), slots.said)
  const headers = { etag, 'x-robots-tag': 'noindex' }
  if (matches(request, etag)) return new Response(null, { status: 304, headers })
  const frame = makeFrame({
    shop,
    locale,
    stand,
    origin,
    sameIn: (other) => addressesOf(stand).return(other, params.token, facts.back.number),
    share: 'in_transit.other',
    islands: ['live'],
    indexed: false,
  })
  const element = <FollowPage frame={frame} follow={model} self={self} etag={etag} slots={slots.markup} />
  noteShown(context, shop, request, slots.shown)
  fetchProductPictures(context, shop.id, slots.pictureless)
  return documentResponse(await renderDocument(element, frame.styles), {
    headers,
    framing: framingOf(request, stand, shop),
  })
}

export const showReturn = returnPage(show)
