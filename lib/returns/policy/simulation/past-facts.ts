import { dayIn } from '@/lib/returns/add-days'
import { emptyDraft } from '@/lib/returns/draft'
import { draftFacts } from '@/lib/returns/drafts/draft-facts'
import type { Policy } from '@/lib/returns/policy/schema'
import type { PastReturn, StoredReturn } from './past-return'

/**
 * The facts of a return as they were on the day it was asked for, as far as stored rows still tell; a line that its order no longer
 * has is left out.
 */
export function pastFacts(stored: StoredReturn, policy: Policy, timeZone: string): PastReturn {
  const { number, currency, createdAt, ground, gift, method, items, orders, customer } = stored
  const draft = {
    ...emptyDraft(orders[0]?.id ?? '', gift),
    orders: orders.map(({ id }) => id),
    method: method.id,
    items: items.map(({ photos, ...item }) => ({
      ...item,
      comment: null,
      photos: Array.from({ length: photos }, String),
      exchangeSku: null,
      box: 1,
    })),
  }
  const source = {
    id: stored.id,
    version: 0,
    draft,
    sent: null,
    orders,
    customer,
    variants: [],
    products: [],
    photos: [],
  }
  const { ofItem } = draftFacts({ source, policy, now: new Date(createdAt), timeZone })
  const numbers = new Map(orders.map((order) => [order.id, order.number]))
  return {
    number,
    currency,
    askedOn: dayIn(createdAt, timeZone),
    method: method.id,
    items: draft.items.flatMap((item, index) => {
      const facts = ofItem(item)
      const { key, orderId, lineId, title, quantity, outcome, paid } = item
      const orderNumber = numbers.get(orderId) ?? ''
      // What the method is called may have changed since; what kind it was has not.
      const asked = facts && { ...facts, return: { ...facts.return, ground, methodKind: method.kind } }
      return asked && items[index]
        ? [{ key, orderId, lineId, title, quantity, outcome, paid, orderNumber, facts: asked }]
        : []
    }),
  }
}
