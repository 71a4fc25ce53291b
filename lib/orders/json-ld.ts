import { Temporal } from 'temporal-polyfill'
import { carrierName } from '@/lib/carriers/aliases'
import { carrierLink } from '@/lib/carriers/links'
import type { DeliveryWindow } from '@/lib/parcels/report'
import type { ShipmentView } from '@/lib/parcels/shipment-view'
import type { Shop } from '@/lib/shops/shop'
import type { SpokenParcel } from './order-view'

/** A value of JSON-LD; what is undefined isn't written. */
export type JsonLd = string | readonly JsonLd[] | { readonly [property: string]: JsonLd | undefined }

type OrderFacts = {
  number: string
  spoken: readonly SpokenParcel[]
  /** The titles of what each parcel holds, in the parcels' order. */
  contents: readonly (readonly string[])[]
}

type Seller = Pick<Shop, 'name' | 'homeUrl' | 'timeZone'>

/** A day, or with a clock the moment that it shows in the shop's zone. */
const moment = (day: string, clock: string | null, timeZone: string): string =>
  clock === null
    ? day
    : Temporal.PlainDate.from(day)
        .toZonedDateTime({ timeZone, plainTime: clock })
        .toString({ smallestUnit: 'second', timeZoneName: 'never' })

const arrival = ({ earliest, latest, from, to }: DeliveryWindow, timeZone: string) => ({
  expectedArrivalFrom: moment(earliest, from, timeZone),
  expectedArrivalUntil: moment(latest, to, timeZone),
})

function status({ pickup, pickupDaysLeft }: ShipmentView, name: string): JsonLd {
  const place = [pickup?.name, pickup?.address].filter(Boolean).join(', ')
  return {
    '@type': 'DeliveryEvent',
    name,
    ...(pickupDaysLeft !== null && pickup?.lastDay && { availableThrough: pickup.lastDay }),
    ...(pickupDaysLeft !== null && place && { location: place }),
  }
}

/**
 * An order's parcels as [ParcelDelivery](https://schema.org/ParcelDelivery), for assistants and mail programs that read
 * pages: what the page shows anyway, without address and name. Null while there is no parcel.
 */
export function orderJsonLd(shop: Seller, { number, spoken, contents }: OrderFacts): JsonLd | null {
  if (spoken.length === 0) return null
  const partOfOrder: JsonLd = {
    '@type': 'Order',
    orderNumber: number,
    seller: { '@type': 'Organization', name: shop.name, url: shop.homeUrl },
  }
  return {
    '@context': 'https://schema.org',
    '@graph': spoken.map(({ parcel, view, words }, index) => ({
      '@type': 'ParcelDelivery',
      carrier: { '@type': 'Organization', name: carrierName(parcel.carrier) },
      trackingNumber: parcel.number,
      trackingUrl: carrierLink(parcel.carrier, parcel.number) ?? undefined,
      deliveryStatus: status(view, words.title),
      ...(view.window && arrival(view.window, shop.timeZone)),
      itemShipped: (contents[index] ?? []).map((name) => ({ '@type': 'Product', name })),
      partOfOrder,
    })),
  }
}

/** JSON-LD as text that can stand in a script element: no text in it can end the element or begin a comment. */
export const jsonLdText = (data: JsonLd): string =>
  JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
