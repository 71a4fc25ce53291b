import type {
  Actor,
  Disposition,
  ExchangeShipping,
  RefundTrigger,
  ReturnState,
} from '@/lib/returns/vocabulary'
import type { MoneyJson, ReturnBoxJson, ReturnItemJson, ReturnJson, SumJson } from './return-types'

/** What a person has to do: let it through, look at the goods, see to its money, answer an objection. */
export type ReturnNeed = 'review' | 'check' | 'money' | 'answer'

export type TraceJson = { rule: string | null; effect: string; text: string; overruledBy: string | null }

/** A return as its merchant reads it: everything its shopper sees, and what stands behind it. */
export type MerchantReturnJson = Omit<ReturnJson, 'items' | 'boxes' | 'payments' | 'sum' | 'orders'> & {
  needs: ReturnNeed[]
  orders: { number: string; placedAt: string; customerName: string | null }[]
  /** Where a gift's receiver can be written to. */
  email: string | null
  items: (ReturnItemJson & { disposition: Disposition | null })[]
  boxes: (ReturnBoxJson & {
    labelError: string | null
    provider: string | null
    reference: string | null
    issuedAt: string | null
    voidedAt: string | null
  })[]
  sum: SumJson
  payments: {
    id: string
    kind: 'refund' | 'credit' | 'exchange' | 'charge'
    occurrence: string
    order: string
    money: MoneyJson
    state: 'due' | 'asked' | 'waiting' | 'sent' | 'failed' | 'withdrawn'
    backend: string
    reference: string | null
    error: string | null
    sentAt: string | null
  }[]
  destination: string
  refundTrigger: RefundTrigger
  shipExchange: ExchangeShipping
  /** What the policy said, and why; in the asked language. */
  decision: {
    policyVersion: number
    approval: 'automatic' | 'review'
    review: string[]
    lines: {
      order: string
      line: string
      refusal: string | null
      trace: TraceJson[]
    }[]
  }
  log: {
    version: number
    at: string
    actor: Actor
    actorName: string | null
    event: string
    from: ReturnState | null
    to: ReturnState
    reason: string | null
    data: Record<string, unknown>
  }[]
}

/** A return in a list. */
export type ReturnSummaryJson = Pick<
  MerchantReturnJson,
  'number' | 'ground' | 'state' | 'version' | 'gift' | 'needs' | 'createdAt' | 'updatedAt' | 'orders'
> & {
  items: { title: string; variant: string | null; quantity: number; outcome: ReturnItemJson['outcome'] }[]
  refund: MoneyJson
  credit: MoneyJson
  pay: MoneyJson
  words: { state: string }
}
