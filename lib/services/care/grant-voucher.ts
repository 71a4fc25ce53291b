import { randomBytes } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { voucherGrants } from '@/db/schema'
import { type ShopTx, withShop } from '@/db/with-shop'
import { costOf } from '@/lib/care/choose-tier'
import { codeKey, voucherCode } from '@/lib/care/voucher-code'
import { newId, type ShopId } from '@/lib/core/ids'
import type { Context } from '@/lib/services/context'
import { findLate, type Late, monthOf } from './find-late'
import { spendBudget } from './spend-budget'
import { takeCode } from './take-code'
import { tellShort, tellVoucher, type VoucherGrant } from './tell-voucher'

const lastDayOf = ({ tier, today }: Late): string | null =>
  tier.validDays === null ? null : today.add({ days: tier.validDays }).toString()

async function grantNew(tx: ShopTx, shopId: ShopId, late: Late, now: Date): Promise<void> {
  const { orderId, shipmentId, currency, rule, tier, hours, today } = late
  const { codes, gives, minimum } = tier
  const month = monthOf(today)
  const cost = costOf(tier)
  const budget = { currency, month, limit: rule.monthlyBudget }
  if (!(await spendBudget(tx, shopId, budget, { cost, grants: 1 })))
    return tellShort(tx, shopId, 'budget_spent', late, now)
  const code =
    codes.from === 'pool'
      ? await takeCode(tx, shopId, codes.pool, orderId)
      : voucherCode(codes.pattern, randomBytes)
  if (code === null) {
    await spendBudget(tx, shopId, budget, { cost: -cost, grants: -1 })
    return tellShort(tx, shopId, 'codes_used_up', late, now)
  }
  const grant: VoucherGrant = {
    shopId,
    orderId,
    id: newId(),
    shipmentId,
    code,
    codeKey: codeKey(code),
    source: codes.from,
    kind: gives.kind,
    value: gives.value,
    atMost: cost,
    currency,
    minimum,
    validUntil: lastDayOf(late),
    hoursLate: hours,
    month,
    grantedAt: now,
  }
  await tx.insert(voucherGrants).values(grant)
  await tellVoucher(tx, shopId, 'granted', late, grant, now)
}

/** A generated code is worth more once a dearer tier is reached: the same code, the shop is told. One of a pool stays as it was made. */
async function raise(tx: ShopTx, shopId: ShopId, late: Late, grant: VoucherGrant, now: Date): Promise<void> {
  const { currency, rule, tier, hours, today } = late
  const { gives, minimum } = tier
  const more = costOf(tier) - grant.atMost
  if (
    grant.source !== 'generated' ||
    tier.codes.from !== 'generated' ||
    gives.kind !== grant.kind ||
    more <= 0
  )
    return
  const budget = { currency, month: monthOf(today), limit: rule.monthlyBudget }
  if (!(await spendBudget(tx, shopId, budget, { cost: more, grants: 0 })))
    return tellShort(tx, shopId, 'budget_spent', late, now)
  const raised = {
    value: gives.value,
    atMost: costOf(tier),
    minimum,
    validUntil: lastDayOf(late),
    hoursLate: hours,
  }
  await tx
    .update(voucherGrants)
    .set(raised)
    .where(and(eq(voucherGrants.shopId, shopId), eq(voucherGrants.orderId, grant.orderId)))
  await tellVoucher(tx, shopId, 'raised', late, { ...grant, ...raised }, now)
}

/**
 * Gives an order what the shop's rule gives for a parcel that is late now: one code for each order, within the month's budget,
 * whoever comes at the same time. The order's row is held meanwhile, so that two of its parcels can't both bring one.
 */
export const grantVoucher = (
  { db, now }: Context,
  shopId: ShopId,
  subject: { orderId: string; shipmentId: string },
): Promise<void> =>
  withShop(db, shopId, async (tx) => {
    const at = now()
    const late = await findLate(tx, shopId, subject, at)
    if (!late) return
    const [grant] = await tx
      .select()
      .from(voucherGrants)
      .where(and(eq(voucherGrants.shopId, shopId), eq(voucherGrants.orderId, subject.orderId)))
    await (grant ? raise(tx, shopId, late, grant, at) : grantNew(tx, shopId, late, at))
  })
