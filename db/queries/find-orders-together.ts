import { and, eq, inArray } from 'drizzle-orm'
import { orders } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

export type TogetherOrder = { id: string; numberKey: string; currency: string }

/**
 * An order, and those of the named ones that may go back together with it: of the same e-mail address and currency. Null when
 * there is no such order.
 */
export async function findOrdersTogether(
  tx: ShopTx,
  shopId: ShopId,
  orderId: string,
  numberKeys: readonly string[],
): Promise<{ first: TogetherOrder; others: TogetherOrder[] } | null> {
  const columns = {
    id: orders.id,
    numberKey: orders.numberKey,
    currency: orders.currency,
    customerKey: orders.customerKey,
  }
  const [found] = await tx
    .select(columns)
    .from(orders)
    .where(and(eq(orders.shopId, shopId), eq(orders.id, orderId)))
  if (!found) return null
  const { customerKey, ...first } = found
  const wanted = numberKeys.filter((key) => key !== first.numberKey)
  if (customerKey === null || wanted.length === 0) return { first, others: [] }
  const others = await tx
    .select(columns)
    .from(orders)
    .where(
      and(
        eq(orders.shopId, shopId),
        eq(orders.customerKey, customerKey),
        eq(orders.currency, first.currency),
        inArray(orders.numberKey, wanted),
      ),
    )
    .orderBy(orders.placedAt, orders.id)
  return {
    first,
    others: others.map(({ id, numberKey, currency }) => ({ id, numberKey, currency })),
  }
}
