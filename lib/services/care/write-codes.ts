import { voucherCodes } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { VoucherCodesBody } from '@/lib/api/schemas/voucher-schema'
import { codeKey } from '@/lib/care/voucher-code'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'

/** Adds codes to a pool; one that is known stays where and whose it is. */
export const writeCodes = (
  { db, now }: Context,
  shopId: ShopId,
  { pool, codes }: VoucherCodesBody,
): Promise<{ written: number; known: number }> =>
  withShop(db, shopId, async (tx) => {
    const byKey = new Map(codes.map((code) => [codeKey(code), code]))
    // Written in one order, so that two calls can't wait for each other.
    const rows = [...byKey]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, code]) => ({ shopId, codeKey: key, code, pool, orderId: null, createdAt: now() }))
    const written = await tx
      .insert(voucherCodes)
      .values(rows)
      .onConflictDoNothing({ target: [voucherCodes.shopId, voucherCodes.codeKey] })
      .returning({ codeKey: voucherCodes.codeKey })
    return { written: written.length, known: codes.length - written.length }
  })
