import { fractionOf } from './fraction-of'
import type { PlacedSlot, SlotVariant } from './placed-slot'

/** What a slot without variants is counted as. */
export const ONLY_VARIANT = 'a'

/** The variant that an order falls to, stopped or not; null: there are none. */
export function drawnVariant(
  { id, variants }: Pick<PlacedSlot, 'id' | 'variants'>,
  seed: string,
): SlotVariant | null {
  const total = variants.reduce((sum, { share }) => sum + share, 0)
  // Not the number that decides the share of traffic: a small share would only know the first variant.
  let left = fractionOf('variant', id, seed) * total
  for (const variant of variants) {
    left -= variant.share
    if (left < 0) return variant
  }
  return variants.at(-1) ?? null
}

/** The variant that an order is shown: the first one where its own was stopped. */
export function variantOf(
  placed: Pick<PlacedSlot, 'id' | 'variants'>,
  seed: string,
  stopped: readonly { slot: string; variant: string }[],
): SlotVariant | null {
  const drawn = drawnVariant(placed, seed)
  const isStopped = stopped.some(({ slot, variant }) => slot === placed.id && variant === drawn?.id)
  return (isStopped ? placed.variants[0] : drawn) ?? null
}
