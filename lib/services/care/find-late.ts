import { and, eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { orders, shipments, shops, voucherRules } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import { chooseTier } from '@/lib/care/choose-tier'
import { hoursLate } from '@/lib/care/hours-late'
import type { VoucherRule, VoucherTier } from '@/lib/care/voucher-rule'
import type { ShopId } from '@/lib/core/ids'
import { orderValue } from './order-value'

/** An order that one of its parcels keeps waiting, with the rule for its currency. */
export type Late = {
  orderId: string
  number: string
  shipmentId: string
  currency: string
  rule: VoucherRule
  tier: VoucherTier
  hours: number
  /** Today in the shop's zone. */
  today: Temporal.PlainDate
}

/** An order with the tier that its late parcel has reached, its row held; null: the promise holds, or the shop gives nothing for it. */
export async function findLate(
  tx: ShopTx,
  shopId: ShopId,
  { orderId, shipmentId }: { orderId: string; shipmentId: string },
  now: Date,
): Promise<Late | null> {
  const [order] = await tx
    .select({ number: orders.number, currency: orders.currency })
    .from(orders)
    .where(and(eq(orders.shopId, shopId), eq(orders.id, orderId)))
    .for('update')
  const [shipment] = await tx
    .select({ projection: shipments.projection })
    .from(shipments)
    .where(and(eq(shipments.shopId, shopId), eq(shipments.id, shipmentId)))
  const [shop] = await tx.select({ settings: shops.settings }).from(shops).where(eq(shops.shopId, shopId))
  if (!order || !shipment || !shop) return null
  const [found] = await tx
    .select({ rule: voucherRules.rule })
    .from(voucherRules)
    .where(and(eq(voucherRules.shopId, shopId), eq(voucherRules.currency, order.currency)))
  if (!found) return null
  const { rule } = found
  const { timeZone } = shop.settings
  const hours = hoursLate(shipment.projection, rule.promise, { now, timeZone })
  if (hours === null) return null
  const tier = chooseTier(rule, { hours, orderValue: await orderValue(tx, shopId, orderId) })
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
  return tier && { orderId, shipmentId, ...order, rule, tier, hours, today }
}

/** The month whose budget is charged, `YYYY-MM`. */
export const monthOf = (day: Temporal.PlainDate): string => day.toString().slice(0, 7)
