import { and, eq, min } from 'drizzle-orm'
import { shops, variants } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { dayIn } from '@/lib/returns/add-days'
import type { PolicyFinding } from '@/lib/returns/policy/lint/finding'
import { lintPolicy } from '@/lib/returns/policy/lint-policy'
import type { Policy } from '@/lib/returns/policy/schema'

/** What a shop should know of a policy, by its languages, its prices and its day. */
export async function lintForShop(
  tx: ShopTx,
  shopId: ShopId,
  policy: Policy,
  now: Date,
): Promise<PolicyFinding[]> {
  const [shop] = await tx.select({ settings: shops.settings }).from(shops).where(eq(shops.shopId, shopId))
  if (!shop) throw new Error(`shop ${shopId} does not exist`)
  const [lowest] = await tx
    .select({ price: min(variants.price) })
    .from(variants)
    .where(and(eq(variants.shopId, shopId), eq(variants.currency, policy.currency)))
  const { locales, timeZone } = shop.settings
  return lintPolicy(policy, {
    locales,
    today: dayIn(now, timeZone),
    ...(lowest?.price != null && { lowestPrice: lowest.price }),
  })
}
