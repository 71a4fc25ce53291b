import { slotStops } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import { derivedId } from '@/lib/core/derived-id'
import type { ShopId } from '@/lib/core/ids'
import { harmfulArms } from '@/lib/measuring/harmful-arms'
import { tellMerchant } from '@/lib/services/tell-merchant'
import { countHarm, type Harm } from './count-harm'

/** A test that runs. */
export type RunningTest = {
  slot: string
  since: Date
  /** The first is what everybody got before; it never stops. Stopped ones are left out. */
  variants: readonly string[]
  /** Which variant an order was given; null: the test wasn't for it. */
  variantOf: (orderId: string) => string | null
  /** How much more harm than the first's is too much: shares, 0.02 is two orders in a hundred. */
  limits: Readonly<Record<Harm, number>>
}

/** Stops every variant that does harm, and tells the merchant once. Returns their names. */
export async function stopHarmfulVariants(
  tx: ShopTx,
  shopId: ShopId,
  test: RunningTest,
  now: Date,
): Promise<string[]> {
  const counted = await countHarm(tx, shopId, test)
  const stopped: string[] = []
  for (const harm of ['returns', 'complaints'] as const) {
    const [base] = counted[harm]
    for (const variant of harmfulArms(counted[harm], test.limits[harm])) {
      const arm = counted[harm].find((one) => one.variant === variant)
      if (!arm || !base) continue
      const found = {
        harm,
        share: arm.hits / arm.tried,
        baseShare: base.hits / base.tried,
        orders: arm.tried,
      }
      const written = await tx
        .insert(slotStops)
        .values({ shopId, slot: test.slot, variant, at: now, ...found })
        .onConflictDoNothing({ target: [slotStops.shopId, slotStops.slot, slotStops.variant] })
        .returning({ variant: slotStops.variant })
      if (written.length === 0) continue
      stopped.push(variant)
      const told = {
        subjectType: 'slot',
        subject: derivedId(`${shopId} ${test.slot} ${variant}`),
        milestone: 'variant_stopped',
        occurrence: '1',
        payload: { slot: test.slot, variant, ...found },
      }
      await tellMerchant(tx, shopId, told, now)
    }
  }
  return stopped
}
