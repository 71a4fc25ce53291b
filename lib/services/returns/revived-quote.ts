import { and, eq, inArray } from 'drizzle-orm'
import { listTaken } from '@/db/queries/read-taken'
import { orderLines, orders } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { paidForOrder } from '@/lib/returns/paid-for'
import type { Quote } from '@/lib/returns/quote'
import { requote } from '@/lib/returns/requote'
import type { ReturnRow } from './begin-change'
import { piecesAreFree } from './pieces-are-free'

/**
 * The sum of a return that doesn't count and is taken up again, or null where another return has taken its pieces meanwhile. Shipping
 * that another one gives back isn't given back twice.
 */
export async function revivedQuote(tx: ShopTx, shopId: ShopId, row: ReturnRow): Promise<Quote | null> {
  if (!(await piecesAreFree(tx, shopId, row))) return null
  const { quote } = row
  const orderIds = quote.shipping.map(({ orderId }) => orderId)
  if (orderIds.length === 0) return quote
  const taken = await listTaken(tx, shopId, orderIds, row.id)
  const found = await tx
    .select({ id: orders.id, discounts: orders.discounts, shipping: orders.shipping })
    .from(orders)
    .where(and(eq(orders.shopId, shopId), inArray(orders.id, orderIds)))
  const lines = await tx
    .select()
    .from(orderLines)
    .where(and(eq(orderLines.shopId, shopId), inArray(orderLines.orderId, orderIds)))
  const leftOf = (orderId: string): number => {
    const order = found.find(({ id }) => id === orderId)
    if (!order) return 0
    const own = lines.filter((line) => line.orderId === orderId)
    return Math.max(0, paidForOrder({ ...order, lines: own }).shipping - taken(orderId).shipping)
  }
  const shipping = quote.shipping
    .map(({ orderId, amount }) => ({ orderId, amount: Math.min(amount, leftOf(orderId)) }))
    .filter(({ amount }) => amount > 0)
  const isSame =
    shipping.length === quote.shipping.length &&
    shipping.every(({ amount }, index) => amount === quote.shipping[index]?.amount)
  return isSame ? quote : requote(quote, row.gift, { shipping })
}
