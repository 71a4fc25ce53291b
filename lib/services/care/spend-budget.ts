import { and, eq, lte, sql } from 'drizzle-orm'
import { voucherBudgets } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

type Budget = {
  currency: string
  /** `YYYY-MM` in the shop's zone. */
  month: string
  /** Minor units. */
  limit: number
}

/**
 * Charges a month's budget; false, and nothing is charged, where it doesn't hold that much. The limit is checked by the statement
 * that charges, so that any number at once can't overspend it; a negative cost gives back what the same transaction took.
 */
export async function spendBudget(
  tx: ShopTx,
  shopId: ShopId,
  { currency, month, limit }: Budget,
  { cost, grants }: { cost: number; grants: number },
): Promise<boolean> {
  await tx
    .insert(voucherBudgets)
    .values({ shopId, currency, month, spent: 0, grants: 0 })
    .onConflictDoNothing({ target: [voucherBudgets.shopId, voucherBudgets.currency, voucherBudgets.month] })
  const charged = await tx
    .update(voucherBudgets)
    .set({ spent: sql`${voucherBudgets.spent} + ${cost}`, grants: sql`${voucherBudgets.grants} + ${grants}` })
    .where(
      and(
        eq(voucherBudgets.shopId, shopId),
        eq(voucherBudgets.currency, currency),
        eq(voucherBudgets.month, month),
        ...(cost > 0 ? [lte(sql`${voucherBudgets.spent} + ${cost}`, limit)] : []),
      ),
    )
    .returning({ month: voucherBudgets.month })
  return charged.length > 0
}
