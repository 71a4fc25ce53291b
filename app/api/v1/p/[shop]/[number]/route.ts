import { apiLocale } from '@/app/_server/api-locale'
import { etagOf, taggedJson } from '@/app/_server/etag'
import { problem } from '@/app/_server/problem'
import { decodeSegment } from '@/app/_server/segment'
import { findShopBySlug } from '@/app/_server/shop'
import { shopperHandler } from '@/app/_server/shopper-handler'
import { findMovement } from '@/db/queries/read-movement'
import { withShop } from '@/db/with-shop'
import { speakParcel } from '@/lib/orders/order-view'
import { movementView } from '@/lib/parcels/movement-view'
import { parcelJson } from '@/lib/parcels/parcel-json'
import { parcelNumberKey } from '@/lib/parcels/parcel-number'
import type { Context } from '@/lib/services/context'

const HEADERS = { 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex', vary: 'accept-language' }

type Params = { shop: string; number: string }

const shopOf = (context: Context, { shop }: Params) => findShopBySlug(context, shop)

const handlers = shopperHandler<Params>(shopOf, {
  GET: async ({ context, shop, request, params }) => {
    const key = parcelNumberKey(decodeSegment(params.number))
    const row = shop && (await withShop(context.db, shop.id, (tx) => findMovement(tx, shop.id, key)))
    if (!row) return problem('not_found', { headers: HEADERS })
    const locale = apiLocale(request, shop, null)
    const { view, words } = speakParcel(shop, locale, row, context.now())
    const etag = etagOf(shop.version, locale, row.carrier, row.number, row.projectionVersion, view.validUntil)
    return taggedJson(request, etag, () => parcelJson(row, movementView(view), words), HEADERS)
  },
})

export const GET = handlers.GET
export const OPTIONS = handlers.OPTIONS
