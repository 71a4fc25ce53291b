import type { StatusCode } from './status'

/** Where a scan happened, as far as the provider says. */
export type Place = {
  city: string | null
  region: string | null
  postalCode: string | null
  /** ISO 3166-1 alpha-2, upper case; null when absent or not a code. */
  countryCode: string | null
  /** Free text, when the provider gives no parts. */
  text: string | null
}

/**
 * A moment as a carrier wrote it. `at` is the UTC instant and null where the zone is unknown;
 * `localTime` is the clock on the carrier's wall (`YYYY-MM-DD` or `YYYY-MM-DDTHH:mm:ss`), null where only UTC is given
 * or the date is implausible. `raw` is the provider's own text.
 */
export type ScanTime = {
  at: string | null
  localTime: string | null
  offsetMinutes: number | null
  zoneKnown: boolean
  raw: string | null
}

/** One physical scan of a parcel, immutable, with the provider's own words and codes kept. */
export type Scan = {
  provider: string
  /** null: the provider's code has no known parent; the scan is kept, the state unchanged. */
  status: StatusCode | null
  time: ScanTime
  /** The provider's own order field (higher is later); never a position in a body. */
  order: number | null
  text: string | null
  place: Place | null
  /** The provider asks the recipient to act (Shippo `action_required`). */
  actionRequired: boolean
  raw: { status: string | null; substatus: string | null; code: string | null }
}

/** A delivery window in the destination's calendar days; the hours only where the carrier names them. */
export type DeliveryWindow = {
  /** `YYYY-MM-DD` */
  earliest: string
  latest: string
  likely: string | null
  /** Local clock, `HH:mm`. */
  from: string | null
  to: string | null
  source: 'carrier' | 'provider' | 'shop'
}

/** What a provider says of the whole parcel, beside its scans. */
export type Summary = {
  status: StatusCode | null
  /** When the provider wrote the summary (UTC instant), null when it doesn't say. */
  at: string | null
  actionRequired: boolean
  raw: { status: string | null; substatus: string | null }
}

/** Where a parcel waits to be collected: for everybody who may see the parcel. */
export type PickupPlace = {
  name: string | null
  address: string | null
  /** `YYYY-MM-DD`: the last day to collect. */
  lastDay: string | null
  /** When the place is open, in the words of who told it, a line each; left out: nobody says. */
  hours?: readonly string[] | undefined
}

/** Facts that help collecting a parcel. */
export type Pickup = PickupPlace & {
  /** What opens a locker, or is asked for at the counter: for who may act, never for who may only look. */
  code?: string
}

/** One provider's message about one parcel: the adapters' only output. */
export type ParcelReport = {
  /** Carrier slug (`dhl`, `ups`, …), `unknown` when the provider names none. */
  carrier: string
  number: string
  direction: 'outbound' | 'inbound' | null
  scans: Scan[]
  summary: Summary | null
  window: DeliveryWindow | null
  pickup: Pickup | null
  signedBy: string | null
}
