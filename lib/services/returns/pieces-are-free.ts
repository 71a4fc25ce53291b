import { and, eq, inArray } from 'drizzle-orm'
import { listTaken } from '@/db/queries/read-taken'
import { orderLines, orders } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { sumOf } from '@/lib/core/money'
import type { ReturnRow } from './begin-change'

/** Whether the pieces of a return that doesn't count are still there: no other return has taken them. */
export async function piecesAreFree(
  tx: ShopTx,
  shopId: ShopId,
  { id, quote }: Pick<ReturnRow, 'id' | 'quote'>,
): Promise<boolean> {
  const orderIds = [...new Set(quote.items.map(({ orderId }) => orderId))]
  // Nobody sends a return of these orders meanwhile.
  await tx
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.shopId, shopId), inArray(orders.id, orderIds)))
    .orderBy(orders.id)
    .for('update')
  const taken = await listTaken(tx, shopId, orderIds, id)
  const lines = await tx
    .select({ orderId: orderLines.orderId, id: orderLines.id, quantity: orderLines.quantity })
    .from(orderLines)
    .where(and(eq(orderLines.shopId, shopId), inArray(orderLines.orderId, orderIds)))
  const piecesOf = (items: readonly { lineId: string; quantity: number }[], lineId: string) =>
    sumOf(items.filter((item) => item.lineId === lineId).map(({ quantity }) => quantity))
  return quote.items.every(({ orderId, lineId }) => {
    const bought = lines.find((line) => line.orderId === orderId && line.id === lineId)?.quantity ?? 0
    const mine = piecesOf(
      quote.items.filter((item) => item.orderId === orderId),
      lineId,
    )
    return piecesOf(taken(orderId).lines, lineId) + mine <= bought
  })
}
