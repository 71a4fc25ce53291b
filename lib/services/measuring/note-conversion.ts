import { and, eq } from 'drizzle-orm'
import { conversions } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Keyring } from '@/lib/core/keyring'
import { readSource } from '@/lib/measuring/source'
import type { OrderBody } from '@/lib/orders/order'

const paidFor = ({ lines, discounts }: OrderBody): number => {
  const goods = lines.reduce(
    (sum, { unitPrice, quantity, discount }) => sum + unitPrice * quantity - discount,
    0,
  )
  return Math.max(0, goods - discounts.reduce((sum, { amount }) => sum + amount, 0))
}

/** Keeps which slot an order came from, as the shop tells the order now; a token that isn't a slot's says nothing. */
export async function noteConversion(
  tx: ShopTx,
  keyring: Keyring,
  shopId: ShopId,
  order: { id: string; body: OrderBody; isNew: boolean },
  now: Date,
): Promise<void> {
  const { id: orderId, body, isNew } = order
  const source = body.sourceToken ? readSource(keyring, shopId, body.sourceToken) : null
  if (!source) {
    if (!isNew)
      await tx
        .delete(conversions)
        .where(and(eq(conversions.shopId, shopId), eq(conversions.orderId, orderId)))
    return
  }
  const values = { ...source, placedAt: body.placedAt, value: paidFor(body), currency: body.currency }
  await tx
    .insert(conversions)
    .values({ shopId, orderId, ...values, createdAt: now })
    .onConflictDoUpdate({ target: [conversions.shopId, conversions.orderId], set: values })
}
