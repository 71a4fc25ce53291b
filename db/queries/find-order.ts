import { and, eq } from 'drizzle-orm'
import { orders } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { DeliveryAddress } from '@/lib/orders/order'

export type LookUpRow = { id: string; customerEmail: string | null; deliveryAddress: DeliveryAddress | null }

/** What a look-up compares with; null when no order has the number. */
export async function findOrderForLookUp(
  tx: ShopTx,
  shopId: ShopId,
  numberKey: string,
): Promise<LookUpRow | null> {
  const [row] = await tx
    .select({ id: orders.id, customerEmail: orders.customerEmail, deliveryAddress: orders.deliveryAddress })
    .from(orders)
    .where(and(eq(orders.shopId, shopId), eq(orders.numberKey, numberKey)))
  return row ?? null
}
