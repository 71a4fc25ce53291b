import type { Locale } from '@/lib/i18n/locales'
import type { StatusCode } from '@/lib/parcels/status'
import type { SlotChoice } from '@/lib/slots/choose-slots'
import type { PlacedSlot } from '@/lib/slots/placed-slot'

/** How an order's page is to be looked at before anybody else sees it. */
export type PreviewAsked = {
  /** The order's, however it is written. */
  number: string
  locale: Locale
  /** As if each of its parcels stood so; null: as they stand. */
  status: StatusCode | null
  /** Since when, if they stand so; null: since now. */
  since: Date | null
  /** As if these were placed; null: what is placed. */
  placed: readonly PlacedSlot[] | null
}

/** The page, and why each slot stands on it or doesn't. */
export type SlotPreview = { choice: SlotChoice; html: string }
