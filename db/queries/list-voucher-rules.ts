import { asc, eq } from 'drizzle-orm'
import { voucherRules } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { VoucherRule } from '@/lib/care/voucher-rule'
import type { ShopId } from '@/lib/core/ids'

/** What a shop gives for broken promises, by currency. */
export const listVoucherRules = (
  tx: ShopTx,
  shopId: ShopId,
): Promise<{ currency: string; rule: VoucherRule }[]> =>
  tx
    .select({ currency: voucherRules.currency, rule: voucherRules.rule })
    .from(voucherRules)
    .where(eq(voucherRules.shopId, shopId))
    .orderBy(asc(voucherRules.currency))
