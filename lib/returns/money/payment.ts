import type { Outcome } from '@/lib/returns/vocabulary'

export type PaymentKind = 'refund' | 'credit' | 'exchange' | 'charge'

/** `due`: nobody was asked; `failed`: a person has to look. */
type PaymentState = 'due' | 'asked' | 'waiting' | 'sent' | 'failed'

/** `manual`: the merchant did it outside and said so. */
export type BackendName = 'webhook' | 'shopify' | 'woocommerce' | 'manual'

/** An item as a payment names it. */
export type PaidItem = {
  key: string
  lineId: string
  sku: string | null
  title: string
  quantity: number
  outcome: Outcome
  /** Whether the shop has it back. */
  received: boolean
  /** What is sent instead. */
  exchange: { sku: string; title: string; variant: string | null } | null
}

/** What is kept with a payment. */
type PaymentDetails = {
  items: PaidItem[]
  /** Of a credit: the part that the shop adds to what was paid. */
  bonus: number
  /** Given up without knowing whether it was made. */
  unsure?: boolean
}

/** A payment as it is about to be written. */
export type PlannedPayment = PaymentDetails & {
  kind: PaymentKind
  /** An order's id, an item's key, or `1`; further ones of the same end with `:2`, `:3`, … */
  occurrence: string
  orderId: string
  /** Minor units. */
  amount: number
}

/** A payment as it stands. */
export type Payment = PlannedPayment & {
  id: string
  state: PaymentState
  backend: BackendName
  /** The backend's own id of it. */
  reference: string | null
}

/** `base`, or `base:2`, `base:3`, … where it is taken. */
export function nextOccurrence(base: string, taken: readonly string[]): string {
  const used = taken.filter((one) => one === base || one.startsWith(`${base}:`)).length
  return used === 0 ? base : `${base}:${used + 1}`
}
