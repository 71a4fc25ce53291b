import { fail, ok } from '@/lib/core/result'
import { draftFields } from '@/lib/returns/draft-fields'
import { draftProblem } from '@/lib/returns/draft-problems'
import type { DraftView } from '@/lib/returns/draft-view'
import type { Changed } from './changed'

const MAX_ORDERS = 10

/** An order that may come into a draft. */
export type OrderToAdd = {
  id: string
  currency: string
  /** The same shopper's: by their e-mail address, or by a proof of their own. */
  isTheirs: boolean
}

/** Takes another order of the same shopper into a draft. */
export function addOrder({ draft, currency }: DraftView, order: OrderToAdd | null): Changed {
  const field = draftFields.order
  if (draft.gift) return fail([draftProblem(field, 'orderGift')])
  if (!order?.isTheirs) return fail([draftProblem(field, 'orderOfSomebodyElse')])
  if (draft.orders.includes(order.id)) return fail([draftProblem(field, 'orderKnown')])
  if (order.currency !== currency) return fail([draftProblem(field, 'orderCurrency')])
  if (draft.orders.length >= MAX_ORDERS)
    return fail([draftProblem(field, 'ordersTooMany', { max: MAX_ORDERS })])
  return ok({ ...draft, orders: [...draft.orders, order.id] })
}
