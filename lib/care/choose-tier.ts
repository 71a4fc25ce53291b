import type { VoucherRule, VoucherTier } from './voucher-rule'

/** What a voucher costs at most, in minor units: what the budget is charged with. */
export const costOf = ({ gives }: Pick<VoucherTier, 'gives'>): number =>
  gives.kind === 'amount' ? gives.value : gives.atMost

const covers = ({ hours, orderValue }: VoucherTier, late: Lateness): boolean =>
  late.hours >= hours &&
  late.orderValue >= orderValue.from &&
  (orderValue.below === null || late.orderValue < orderValue.below)

/** How late a parcel is in whole hours, and what was paid for the order's lines in minor units. */
export type Lateness = { hours: number; orderValue: number }

/** The tier that counts: of those that are reached the one with the most hours, then the dearest, then the first. Null: none. */
export function chooseTier({ active, tiers }: VoucherRule, late: Lateness): VoucherTier | null {
  if (!active) return null
  const reached = tiers.filter((tier) => covers(tier, late))
  const [best] = reached.toSorted((a, b) => b.hours - a.hours || costOf(b) - costOf(a))
  return best ?? null
}
