import type { OrderDiscount } from '@/lib/orders/order'
import type { Projection } from '@/lib/parcels/projection'
import type { Draft } from '@/lib/returns/draft'
import type { VariantOffer } from '@/lib/returns/draft-view'
import type { Quote } from '@/lib/returns/quote'
import type { ReturnState } from '@/lib/returns/vocabulary'

export type SourceLine = {
  id: string
  title: string
  variant: string | null
  sku: string | null
  category: string | null
  vendor: string | null
  product: string | null
  tags: string[]
  options: Record<string, string>
  quantity: number
  unitPrice: number
  discount: number
  taxRate: number | null
  mediaId: string | null
  media: { id: string; width: number; height: number } | null
}

export type SourceParcel = {
  projection: Pick<Projection, 'direction' | 'status' | 'statusTime' | 'timeline'>
  lines: { id: string; quantity: number }[]
}

/**
 * What an earlier return took of its orders: of one that was called off only that for which money or goods have left all the same
 * (see `listTaken`).
 */
export type EarlierReturn = { state: ReturnState } & Pick<Quote, 'items' | 'shipping'>

export type SourceOrder = {
  id: string
  number: string
  placedAt: string
  currency: string
  locale: string | null
  customerKey: string | null
  customerTags: string[]
  countryCode: string | null
  shipping: { price: number; service?: string | null } | null
  discounts: OrderDiscount[]
  tags: string[]
  channel: string | null
  /** Every return that it has had. */
  earlier: EarlierReturn[]
  lines: SourceLine[]
  parcels: SourceParcel[]
}

/** What the shop knows of the orders’ customer; a present that somebody else sent back is that person’s. */
export type SourceCustomer = {
  orders: number
  /** When the returns were asked for that were neither cancelled nor rejected, newest first. */
  returnedAt: string[]
  keptItems: number
  credits: number
  mistakes: number
}

export type SourceVariant = VariantOffer & { currency: string }

/** Everything that is known about a draft, as one statement reads it; instants are ISO. */
export type DraftSource = {
  id: string
  version: number
  draft: Draft
  sent: { id: string; number: string } | null
  /** In no order. */
  orders: SourceOrder[]
  customer: SourceCustomer
  /** Variants of the lines' products, and those that the draft's exchanges name. */
  variants: SourceVariant[]
  /** What else an exchange may choose from. */
  products: SourceVariant[]
  photos: { id: string; itemKey: string; width: number; height: number }[]
}
