import type { Moment } from '@/db/seed/demo/calendar'
import type { Locale } from '@/lib/i18n/locales'

/** An order of the demo, before its products are looked up. */
export type OrderSpec<P extends string = string> = {
  number: string
  /** What to see there, in English, for the list that the demo prints. */
  headline: string
  placed: Moment
  locale: Locale
  currency?: string
  customer: { name: string; email: string; phone?: string }
  address: { line1: string; line2?: string; postalCode: string; city: string; countryCode: string }
  items: { product: P; quantity: number }[]
  /** Without `items` a parcel holds the whole order; they are positions in the list above. */
  parcels: { carrier: string; number: string; items?: { position: number; quantity: number }[] }[]
  shipping: number
  service: string
  discount?: { code: string; amount: number }
}
