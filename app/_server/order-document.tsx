import { orderModel } from '@/components/page/order-model'
import { OrderPage } from '@/components/page/order-page'
import type { OrderReturnModel } from '@/components/returns/order-returns'
import type { OrderRow } from '@/db/queries/read-order'
import { carrierLink } from '@/lib/carriers/links'
import { carrierWords } from '@/lib/i18n/carrier-words'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { orderJsonLd } from '@/lib/orders/json-ld'
import { maskAddress } from '@/lib/orders/mask-address'
import { contentsOf, linesLeft } from '@/lib/orders/order-json'
import { speakParcel, validUntilOf } from '@/lib/orders/order-view'
import { statusOf } from '@/lib/parcels/status'
import { addressesOf, onSameHost, type Stand } from '@/lib/shops/addresses'
import type { Shop } from '@/lib/shops/shop'
import { etagOf } from './etag'
import { itemModel } from './item-models'
import { makeFrame } from './make-frame'
import { type RenderedDocument, renderDocument } from './render-document'

type OrderDocumentFacts = {
  shop: Shop
  locale: Locale
  stand: Stand
  origin: string
  token: string
  order: OrderRow
  /** The shop signs orders for Apple Wallet. */
  hasWallet: boolean
  returns: readonly OrderReturnModel[]
  now: Date
}

/** Renders an order's page, and says until when it is true. */
export async function renderOrder({
  shop,
  locale,
  stand,
  origin,
  token,
  order,
  hasWallet,
  returns,
  now,
}: OrderDocumentFacts): Promise<{ page: RenderedDocument; validUntil: string | null }> {
  const talk = translator(shop, locale)
  const spoken = order.parcels.map((parcel) => speakParcel(shop, locale, parcel, now))
  const validUntil = validUntilOf(spoken)
  const item = itemModel(shop.slug, stand)
  const addresses = addressesOf(stand)
  const masked = order.deliveryAddress && maskAddress(order.deliveryAddress)
  const contents = order.parcels.map((_, index) => contentsOf(order.lines, order.parcels, index))
  const model = orderModel(
    {
      number: order.number,
      placedAt: new Date(order.placedAt),
      now,
      parcels: spoken.map(({ parcel, view }, index) => ({
        id: `parcel-${index + 1}`,
        view,
        carrierName: carrierWords(parcel.carrier, talk),
        carrierUrl: carrierLink(parcel.carrier, parcel.number),
        number: parcel.number,
        items: (contents[index] ?? []).map(item),
        calendarHref: addresses.calendar(locale, token),
      })),
      restItems: linesLeft(order.lines, order.parcels).map(item),
      address: masked && {
        name: masked.name,
        lines: [masked.street, masked.town].filter((line) => line !== null),
      },
    },
    shop,
    talk,
  )
  const frame = makeFrame({
    shop,
    locale,
    stand,
    origin,
    sameIn: (other) => addresses.order(other, token),
    share: spoken[0]?.view.status ?? 'pending.unknown',
    islands: ['live'],
    indexed: false,
  })
  const somethingArrived = spoken.some(
    ({ view }) => view.direction === 'outbound' && statusOf(view.status) === 'delivered',
  )
  const page = (
    <OrderPage
      frame={frame}
      order={model}
      walletHref={hasWallet ? addresses.wallet(locale, token) : null}
      preferencesHref={addresses.preferences(locale, token)}
      returns={returns}
      returnsHref={somethingArrived ? addresses.returnsOf(locale, token) : null}
      data={orderJsonLd(shop, {
        number: order.number,
        spoken,
        contents: contents.map((lines) => lines.map(({ title }) => title)),
      })}
      json={onSameHost(stand, `/api/v1/o/${token}?locale=${locale}`)}
      etag={etagOf(shop.version, locale, order.id, order.version, validUntil)}
    />
  )
  return { page: await renderDocument(page, frame.styles), validUntil }
}
