import type { Draft, DraftItem } from './draft'
import type { LineDecision, ReturnDecision } from './policy/decision'
import type { Policy } from './policy/schema'
import type { Quote } from './quote'

/** A variant that an exchange could send, with what is left of it; minor units. */
export type VariantOffer = {
  sku: string
  product: string
  title: string
  variant: string | null
  options: Record<string, string>
  price: number
  /** Pieces that nobody has set aside; null: not counted. */
  left: number | null
  media: { id: string; width: number; height: number } | null
}

export type DraftLine = {
  orderId: string
  id: string
  title: string
  variant: string | null
  sku: string | null
  category: string | null
  options: Record<string, string>
  quantity: number
  /** One piece before discounts, and what was paid for one after all of them (rounded down); minor units. */
  unitPrice: number
  paidEach: number
  media: { id: string; width: number; height: number } | null
  /** As if nothing were chosen yet. */
  decision: LineDecision
  /** Other variants of the same product, the bought one included. */
  variants: VariantOffer[]
}

export type DraftOrder = {
  id: string
  number: string
  placedAt: string
  currency: string
  lines: DraftLine[]
}

/** A chosen item with what the policy says of it as chosen so far. */
export type DraftItemView = { item: DraftItem; line: DraftLine; decision: LineDecision }

/** Everything that the steps show, as one read gives it. */
export type DraftView = {
  id: string
  /** What a form sends back, so that two tabs don't overwrite each other. */
  version: number
  draft: Draft
  orders: DraftOrder[]
  items: DraftItemView[]
  /** Keys of items whose outcome was chosen and can't be had any more: it has sold out, or the rules have changed. */
  lost: string[]
  decision: ReturnDecision
  /** Null until every item has an outcome. */
  quote: Quote | null
  policy: Policy
  policyVersion: number
  currency: string
  /** Products that an exchange for something else may choose from; at most 60. */
  products: VariantOffer[]
  /** Photos that were uploaded, by id. */
  photos: { id: string; itemKey: string; width: number; height: number }[]
  /** Token and number of the return that it became; null: not sent yet. */
  sent: { token: string; number: string } | null
}
