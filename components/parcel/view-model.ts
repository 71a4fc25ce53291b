import type { Picture } from '@/components/ui/photo'
import type { Headline } from '@/lib/i18n/parcel-headline'
import type { ParcelTone } from '@/lib/i18n/parcel-tone'
import type { ParcelWords } from '@/lib/i18n/parcel-words'
import type { ProgressStep, ShipmentView } from '@/lib/parcels/shipment-view'
import type { StatusCode } from '@/lib/parcels/status'
import type { Shop } from '@/lib/shops/shop'
import type { LandmarkName } from './landmark'

export type ItemModel = {
  id: string
  title: string
  variant: string | null
  quantity: number
  /** The product's page in the shop. */
  url: string | null
  picture: Picture | null
}

/** The address as the page may show it: already masked. */
export type AddressModel = { name: string | null; lines: string[] }

export type HistoryModel = {
  key: string
  /** Our words for the state; null where the carrier's code is unknown. */
  title: string | null
  /** The carrier's own text, when it says more than our words. */
  detail: string | null
  place: string | null
  when: { day: string; clock: string | null; dateTime: string } | null
}

export type ActionModel = { label: string; href: string }

export type PickupModel = {
  name: string | null
  address: string | null
  lastDay: string | null
  daysLeft: string | null
  /** A line each. */
  hours: readonly string[]
  /** It goes back soon. */
  urgent: boolean
}

export type ProgressModel = {
  steps: { id: ProgressStep; state: 'done' | 'current' | 'ahead' }[]
  stopped: boolean
  landmark: LandmarkName
}

/** What a page knows of a parcel beside its view. */
export type ParcelFacts = {
  id: string
  view: ShipmentView
  carrierName: string
  number: string
  /** The parcel's page at its carrier. */
  carrierUrl: string | null
  items: ItemModel[]
  /** The order's number where the page shows the order. */
  order: string | null
  /** The order's calendar file; offered while a day is named. */
  calendarHref?: string
  /** Where the order's address is corrected; null: it is already; undefined: not from this page. */
  addressHref?: string | null | undefined
}

export type HelpfulShop = Pick<Shop, 'name' | 'help'>

/** One parcel as its page shows it. */
export type ParcelModel = {
  /** Stable in the page; part of element ids. */
  id: string
  /** For programs that read the page. */
  status: StatusCode
  tone: ParcelTone
  /** The small line over the headline: the state, or how it stands. */
  kicker: string
  headline: Headline
  words: ParcelWords
  /** "The carrier changed the date …", "Most likely …". */
  remarks: string[]
  freshness: { text: string; dateTime: string | null }
  progress: ProgressModel
  action: ActionModel | null
  pickup: PickupModel | null
  /** Null: no day is named, or the page has no calendar. */
  calendarHref: string | null
  items: ItemModel[]
  history: HistoryModel[]
  carrier: { name: string; url: string | null }
  number: string
  final: boolean
}
