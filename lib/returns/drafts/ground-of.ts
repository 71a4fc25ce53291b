import type { DraftItem } from '@/lib/returns/draft'
import type { Ground, Outcome } from '@/lib/returns/vocabulary'

/** What an outcome alone says of the ground; the others are the shop's goodwill. */
const GROUND: Partial<Record<Outcome, Ground>> = {
  exchange_variant: 'exchange',
  exchange_product: 'exchange',
  replacement: 'warranty',
  repair: 'warranty',
}

/** On which ground a return is asked for: what all its items have in common, else goodwill. */
export function groundOf(items: readonly Pick<DraftItem, 'outcome'>[]): Ground {
  const [first, ...others] = new Set(
    items.map(({ outcome }): Ground => (outcome && GROUND[outcome]) ?? 'goodwill'),
  )
  return first && others.length === 0 ? first : 'goodwill'
}
