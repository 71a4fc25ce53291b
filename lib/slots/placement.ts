/** Where on a shopper's page slots may stand; never before the answer. */
export const PLACEMENTS = [
  'under-status',
  'under-items',
  'after-history',
  'aside',
  'returns-done',
  'return-settled',
] as const
export type PlacementId = (typeof PLACEMENTS)[number]
