import type { WishKind } from '@/lib/care/wish'
import type { DeliveryAddress } from '@/lib/orders/order'

/** What a form of wishes is filled with. */
export type WishValues = {
  kind: WishKind | null
  day: string | null
  name: string
  neighbour: string
  place: string
  address: DeliveryAddress
}

export type WishDay = { value: string; label: string }

/** A carrier that changes the delivery itself, on its own page. */
export type CarrierWish = { carrier: string; href: string }
