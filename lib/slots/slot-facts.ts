import type { StatusCode } from '@/lib/parcels/status'

/** What targeting can ask of a page; null where nothing is known. */
export type SlotFacts = {
  /** Of every parcel. */
  statuses: readonly StatusCode[]
  /** A parcel stands where marketing would be out of place: exception, late, failed attempt, returning, lost. */
  unhappy: boolean
  delayed: boolean
  locale: string
  /** ISO 3166-1 alpha-2 of the delivery address. */
  country: string | null
  carriers: readonly string[]
  /** What was paid for the lines; minor units of `currency`. */
  orderValue: number
  currency: string
  categories: readonly string[]
  tags: readonly string[]
  skus: readonly string[]
  /** Orders of this customer, this one included; null: nobody known. */
  orders: number | null
  /** Whole days since the last parcel arrived, in the shop's zone; null: not yet. */
  daysSinceDelivery: number | null
  /** The shopper has objected to personalisation: then only unpersonalised content. */
  objects: boolean
  /** Decides shares and variants without a cookie: the order's id. */
  seed: string
}
