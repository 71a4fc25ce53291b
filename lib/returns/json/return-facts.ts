import type { Talk } from '@/lib/i18n/translator'
import type { CalendarDay } from '@/lib/returns/phrase'
import type { Policy } from '@/lib/returns/policy/schema'
import type { Return } from '@/lib/returns/return'
import type { Addresses } from '@/lib/shops/addresses'

/** What a return's JSON is made of, beside its words. */
export type ReturnFacts = {
  shop: { slug: string; timeZone: string }
  talk: Talk
  now: Date
  today: CalendarDay
  back: Return
  /** As it was when the return was sent: it names reasons and methods. */
  policy: Policy | null
  /** Of the return's link. */
  token: string
  /** Before an address of the shop's pages: its own host, or ours. */
  pages: string
  addresses: Addresses
  /** Before an address that every host has. */
  origin: string
  /** Whoever was given a present sees no prices. */
  showsPrices: boolean
  /** Opened codes of store credits, by payment. */
  codes: Readonly<Record<string, string>>
  /** What the shopper can still change. */
  may: { cancel: boolean; method: boolean }
}
