import type { Page } from '@/app/_server/document-handler'
import { etagOf } from '@/app/_server/etag'
import { framingOf } from '@/app/_server/framing-of'
import { makeFrame } from '@/app/_server/make-frame'
import { messageDocument } from '@/app/_server/message-document'
import { documentResponse, renderDocument } from '@/app/_server/render-document'
import { decodeSegment } from '@/app/_server/segment'
import { ParcelPage } from '@/components/page/parcel-page'
import { parcelModel } from '@/components/parcel/parcel-model'
import { findMovement } from '@/db/queries/read-movement'
import { withShop } from '@/db/with-shop'
import { carrierLink } from '@/lib/carriers/links'
import { carrierWords } from '@/lib/i18n/carrier-words'
import { translator } from '@/lib/i18n/translator'
import { speakParcel } from '@/lib/orders/order-view'
import { movementView } from '@/lib/parcels/movement-view'
import { parcelNumberKey } from '@/lib/parcels/parcel-number'
import { addressesOf, onSameHost } from '@/lib/shops/addresses'

type Params = { shop: string; locale: string; number: string }

/** A parcel by its number alone: the movement. */
export async function showParcel(page: Page<Params>): Promise<Response> {
  const { request, params, context, shop, locale, stand, origin } = page
  const key = parcelNumberKey(decodeSegment(params.number))
  const row = await withShop(context.db, shop.id, (tx) => findMovement(tx, shop.id, key))
  if (!row) return messageDocument(request, 'unknownNumber', { shop, locale, stand })
  const { view } = speakParcel(shop, locale, row, context.now())
  const frame = makeFrame({
    shop,
    locale,
    stand,
    origin,
    sameIn: (other) => addressesOf(stand).parcel(other, row.number),
    share: view.status,
    islands: ['live'],
    indexed: false,
  })
  const talk = translator(shop, locale)
  const parcel = parcelModel(
    {
      id: 'parcel-1',
      view: movementView(view),
      carrierName: carrierWords(row.carrier, talk),
      carrierUrl: carrierLink(row.carrier, row.number),
      number: row.number,
      items: [],
      order: null,
    },
    shop,
    talk,
  )
  const etag = etagOf(shop.version, locale, row.carrier, row.number, row.projectionVersion, view.validUntil)
  const json = onSameHost(stand, `/api/v1/p/${shop.slug}/${encodeURIComponent(row.number)}?locale=${locale}`)
  const element = <ParcelPage frame={frame} parcel={parcel} json={json} etag={etag} />
  return documentResponse(await renderDocument(element, frame.styles), {
    headers: { 'x-robots-tag': 'noindex' },
    framing: framingOf(request, stand, shop),
  })
}
