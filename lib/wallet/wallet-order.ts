import { Temporal } from 'temporal-polyfill'
import { carrierName } from '@/lib/carriers/aliases'
import { carrierLink } from '@/lib/carriers/links'
import type { SpokenParcel, StoredParcel } from '@/lib/orders/order-view'
import type { DeliveryWindow } from '@/lib/parcels/report'
import type { ShipmentView } from '@/lib/parcels/shipment-view'
import { statusOf } from '@/lib/parcels/status'
import type { Shop } from '@/lib/shops/shop'
import { FULFILLMENT_STATUS, type FulfillmentStatus } from './fulfillment-status'

/** One line of an order; `image` names a file of the bundle. */
export type WalletItem = { title: string; subtitle?: string; quantity: number; image?: string }

type WalletParcel = SpokenParcel<StoredParcel & { id: string }>

type WalletFacts = {
  shop: Pick<Shop, 'name' | 'homeUrl' | 'help' | 'timeZone'>
  orderTypeIdentifier: string
  merchantIdentifier: string
  order: { id: string; number: string; placedAt: Date; updatedAt: Date }
  /** The order's page. */
  url: string
  /** Everything that was ordered. */
  items: readonly WalletItem[]
  spoken: readonly WalletParcel[]
  /** What each parcel holds, in the parcels' order. */
  contents: readonly (readonly WalletItem[])[]
  /** Something is in no parcel yet. */
  hasRest: boolean
}

const iso = (at: Date | string): string =>
  Temporal.Instant.from(new Date(at).toISOString()).toString({ smallestUnit: 'second' })

/** Wallet reads the day alone, unless a duration says that the hours are meant; noon is the same day everywhere near. */
function estimate({ latest, earliest, likely, from, to }: DeliveryWindow, timeZone: string) {
  const at = (day: string, plainTime: string) =>
    Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime })
  const text = (moment: Temporal.ZonedDateTime) =>
    moment.toString({ smallestUnit: 'second', timeZoneName: 'never' })
  if (earliest !== latest || from === null || to === null || to <= from)
    return { estimatedDeliveryAt: text(at(likely ?? latest, '12:00')) }
  const start = at(earliest, from)
  const duration = start.until(at(earliest, to), { largestUnit: 'hour' })
  return { estimatedDeliveryAt: text(start), estimatedDeliveryWindowDuration: duration.toString() }
}

function deliveredAt({ status, statusTime }: ShipmentView) {
  return statusOf(status) === 'delivered' && statusTime?.at ? { deliveredAt: iso(statusTime.at) } : {}
}

const statusIn = ({ view }: WalletParcel): FulfillmentStatus => FULFILLMENT_STATUS[statusOf(view.status)]

function fulfillment(one: WalletParcel, lineItems: readonly WalletItem[], timeZone: string) {
  const { parcel, view, words } = one
  const trackingURL = carrierLink(parcel.carrier, parcel.number)
  return {
    fulfillmentType: 'shipping',
    fulfillmentIdentifier: parcel.id,
    status: statusIn(one),
    statusDescription: words.title,
    notes: words.meaning,
    carrier: carrierName(parcel.carrier),
    trackingNumber: parcel.number,
    ...(trackingURL && { trackingURL }),
    ...(view.window && estimate(view.window, timeZone)),
    ...deliveredAt(view),
    ...(lineItems.length > 0 && { lineItems }),
  }
}

/** Closed when nothing more will come. */
function orderStatus(parcels: readonly WalletParcel[], hasRest: boolean): 'open' | 'completed' | 'cancelled' {
  const statuses = parcels.map(statusIn)
  const isOver = (status: FulfillmentStatus) => status === 'delivered' || status === 'cancelled'
  if (hasRest || statuses.length === 0 || !statuses.every(isOver)) return 'open'
  return statuses.includes('delivered') ? 'completed' : 'cancelled'
}

/**
 * An order as Apple Wallet keeps it: the `order.json` of a bundle, schema version 1
 * ([Wallet Orders](https://developer.apple.com/documentation/walletorders/order)). Neither the customer nor an address is in it.
 */
export function walletOrder({ shop, order, url, items, spoken, contents, hasRest, ...names }: WalletFacts) {
  const { email, phone, chatUrl } = shop.help
  const sent = spoken.flatMap((one, index) =>
    one.view.direction === 'outbound' ? [{ one, holds: contents[index] ?? [] }] : [],
  )
  const parcels = sent.map(({ one }) => one)
  const updates = parcels.map(({ parcel }) => new Date(parcel.updatedAt).getTime())
  return {
    schemaVersion: 1,
    orderType: 'ecommerce',
    orderTypeIdentifier: names.orderTypeIdentifier,
    orderIdentifier: order.id,
    orderNumber: order.number,
    orderManagementURL: url,
    createdAt: iso(order.placedAt),
    updatedAt: iso(new Date(Math.max(order.updatedAt.getTime(), ...updates))),
    status: orderStatus(parcels, hasRest),
    merchant: {
      merchantIdentifier: names.merchantIdentifier,
      displayName: shop.name,
      url: shop.homeUrl,
      logo: 'logo.png',
      ...(email && { emailAddress: email }),
      ...(phone && { phoneNumber: phone }),
      ...(chatUrl && { contactURL: chatUrl }),
    },
    lineItems: items,
    fulfillments: sent.map(({ one, holds }) => fulfillment(one, holds, shop.timeZone)),
  }
}
