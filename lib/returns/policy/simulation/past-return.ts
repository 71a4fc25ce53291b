import type { SourceCustomer, SourceOrder } from '@/lib/returns/drafts/draft-source'
import type { Facts } from '@/lib/returns/policy/facts'
import type { ChosenMethod } from '@/lib/returns/return'
import type { Ground, Outcome } from '@/lib/returns/vocabulary'

/** A return as it was asked for, with what was known on that day; instants are ISO. */
export type StoredReturn = {
  id: string
  number: string
  createdAt: string
  ground: Ground
  gift: boolean
  currency: string
  method: ChosenMethod
  items: {
    key: string
    orderId: string
    lineId: string
    title: string
    quantity: number
    reason: string
    subReason: string | null
    outcome: Outcome
    paid: number
    photos: number
  }[]
  /** Without what later returns took. */
  orders: SourceOrder[]
  /** Without what came later. */
  customer: SourceCustomer
}

/** A return as policies are tried on it; minor units. */
export type PastReturn = Pick<StoredReturn, 'number' | 'currency'> & {
  askedOn: string
  method: string
  items: (Pick<
    StoredReturn['items'][number],
    'key' | 'orderId' | 'lineId' | 'title' | 'quantity' | 'outcome' | 'paid'
  > & {
    orderNumber: string
    facts: Facts
  })[]
}
