import type { Locale } from '@/lib/i18n/locales'
import { type ParcelWords, parcelWords } from '@/lib/i18n/parcel-words'
import { translator } from '@/lib/i18n/translator'
import type { Projection } from '@/lib/parcels/projection'
import type { ShipmentView } from '@/lib/parcels/shipment-view'
import { viewShipment } from '@/lib/parcels/view-shipment'
import type { Shop } from '@/lib/shops/shop'

/** A shipment as the database tells it. */
export type StoredParcel = {
  carrier: string
  number: string
  projection: Projection
  updatedAt: Date | string
}

/** A parcel at one moment, in one language: what the page and the JSON are both made of. */
export type SpokenParcel<P extends StoredParcel = StoredParcel> = {
  parcel: P
  view: ShipmentView
  words: ParcelWords
}

export function speakParcel<P extends StoredParcel>(
  shop: Shop,
  locale: Locale,
  parcel: P,
  now: Date,
): SpokenParcel<P> {
  const view = viewShipment(parcel.projection, { now, timeZone: shop.timeZone, carrier: parcel.carrier })
  return { parcel, view, words: parcelWords(view, translator(shop, locale)) }
}

/** The earliest instant at which one of the views says something else (ISO UTC); null: never. */
export function validUntilOf(spoken: readonly Pick<SpokenParcel, 'view'>[]): string | null {
  const instants = spoken.flatMap(({ view }) => view.validUntil ?? []).sort()
  return instants[0] ?? null
}
