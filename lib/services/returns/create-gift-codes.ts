import { randomBytes } from 'node:crypto'
import { and, count, eq } from 'drizzle-orm'
import { giftCodes, orders } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import { orderNumberKey } from '@/lib/orders/order'
import { giftCodeKey, makeGiftCode } from '@/lib/returns/gift-code'
import type { Context } from '@/lib/services/context'
import { giftCodeHash } from './gift-code-hash'

/** Every open code is one more that could be found: an order has as many parcels with presents at most. */
const MAX_OF_ORDER = 100

export type CreateGiftCodesError = { code: 'unknown_order' } | { code: 'too_many_codes'; max: number }

/**
 * Makes codes to lay into parcels with presents: each begins a return of the order without its prices, for credit alone. They are
 * shown once; only a keyed hash is kept.
 */
export async function createGiftCodes(
  { db, keyring, now }: Context,
  shopId: ShopId,
  number: string,
  asked: number,
): Promise<Result<{ number: string; codes: string[] }, CreateGiftCodesError>> {
  return withShop(db, shopId, async (tx) => {
    const [order] = await tx
      .select({ id: orders.id, number: orders.number })
      .from(orders)
      .where(and(eq(orders.shopId, shopId), eq(orders.numberKey, orderNumberKey(number))))
      .for('update')
    if (!order) return fail({ code: 'unknown_order' })
    const [made] = await tx
      .select({ count: count() })
      .from(giftCodes)
      .where(and(eq(giftCodes.shopId, shopId), eq(giftCodes.orderId, order.id)))
    if ((made?.count ?? 0) + asked > MAX_OF_ORDER) return fail({ code: 'too_many_codes', max: MAX_OF_ORDER })
    const codes = Array.from({ length: asked }, () => makeGiftCode(randomBytes))
    await tx.insert(giftCodes).values(
      codes.map((code) => ({
        shopId,
        codeHash: giftCodeHash(keyring, shopId, giftCodeKey(code) ?? ''),
        orderId: order.id,
        createdAt: now(),
      })),
    )
    return ok({ number: order.number, codes })
  })
}
