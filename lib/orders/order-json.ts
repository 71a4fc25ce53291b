import type { Locale } from '@/lib/i18n/locales'
import { type ParcelJson, parcelJson } from '@/lib/parcels/parcel-json'
import { mediaAddress } from '@/lib/shops/addresses'
import type { SpokenParcel, StoredParcel } from './order-view'

export type ItemJson = { title: string; variant: string | null; quantity: number; image: string | null }

export type OrderJson = {
  shop: string
  order: string
  placedAt: string
  locale: Locale
  parcels: (ParcelJson & { items: ItemJson[] })[]
  /** Lines, or what is left of them, that are in no parcel yet. */
  unshipped: ItemJson[]
}

/** A line of an order with our copy of its picture. */
export type StoredLine = {
  id: string
  title: string
  variant: string | null
  quantity: number
  media: { id: string } | null
}

type StoredOrder<P> = { number: string; placedAt: string; lines: StoredLine[]; parcels: P[] }
type ParcelWithLines = StoredParcel & { lines: { id: string; quantity: number }[] }

/** What a parcel holds: its named lines, with the parcel's own quantities. */
function linesIn<L extends { id: string; quantity: number }>(
  lines: readonly L[],
  contents: readonly { id: string; quantity: number }[],
): L[] {
  const quantities = new Map(contents.map(({ id, quantity }) => [id, quantity]))
  return lines.flatMap((line) => {
    const quantity = quantities.get(line.id)
    return quantity === undefined ? [] : [{ ...line, quantity }]
  })
}

/**
 * What no parcel holds yet. An order whose parcels name no lines says nothing about the rest; with a single such parcel, that
 * parcel holds everything.
 */
export function linesLeft<L extends { id: string; quantity: number }>(
  lines: readonly L[],
  parcels: readonly { lines: readonly { id: string; quantity: number }[] }[],
): L[] {
  if (parcels.length > 0 && parcels.every((parcel) => parcel.lines.length === 0)) return []
  const sent = new Map<string, number>()
  for (const { id, quantity } of parcels.flatMap((parcel) => parcel.lines))
    sent.set(id, (sent.get(id) ?? 0) + quantity)
  return lines.flatMap((line) => {
    const quantity = line.quantity - (sent.get(line.id) ?? 0)
    return quantity > 0 ? [{ ...line, quantity }] : []
  })
}

/** The lines of one parcel among its order's: a lone parcel without named lines holds them all. */
export const contentsOf = <L extends { id: string; quantity: number }>(
  lines: readonly L[],
  parcels: readonly { lines: readonly { id: string; quantity: number }[] }[],
  index: number,
): L[] => {
  const contents = parcels[index]?.lines ?? []
  return parcels.length === 1 && contents.length === 0 ? [...lines] : linesIn(lines, contents)
}

/** The shopper's JSON of an order; `origin` makes picture addresses absolute. */
export function orderJson<P extends ParcelWithLines>(
  shop: { slug: string },
  locale: Locale,
  order: StoredOrder<P>,
  spoken: readonly SpokenParcel<P>[],
  origin: string,
): OrderJson {
  const item = ({ title, variant, quantity, media }: StoredLine): ItemJson => ({
    title,
    variant,
    quantity,
    image: media && `${origin}${mediaAddress(shop.slug, media.id)}`,
  })
  return {
    shop: shop.slug,
    order: order.number,
    placedAt: new Date(order.placedAt).toISOString(),
    locale,
    parcels: spoken.map(({ parcel, view, words }, index) => ({
      ...parcelJson(parcel, view, words),
      items: contentsOf(order.lines, order.parcels, index).map(item),
    })),
    unshipped: linesLeft(order.lines, order.parcels).map(item),
  }
}
