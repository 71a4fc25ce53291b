import { apiLocale } from '@/app/_server/api-locale'
import { merchantHandler } from '@/app/_server/merchant-handler'
import { problem } from '@/app/_server/problem'
import { decodeSegment } from '@/app/_server/segment'
import { getShopCached } from '@/app/_server/shop'
import { findShipmentWithInbox } from '@/db/queries/read-shipment'
import { withShop } from '@/db/with-shop'
import { carrierSlug } from '@/lib/carriers/aliases'
import { speakParcel } from '@/lib/orders/order-view'
import { parcelJson } from '@/lib/parcels/parcel-json'
import { parcelNumberKey } from '@/lib/parcels/parcel-number'

export const GET = merchantHandler<{ carrier: string; number: string }>(
  async ({ context, shopId, request, params }) => {
    const shop = await getShopCached(context, shopId)
    const carrier = carrierSlug(decodeSegment(params.carrier))
    const key = parcelNumberKey(decodeSegment(params.number))
    const row = await withShop(context.db, shopId, (tx) => findShipmentWithInbox(tx, shopId, carrier, key))
    if (!row) return problem('not_found', { detail: `No parcel ${key} of ${carrier} is known.` })
    const { view, words } = speakParcel(shop, apiLocale(request, shop, null), row, context.now())
    const { scans, ...parcel } = parcelJson(row, view, words)
    return Response.json(
      {
        ...parcel,
        generation: row.generation,
        orders: row.orders,
        scans: scans.map((scan, index) => ({ ...scan, raw: view.timeline[index]?.raw ?? [] })),
        inbox: row.inbox,
      },
      { headers: { 'cache-control': 'no-store' } },
    )
  },
)
