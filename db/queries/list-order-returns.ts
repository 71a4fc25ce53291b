import { and, desc, eq } from 'drizzle-orm'
import { returnItems, returns } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { ReturnState } from '@/lib/returns/vocabulary'

export type OrderReturn = { id: string; number: string; state: ReturnState }

/** Returns of an order, the newest first; what the receiver of a present sends back is not for whoever paid for it. */
export const listOrderReturns = async (
  tx: ShopTx,
  shopId: ShopId,
  orderId: string,
): Promise<OrderReturn[]> => {
  const rows = await tx
    .selectDistinct({
      id: returns.id,
      number: returns.number,
      state: returns.state,
      createdAt: returns.createdAt,
    })
    .from(returns)
    .innerJoin(returnItems, and(eq(returnItems.shopId, returns.shopId), eq(returnItems.returnId, returns.id)))
    .where(
      and(
        eq(returns.shopId, shopId),
        eq(returnItems.shopId, shopId),
        eq(returnItems.orderId, orderId),
        eq(returns.gift, false),
      ),
    )
    .orderBy(desc(returns.createdAt), desc(returns.id))
  return rows.map(({ id, number, state }) => ({ id, number, state }))
}
