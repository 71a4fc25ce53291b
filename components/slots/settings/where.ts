import type { PlacementId } from '@/lib/slots/placement'

/** Beside the answer and below it. */
export const ON_ORDER: readonly PlacementId[] = ['under-status', 'under-items', 'after-history', 'aside']

/** Below what somebody came for: what sells stands nowhere else. */
export const BELOW_ANSWER: readonly PlacementId[] = [
  'under-items',
  'after-history',
  'aside',
  'returns-done',
  'return-settled',
]
