import type { voucherGrants } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { tellMerchant } from '@/lib/services/tell-merchant'
import { type Late, monthOf } from './find-late'
import { touchOrder } from './touch-order'

export type VoucherGrant = typeof voucherGrants.$inferSelect

const payloadOf = (number: string, grant: VoucherGrant): Record<string, unknown> => ({
  order: number,
  code: grant.code,
  kind: grant.kind,
  value: grant.value,
  atMost: grant.atMost,
  currency: grant.currency,
  minimum: grant.minimum,
  validUntil: grant.validUntil,
  hoursLate: grant.hoursLate,
  codeFrom: grant.source,
})

/** Tells the shop of a voucher, and makes the order's page say it. */
export async function tellVoucher(
  tx: ShopTx,
  shopId: ShopId,
  milestone: 'granted' | 'raised',
  { number, hours }: Late,
  grant: VoucherGrant,
  now: Date,
): Promise<void> {
  const occurrence = milestone === 'granted' ? 'once' : `${grant.value} ${hours}`
  const payload = payloadOf(number, grant)
  await tellMerchant(
    tx,
    shopId,
    { subjectType: 'voucher', subject: grant.orderId, milestone, occurrence, payload },
    now,
  )
  await touchOrder(tx, shopId, grant.orderId, now)
}

/** Why nobody gets anything any more this month; told once a month. */
export async function tellShort(
  tx: ShopTx,
  shopId: ShopId,
  milestone: 'budget_spent' | 'codes_used_up',
  { currency, rule, tier, today }: Late,
  now: Date,
): Promise<void> {
  const pool = tier.codes.from === 'pool' ? tier.codes.pool : null
  const what = milestone === 'budget_spent' ? currency : `${currency} ${pool}`
  await tellMerchant(
    tx,
    shopId,
    {
      subjectType: 'voucher',
      subject: shopId,
      milestone,
      occurrence: `${what} ${monthOf(today)}`,
      payload: { currency, month: monthOf(today), monthlyBudget: rule.monthlyBudget, pool },
    },
    now,
  )
}
