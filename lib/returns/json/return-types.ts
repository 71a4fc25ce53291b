import type { Locale } from '@/lib/i18n/locales'
import type { ParcelTone } from '@/lib/i18n/parcel-tone'
import type { ParcelJson } from '@/lib/parcels/parcel-json'
import type { CalendarDay } from '@/lib/returns/phrase'
import type { Grade, Ground, MethodKind, Outcome, ReturnState } from '@/lib/returns/vocabulary'

/** Minor units with their words. */
export type MoneyJson = { amount: number; text: string }

export type PhotoJson = { url: string; width: number; height: number }

export type ReturnItemJson = {
  key: string
  order: string
  line: string
  title: string
  variant: string | null
  sku: string | null
  image: string | null
  quantity: number
  reason: string
  subReason: string | null
  comment: string | null
  photos: PhotoJson[]
  outcome: Outcome
  exchange: { sku: string; title: string; variant: string | null; price: MoneyJson | null } | null
  box: number
  paid: MoneyJson | null
  received: { quantity: number; at: string } | null
  check: {
    at: string
    grade: Grade
    deduction: MoneyJson | null
    deductionReason: string | null
    photos: PhotoJson[]
    contest: { text: string; at: string; answer: string | null; answeredAt: string | null } | null
  } | null
  mayContest: boolean
  settledAt: string | null
  words: { reason: string; subReason: string | null; outcome: string; grade: string | null }
}

export type ReturnBoxJson = {
  box: number
  carrier: string | null
  carrierName: string | null
  number: string | null
  labelState: 'none' | 'due' | 'issued' | 'failed' | 'voiding' | 'voided'
  label: {
    a4: string | null
    a6: string | null
    code: { svg: string; png: string; text: string | null } | null
  } | null
  parcel: ParcelJson | null
}

export type SumJson = {
  refund: MoneyJson
  credit: MoneyJson
  bonus: MoneyJson
  pay: MoneyJson
  tax: MoneyJson
  moneyBy: CalendarDay | null
  /** Together they are refund and credit less what is to be paid. */
  lines: {
    kind: 'item' | 'exchange' | 'shipping' | 'bonus' | 'fee' | 'method'
    text: string
    money: MoneyJson
    item: string | null
  }[]
}

export type PaymentJson = {
  kind: 'refund' | 'credit' | 'exchange' | 'charge'
  order: string
  money: MoneyJson | null
  state: 'due' | 'waiting' | 'sent' | 'failed'
  code: string | null
  sentAt: string | null
}

export type ClockJson = {
  day: number | null
  of: number
  latest: CalendarDay | null
  overdue: boolean
  sent: { on: CalendarDay; from: CalendarDay; to: CalendarDay } | null
}

export type ReturnWords = {
  title: string
  meaning: string
  next: string
  steps: string[]
  /** How to hand it in, step by step; none where there is nothing to hand in (any more). */
  handIn: { text: string; lines: string[] }[]
  /** The day counter of the money in words; null where none runs. */
  money: string | null
  labels: { progress: string; items: string; label: string; handIn: string; sum: string; money: string }
}

/** A return as its link shows it. */
export type ReturnJson = {
  shop: string
  number: string
  locale: Locale
  ground: Ground
  state: ReturnState
  version: number
  gift: boolean
  currency: string
  createdAt: string
  updatedAt: string
  sentAt: string | null
  receivedAt: string | null
  checkedAt: string | null
  settledAt: string | null
  labelUntil: CalendarDay | null
  orders: { number: string; placedAt: string }[]
  method: {
    id: string
    kind: MethodKind
    name: string
    instructions: string | null
    store: { id: string; name: string; address: string } | null
    pickupDay: CalendarDay | null
  }
  items: ReturnItemJson[]
  boxes: ReturnBoxJson[]
  sum: SumJson | null
  payments: PaymentJson[]
  clock: ClockJson | null
  progress: { steps: string[]; current: number; stopped: boolean }
  /** How it feels: what a shop may colour it by. */
  tone: ParcelTone
  /** What the shopper has to do, and where; null: nothing. */
  action: { text: string; url: string } | null
  final: boolean
  may: { cancel: boolean; method: boolean; contest: boolean }
  links: { page: string; json: string }
  words: ReturnWords
}
