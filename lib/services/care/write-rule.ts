import { voucherRules } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { VoucherRule } from '@/lib/care/voucher-rule'
import type { ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'

/** Replaces what a shop gives for broken promises of orders in a currency; promises that broke before stay as they are. */
export const writeRule = (
  { db, now }: Context,
  shopId: ShopId,
  currency: string,
  rule: VoucherRule,
): Promise<{ currency: string; rule: VoucherRule }> =>
  withShop(db, shopId, async (tx) => {
    const values = { rule, updatedAt: now() }
    await tx
      .insert(voucherRules)
      .values({ shopId, currency, createdAt: now(), ...values })
      .onConflictDoUpdate({ target: [voucherRules.shopId, voucherRules.currency], set: values })
    return { currency, rule }
  })
