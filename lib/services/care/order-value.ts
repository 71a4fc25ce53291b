import { and, eq } from 'drizzle-orm'
import { orderLines, orders } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { sumOf } from '@/lib/core/money'

/** What was paid for an order's lines, in minor units. */
export async function orderValue(tx: ShopTx, shopId: ShopId, orderId: string): Promise<number> {
  const [order] = await tx
    .select({ discounts: orders.discounts })
    .from(orders)
    .where(and(eq(orders.shopId, shopId), eq(orders.id, orderId)))
  const lines = await tx
    .select({ quantity: orderLines.quantity, unitPrice: orderLines.unitPrice, discount: orderLines.discount })
    .from(orderLines)
    .where(and(eq(orderLines.shopId, shopId), eq(orderLines.orderId, orderId)))
  const goods = sumOf(lines.map(({ quantity, unitPrice, discount }) => quantity * unitPrice - discount))
  return Math.max(0, goods - sumOf((order?.discounts ?? []).map(({ amount }) => amount)))
}
