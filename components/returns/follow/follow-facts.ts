import type { HelpfulShop, ParcelFacts } from '@/components/parcel/view-model'
import type { Picture } from '@/components/ui/photo'
import type { RefundClock } from '@/lib/returns/refund-clock'
import type { Return } from '@/lib/returns/return'
import type { MethodKind } from '@/lib/returns/vocabulary'

/** Addresses that a return's page leads to. */
export type FollowLinks = {
  label: (box: number, form: 'a4' | 'a6') => string
  code: (box: number, form: 'png' | 'svg') => string
  file: (id: string) => string
  calendar: string
  cancel: string
  method: string
  contest: (key: string) => string
  choice: (key: string) => string
  /** Where another return begins. */
  again: string
  picture: (media: { id: string; width: number; height: number }) => Picture
}

/** Everything a return's page is made of, at one moment. */
export type FollowFacts = {
  back: Return
  /** Today in the shop's zone. */
  today: string
  clock: RefundClock
  method: {
    kind: MethodKind
    /** The carrier's name; null where nobody carries it. */
    carrier: string | null
    /** The shop's own words about it. */
    instructions: string | null
  }
  /** Where a parcel of the shopper's own goes. */
  destination: readonly string[]
  /** The reported parcels, by box. */
  parcels: readonly { box: number; facts: Omit<ParcelFacts, 'id' | 'order' | 'items'> }[]
  /** Why a person looks at it, in words. */
  reviewReasons: readonly string[]
  /** Opened codes of store credits, by payment. */
  codes: Readonly<Record<string, string>>
  /** Keys of the items whose exchange has run out. */
  unavailable: readonly string[]
  /** What can still be changed. */
  may: { cancel: boolean; method: boolean }
  links: FollowLinks
}

export type FollowShop = HelpfulShop
