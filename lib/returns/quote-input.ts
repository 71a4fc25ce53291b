import type { LineDecision, ReturnDecision } from './policy/decision'
import type { Method } from './policy/schema'
import type { Outcome } from './vocabulary'

/** A line as it was bought; minor units, tax included. */
export type QuotedLine = {
  id: string
  quantity: number
  unitPrice: number
  /** The whole line's own discount. */
  discount: number
  /** A share: 0.19 is 19 %; null: unknown. */
  taxRate: number | null
}

/** What other returns of an order (neither cancelled, rejected nor expired) have taken already. */
export type Taken = {
  lines: readonly { lineId: string; quantity: number; amount: number; tax: number }[]
  /** Of the shipping. */
  shipping: number
}

export type QuotedOrder = {
  id: string
  lines: readonly QuotedLine[]
  discounts: readonly { amount: number }[]
  shipping: { price: number; service?: string | null | undefined } | null
  taken: Taken
}

/** A chosen item; its outcome is known. */
export type AskedItem = {
  key: string
  orderId: string
  lineId: string
  quantity: number
  outcome: Outcome
  /** The variant that an exchange sends, and what one piece of it costs. */
  exchange: { sku: string; price: number } | null
  decision: Pick<LineDecision, 'fees' | 'bonus' | 'ourFault' | 'refundShipping'>
}

/** The chosen method; its price is what the policy asks for it. */
export type AskedMethod = Pick<Method, 'id' | 'texts' | 'price'>

export type QuoteInput = {
  currency: string
  /** `YYYY-MM-DD` in the shop's zone. */
  today: string
  /** A present: its money becomes store credit. */
  gift: boolean
  orders: readonly QuotedOrder[]
  items: readonly AskedItem[]
  decision: Pick<ReturnDecision, 'freeMethods' | 'refundTrigger' | 'approval'>
  /** Null: none is chosen yet. */
  method: AskedMethod | null
}
