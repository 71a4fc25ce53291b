import { and, asc, desc, eq, gt } from 'drizzle-orm'
import { orders, voucherBudgets, voucherGrants } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { VoucherListJson } from '@/lib/api/schemas/voucher-schema'
import type { ShopId } from '@/lib/core/ids'

const MONTHS = 12

/** What orders were given, the oldest first, and what the last months cost at most. */
export async function listVouchers(
  tx: ShopTx,
  shopId: ShopId,
  { after, limit }: { after: string | null; limit: number },
): Promise<VoucherListJson> {
  const rows = await tx
    .select({ grant: voucherGrants, number: orders.number })
    .from(voucherGrants)
    .innerJoin(orders, and(eq(orders.shopId, voucherGrants.shopId), eq(orders.id, voucherGrants.orderId)))
    .where(and(eq(voucherGrants.shopId, shopId), ...(after === null ? [] : [gt(voucherGrants.id, after)])))
    .orderBy(asc(voucherGrants.id))
    .limit(limit + 1)
  const budgets = await tx
    .select({
      currency: voucherBudgets.currency,
      month: voucherBudgets.month,
      spent: voucherBudgets.spent,
      grants: voucherBudgets.grants,
    })
    .from(voucherBudgets)
    .where(eq(voucherBudgets.shopId, shopId))
    .orderBy(desc(voucherBudgets.month), asc(voucherBudgets.currency))
    .limit(MONTHS)
  const vouchers = rows.slice(0, limit).map(({ grant, number }) => ({
    id: grant.id,
    order: number,
    code: grant.code,
    codeFrom: grant.source,
    kind: grant.kind,
    value: grant.value,
    atMost: grant.atMost,
    currency: grant.currency,
    minimum: grant.minimum,
    validUntil: grant.validUntil,
    hoursLate: grant.hoursLate,
    grantedAt: grant.grantedAt.toISOString(),
  }))
  return { vouchers, next: rows.length > limit ? (vouchers.at(-1)?.id ?? null) : null, budgets }
}
