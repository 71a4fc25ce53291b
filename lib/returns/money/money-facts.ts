import type { Quote } from '@/lib/returns/quote'
import type { ReturnItem } from '@/lib/returns/return'
import type { ExchangeShipping, Grade, RefundTrigger, ReturnState } from '@/lib/returns/vocabulary'
import type { Payment } from './payment'

export type MoneyItem = Pick<
  ReturnItem,
  | 'key'
  | 'orderId'
  | 'lineId'
  | 'sku'
  | 'title'
  | 'variant'
  | 'quantity'
  | 'outcome'
  | 'exchange'
  | 'receivedQuantity'
  | 'receivedAt'
  | 'grade'
  | 'deduction'
  | 'checkedAt'
  | 'contestedAt'
  | 'contestAnsweredAt'
>

/** Everything that decides what a return owes now; amounts in minor units of the quote's currency. */
export type MoneyFacts = {
  state: ReturnState
  gift: boolean
  /** By a rule of the policy: nothing happens by itself. */
  blocked: boolean
  trigger: RefundTrigger
  shipExchange: ExchangeShipping
  automaticGrades: readonly Grade[]
  sentAt: string | null
  receivedAt: string | null
  checkedAt: string | null
  quote: Quote
  items: readonly MoneyItem[]
  /** Of this return, whatever became of them; but for those that are owed no longer. */
  payments: readonly Payment[]
  /** What is owed no longer, though somebody was told of it. */
  withdrawn: readonly Payment[]
  orders: readonly {
    id: string
    /** What the whole order cost. */
    paid: number
    /** What other returns of it have given back or are about to, of what was paid for the order itself. */
    given: number
  }[]
}

/** `trigger`: the shop's rule; `merchant`: a person said so, whatever the rule waits for. */
export type PaidBy = 'trigger' | 'merchant'
