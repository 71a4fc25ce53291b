import type { Locale } from '@/lib/i18n/locales'
import type { CalendarDay } from '@/lib/returns/phrase'
import type { MethodKind, Outcome, ReturnState } from '@/lib/returns/vocabulary'
import type { MoneyJson, SumJson } from './return-types'

export type VariantOfferJson = {
  sku: string
  title: string
  variant: string | null
  options: Record<string, string>
  price: MoneyJson | null
  left: number | null
  image: string | null
}

type Asked = 'no' | 'welcome' | 'required'

export type SubReasonJson = {
  id: string
  text: string
  photos: Asked
  comment: Asked
  hint: string | null
}

export type ReasonJson = SubReasonJson & { outcomes: Outcome[] | null; subReasons: SubReasonJson[] }

export type ReturnMethodJson = {
  id: string
  kind: MethodKind
  text: string
  needs: string
  instructions: string | null
  price: MoneyJson
  stores: { id: string; name: string; address: string }[]
  pickupDays: CalendarDay[]
}

/** What of an order can go back, and how. */
export type ReturnOptionsJson = {
  shop: string
  order: string
  locale: Locale
  currency: string
  lines: {
    line: string
    title: string
    variant: string | null
    sku: string | null
    image: string | null
    quantity: number
    left: number
    eligible: boolean
    refusal: string | null
    until: CalendarDay | null
    paidEach: MoneyJson
    reasons: string[]
    outcomes: Outcome[]
    methods: string[]
    variants: VariantOfferJson[]
    words: { until: string | null }
  }[]
  reasons: ReasonJson[]
  outcomes: { id: Outcome; text: string; detail: string }[]
  methods: ReturnMethodJson[]
  products: VariantOfferJson[]
  returns: {
    number: string
    state: ReturnState
    createdAt: string
    links: { page: string; json: string }
  }[]
}

/** What a return would come to. */
export type ReturnQuoteJson = {
  sum: SumJson
  seen: string
  methods: ReturnMethodJson[]
  approval: 'automatic' | 'review'
  review: string[]
  refusals: { pointer: string; text: string }[]
  missing: { pointer: string; code: string; detail: string }[]
}
