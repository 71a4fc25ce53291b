import { asc, eq, sql } from 'drizzle-orm'
import { voucherCodes } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

/** How many codes a shop's pools have left. */
export const listVoucherPools = (
  tx: ShopTx,
  shopId: ShopId,
): Promise<{ pool: string; free: number; given: number }[]> =>
  tx
    .select({
      pool: voucherCodes.pool,
      free: sql<number>`sum(case when ${voucherCodes.orderId} is null then 1 else 0 end)`.mapWith(Number),
      given: sql<number>`sum(case when ${voucherCodes.orderId} is null then 0 else 1 end)`.mapWith(Number),
    })
    .from(voucherCodes)
    .where(eq(voucherCodes.shopId, shopId))
    .groupBy(voucherCodes.pool)
    .orderBy(asc(voucherCodes.pool))
