import type { CalendarDay } from '@/lib/returns/phrase'
import type { StoredLabel } from '@/lib/returns/return'

export type LabelAddress = {
  name: string
  line1: string
  line2: string | null
  postalCode: string
  city: string
  region: string | null
  countryCode: string
}

/** Everything that a label of our own says. */
export type LabelFacts = {
  shopName: string
  returnNumber: string
  orderNumbers: readonly string[]
  /** From 1. */
  box: number
  boxes: number
  carrier: string
  /** The carrier's own name of the service; null: none was chosen. */
  service: string | null
  /** The parcel's number, as the barcode says it. */
  barcode: string
  symbology: NonNullable<StoredLabel['symbology']>
  /** Null where the shop never learnt it: the label then leaves room to write. */
  from: LabelAddress | null
  to: LabelAddress
  /** The last day to hand it in; null: any. */
  lastDay: CalendarDay | null
  /** What the warehouse scans to open the return; null: no such code. */
  checkIn: string | null
  /** When the label was issued, ISO UTC: the same label is the same file again. */
  issuedAt: string
  /** What goes into this box. */
  items: readonly { title: string; variant: string | null; quantity: number }[]
}

export type LabelSize = 'a4' | 'a6'
