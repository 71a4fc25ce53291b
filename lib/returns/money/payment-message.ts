import type { PaidItem, PaymentKind } from './payment'

/** What becomes of a payment that the merchant makes. */
type Turn = 'due' | 'withdrawn'

/** `refund_due`, `exchange_withdrawn`, …: with `return.` before it the message's type. */
export const paymentMilestone = <K extends PaymentKind, T extends Turn>(kind: K, turn: T) =>
  `${kind}_${turn}` as const

/** What a backend is asked for. */
export type AskedPayment = {
  /** The payment's id, a UUID: the same in every try. */
  key: string
  kind: PaymentKind
  /** Minor units of `currency`. */
  amount: number
  bonus: number
  currency: string
  returnId: string
  returnNumber: string
  orderNumber: string
  items: (PaidItem & {
    /** The shop platform's own id of what is sent; null: nothing is, or nobody told it. */
    externalId: string | null
  })[]
}

/** The data of `return.refund_due` and its likes. */
export const paymentMessage = (asked: AskedPayment) => ({
  number: asked.returnNumber,
  payment: asked.key,
  idempotencyKey: asked.key,
  kind: asked.kind,
  order: asked.orderNumber,
  amount: asked.amount,
  bonus: asked.bonus,
  currency: asked.currency,
  items: asked.items.map(({ key, lineId, sku, title, quantity, outcome, exchange }) => ({
    key,
    line: lineId,
    sku,
    title,
    quantity,
    outcome,
    exchange,
  })),
})
