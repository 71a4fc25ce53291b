import type { Arm } from './compare-arms'
import { differenceInterval, normalQuantile } from './interval'

/** Looked at every hour, a range of 95 % would be left by chance too often. */
const LEVEL = 0.99
const LEAST_ORDERS = 100

/**
 * Which variants do harm and have to stop: of their orders more went back or ended in a complaint than of the first arm's, by at
 * least `limit` (a share) and by more than chance explains. The first arm is what everybody got before; it never stops.
 */
export function harmfulArms(arms: readonly Arm[], limit: number): string[] {
  const [first, ...others] = arms
  if (!first || first.tried < LEAST_ORDERS) return []
  const z = normalQuantile(1 - (1 - LEVEL) / 2 / Math.max(1, others.length))
  return others.flatMap((arm) => {
    if (arm.tried < LEAST_ORDERS) return []
    const { low, value } = differenceInterval(arm, first, z)
    return low > 0 && value >= limit ? [arm.variant] : []
  })
}
