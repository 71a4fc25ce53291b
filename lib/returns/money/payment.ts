import { sumOf } from '@/lib/core/money'
import type { Outcome } from '@/lib/returns/vocabulary'

export type PaymentKind = 'refund' | 'credit' | 'exchange' | 'charge'

/** `due`: nobody was asked; `failed`: a person has to look; `withdrawn`: somebody knows of it, and it is owed no longer. */
type PaymentState = 'due' | 'asked' | 'waiting' | 'sent' | 'failed' | 'withdrawn'

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
  /** The part that gives back what was paid for an exchange which came to nothing. */
  back: number
  /** The part that is the order's shipping. */
  shipping: number
  /** Given up without knowing whether it was made. */
  unsure?: boolean
  /** Sent although it had been withdrawn. */
  late?: boolean
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

const UNTOUCHED: ReadonlySet<PaymentState> = new Set(['due', 'waiting', 'failed'])

/** Whether nobody has acted on it; what may have been made although nobody knows stays, until somebody does. */
export const isUntouched = ({ state, unsure }: Payment): boolean => UNTOUCHED.has(state) && !unsure

/** Whether somebody outside has heard of it: withdrawn it is kept, since they may do it all the same. */
export const isKnown = ({ state }: Pick<Payment, 'state'>): boolean => state !== 'due'

/** What of payments gives back what was paid for an exchange. */
export const backOf = (payments: readonly Pick<Payment, 'back'>[]): number =>
  sumOf(payments.map(({ back }) => back))

/** Of a charge, or of goods. */
export const NO_PARTS = { bonus: 0, back: 0, shipping: 0 } as const

/** What of a payment's parts is in a smaller sum: what goes back of a charge comes first, then shipping. */
export function partsWithin(
  { bonus, back, shipping }: Pick<Payment, 'bonus' | 'back' | 'shipping'>,
  amount: number,
): Pick<Payment, 'bonus' | 'back' | 'shipping'> {
  const backPart = Math.min(back, amount)
  const shippingPart = Math.min(shipping, amount - backPart)
  return {
    bonus: Math.min(bonus, amount - backPart - shippingPart),
    back: backPart,
    shipping: shippingPart,
  }
}

/** `base`, or `base:2`, `base:3`, … after the last one that is taken. */
export function nextOccurrence(base: string, taken: readonly string[]): string {
  const used = taken.flatMap((one) => {
    if (one === base) return [1]
    return one.startsWith(`${base}:`) ? [Number(one.slice(base.length + 1))] : []
  })
  return used.length === 0 ? base : `${base}:${Math.max(...used) + 1}`
}
