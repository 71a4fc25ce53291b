import { and, asc, eq, isNull } from 'drizzle-orm'
import { voucherCodes } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

/** Takes a code off a pool for an order; null: none is left. Who comes at the same time waits for it, and gets another. */
export async function takeCode(
  tx: ShopTx,
  shopId: ShopId,
  pool: string,
  orderId: string,
): Promise<string | null> {
  for (;;) {
    const [free] = await tx
      .select({ codeKey: voucherCodes.codeKey, code: voucherCodes.code })
      .from(voucherCodes)
      .where(and(eq(voucherCodes.shopId, shopId), eq(voucherCodes.pool, pool), isNull(voucherCodes.orderId)))
      .orderBy(asc(voucherCodes.codeKey))
      .limit(1)
    if (!free) return null
    const taken = await tx
      .update(voucherCodes)
      .set({ orderId })
      .where(
        and(
          eq(voucherCodes.shopId, shopId),
          eq(voucherCodes.codeKey, free.codeKey),
          isNull(voucherCodes.orderId),
        ),
      )
      .returning({ codeKey: voucherCodes.codeKey })
    if (taken.length > 0) return free.code
  }
}
