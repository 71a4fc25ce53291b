import { findOrderForLookUp } from '@/db/queries/find-order'
import { withShop } from '@/db/with-shop'
import { orderNumberKey } from '@/lib/orders/order'
import type { Context } from '@/lib/services/context'
import { giveFeedback } from '@/lib/services/feedback/give-feedback'
import type { TestShop } from './context'

/** An answer to how it was with an order. */
export async function fillFeedback(context: Context, { id }: TestShop, number: string): Promise<void> {
  const order = await withShop(context.db, id, (tx) => findOrderForLookUp(tx, id, orderNumberKey(number)))
  if (!order) throw new Error(`there is no order ${number}`)
  const answer = { kind: 'stars', value: 5, comment: 'Danke!' } as const
  await giveFeedback(context, id, { order: { id: order.id, number }, answer, locale: 'de' })
}
