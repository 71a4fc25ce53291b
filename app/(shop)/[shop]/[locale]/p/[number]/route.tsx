import { documentHandler } from '@/app/_server/document-handler'
import { etagOf } from '@/app/_server/etag'
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
import { addressesOf, type Stand } from '@/lib/shops/addresses'

export const GET = documentHandler<{ shop: string; locale: string; number: string }>(
  async ({ request, params, context, shop, locale }) => {
    const key = parcelNumberKey(decodeSegment(params.number))
    const row = await withShop(context.db, shop.id, (tx) => findMovement(tx, shop.id, key))
    if (!row) return messageDocument(request, 'unknownNumber', { shop, locale })
    const { view } = speakParcel(shop, locale, row, context.now())
    const stand: Stand = { kind: 'hosted', slug: shop.slug }
    const frame = makeFrame({
      shop,
      locale,
      stand,
      origin: context.origin,
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
    const json = `/api/v1/p/${shop.slug}/${encodeURIComponent(row.number)}?locale=${locale}`
    const page = <ParcelPage frame={frame} parcel={parcel} json={json} etag={etag} />
    return documentResponse(await renderDocument(page, frame.styles), {
      headers: { 'x-robots-tag': 'noindex' },
    })
  },
)
