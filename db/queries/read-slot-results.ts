import { and, asc, eq, gte, sql } from 'drizzle-orm'
import { conversions, slotCounts } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'

/** What a slot's wording brought; `value` in minor units, by currency. */
type VariantResult = {
  variant: string
  views: number
  clicks: number
  orders: number
  value: Record<string, number>
}

/** What a slot brought by variant, since a day in the shop's zone and the moment at which that day begins. */
export async function readSlotResults(
  tx: ShopTx,
  shopId: ShopId,
  slot: string,
  since: { day: string; at: Date },
): Promise<VariantResult[]> {
  const counted = await tx
    .select({
      variant: slotCounts.variant,
      views: sql<number>`sum(${slotCounts.views})`.mapWith(Number),
      clicks: sql<number>`sum(${slotCounts.clicks})`.mapWith(Number),
    })
    .from(slotCounts)
    .where(and(eq(slotCounts.shopId, shopId), eq(slotCounts.slot, slot), gte(slotCounts.day, since.day)))
    .groupBy(slotCounts.variant)
    .orderBy(asc(slotCounts.variant))
  const bought = await tx
    .select({
      variant: conversions.variant,
      currency: conversions.currency,
      orders: sql<number>`count(*)`.mapWith(Number),
      value: sql<number>`sum(${conversions.value})`.mapWith(Number),
    })
    .from(conversions)
    .where(
      and(eq(conversions.shopId, shopId), eq(conversions.slot, slot), gte(conversions.placedAt, since.at)),
    )
    .groupBy(conversions.variant, conversions.currency)
    .orderBy(asc(conversions.variant), asc(conversions.currency))
  const variants = [...new Set([...counted, ...bought].map(({ variant }) => variant))].sort()
  return variants.map((variant) => {
    const its = bought.filter((row) => row.variant === variant)
    const count = counted.find((row) => row.variant === variant)
    return {
      variant,
      views: count?.views ?? 0,
      clicks: count?.clicks ?? 0,
      orders: its.reduce((sum, { orders }) => sum + orders, 0),
      value: Object.fromEntries(its.map(({ currency, value }) => [currency, value])),
    }
  })
}
