import { orderModel } from '@/components/page/order-model'
import { OrderPage } from '@/components/page/order-page'
import type { OrderReturnModel } from '@/components/returns/order-returns'
import type { OrderPageRow } from '@/db/queries/read-order'
import { carrierLink } from '@/lib/carriers/links'
import type { Keyring } from '@/lib/core/keyring'
import { carrierWords } from '@/lib/i18n/carrier-words'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { orderJsonLd } from '@/lib/orders/json-ld'
import { maskAddress } from '@/lib/orders/mask-address'
import { contentsOf, linesLeft } from '@/lib/orders/order-json'
import { speakParcel } from '@/lib/orders/order-view'
import { statusOf } from '@/lib/parcels/status'
import { addressesOf, onSameHost, type Stand } from '@/lib/shops/addresses'
import type { Shop } from '@/lib/shops/shop'
import { orderValidUntil } from '@/lib/slots/order-valid-until'
import type { PlacedSlot } from '@/lib/slots/placed-slot'
import { orderEtag } from './etag'
import { itemModel } from './item-models'
import { makeFrame } from './make-frame'
import { type RenderedDocument, renderDocument } from './render-document'
import { renderSlots } from './slots/render-slots'
import { type PageSlots, slotsOfOrder } from './slots/slots-of-order'

type OrderDocumentFacts = {
  keyring: Keyring
  shop: Shop
  locale: Locale
  stand: Stand
  origin: string
  token: string
  order: OrderPageRow
  /** The shop signs orders for Apple Wallet. */
  hasWallet: boolean
  returns: readonly OrderReturnModel[]
  /** As if these slots were placed. */
  placed?: readonly PlacedSlot[]
  now: Date
}

/** Renders an order's page, and says until when it is true. */
export async function renderOrder({
  keyring,
  shop,
  locale,
  stand,
  origin,
  token,
  order,
  hasWallet,
  returns,
  placed,
  now,
}: OrderDocumentFacts): Promise<{ page: RenderedDocument; slots: PageSlots; validUntil: string | null }> {
  const talk = translator(shop, locale)
  const spoken = order.parcels.map((parcel) => speakParcel(shop, locale, parcel, now))
  const validUntil = orderValidUntil(spoken, order.schedules, now)
  const place = { keyring, shop, locale, stand, token, order, spoken, now }
  const slots = slotsOfOrder(place, 'order', placed)
  const item = itemModel(shop.slug, stand)
  const addresses = addressesOf(stand)
  const masked = order.deliveryAddress && maskAddress(order.deliveryAddress)
  const contents = order.parcels.map((_, index) => contentsOf(order.lines, order.parcels, index))
  const { care } = slots.data
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
        addressHref: care.addressCorrected ? null : (care.addressHref ?? undefined),
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
      slots={renderSlots(place, slots)}
      returnsHref={somethingArrived ? addresses.returnsOf(locale, token) : null}
      data={orderJsonLd(shop, {
        number: order.number,
        spoken,
        contents: contents.map((lines) => lines.map(({ title }) => title)),
      })}
      json={onSameHost(stand, `/api/v1/o/${token}?locale=${locale}`)}
      etag={orderEtag(shop, locale, order, validUntil)}
    />
  )
  return { page: await renderDocument(page, frame.styles), slots, validUntil }
}
