import { listOrderOutcomes, type OrderOutcome } from '@/db/queries/list-order-outcomes'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Arm } from '@/lib/measuring/compare-arms'

/** What counts as harm. */
const HARMS = {
  returns: ({ returned }: OrderOutcome) => returned,
  complaints: ({ complained }: OrderOutcome) => complained,
} as const satisfies Record<string, (order: OrderOutcome) => boolean>
export type Harm = keyof typeof HARMS

/**
 * Counts by variant how many orders came to harm since a test began. The orders themselves say which variant they were given
 * (`variantOf` of their id), so nobody has to be followed; null: none, the test wasn't for them.
 */
export async function countHarm(
  tx: ShopTx,
  shopId: ShopId,
  {
    since,
    variants,
    variantOf,
  }: {
    since: Date
    /** The first is what everybody got before. */
    variants: readonly string[]
    variantOf: (orderId: string) => string | null
  },
): Promise<Record<Harm, Arm[]>> {
  const arms = (): Arm[] => variants.map((variant) => ({ variant, hits: 0, tried: 0 }))
  const counted: Record<Harm, Arm[]> = { returns: arms(), complaints: arms() }
  for await (const page of listOrderOutcomes(tx, shopId, since))
    for (const order of page) {
      const variant = variantOf(order.id)
      for (const harm of ['returns', 'complaints'] as const) {
        const arm = counted[harm].find((one) => one.variant === variant)
        if (!arm) continue
        arm.tried++
        if (HARMS[harm](order)) arm.hits++
      }
    }
  return counted
}
