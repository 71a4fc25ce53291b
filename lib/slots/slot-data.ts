import type { WishKind } from '@/lib/care/wish'

/** A picture of ours, or the shop's own address for one that wasn't fetched yet. */
export type SlotPicture = { src: string; width: number; height: number }

/** A product as a slot shows it. */
export type SlotProduct = {
  id: string
  title: string
  /** On the shop's own host; slots lead there through `context.go`. */
  url: string
  picture: SlotPicture | null
  /** Minor units of `currency`; null: the catalogue names none. */
  price: number | null
  /** What it cost before; null: it isn't reduced. */
  priceBefore: number | null
  currency: string
}

/** A voucher that this order was given. */
export type SlotVoucher = {
  code: string
  /** `percent`: hundredths of a percent (1000 is 10 %); `amount`: minor units. */
  kind: 'percent' | 'amount'
  value: number
  currency: string
  /** What it takes off at most, minor units; of an amount the amount itself. */
  atMost: number
  /** Minor units; 0: none. */
  minimum: number
  /** A day in the shop's zone, `YYYY-MM-DD`; null: without end. */
  validUntil: string | null
}

/** Where a parcel waits, and until when. */
export type SlotPickup = {
  parcelId: string
  name: string | null
  address: string | null
  /** Lines such as "Mon–Fri 9–18", in the words of who gave them. */
  hours: readonly string[]
  /** `YYYY-MM-DD` at the place. */
  lastDay: string | null
  daysLeft: number | null
  /** What has to be shown or typed there. */
  code: string | null
  /** A calendar file with the last day. */
  calendarHref: string | null
  /** Three days or fewer are left. */
  urgent: boolean
}

/** A line of the order, for slots that tell of what was bought. */
export type SlotItem = {
  id: string
  sku: string | null
  title: string
  category: string | null
  tags: readonly string[]
  url: string | null
  picture: SlotPicture | null
}

/** What a shopper may correct or wish for on this page, and where it is posted. */
export type SlotCare = {
  /** An address that the carrier couldn't deliver to; null: nothing is wrong with it, or it is corrected. */
  addressHref: string | null
  /** Somebody has corrected it already. */
  addressCorrected: boolean
  /** Where wishes for the delivery are made (another day, a neighbour, a safe place, another address); null: too late. */
  wishesHref: string | null
  /** What is wished for as yet; null: nothing. */
  wished: WishKind | null
}

/** What slots may know of the order itself. */
export type SlotOrder = {
  /** What was paid for the lines; minor units of `currency`. */
  value: number
  currency: string
  /** Every parcel has arrived, and there is one. */
  delivered: boolean
  /** The link may act for the buyer; a shared one only shows. */
  mayAct: boolean
  /** A code of this order's own to recommend the shop with; null: none is made. */
  referralCode: string | null
}

/** What the page's one read brings for its slots; each slot takes what it needs. */
export type SlotData = {
  order: SlotOrder
  products: readonly SlotProduct[]
  voucher: SlotVoucher | null
  pickups: readonly SlotPickup[]
  items: readonly SlotItem[]
  care: SlotCare
  /** The answer that was given already; null: none. */
  feedback: { kind: 'stars' | 'nps'; value: number } | null
  /** Whom the order belongs to may be asked for more than this page shows. */
  hasEmail: boolean
}
