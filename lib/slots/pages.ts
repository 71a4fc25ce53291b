import type { PlacementId } from './placement'

/** The pages on which slots stand: what is capped is counted for each. */
export const SLOT_PAGES = {
  order: ['under-status', 'under-items', 'after-history', 'aside'],
  'return-sent': ['returns-done'],
  'return-settled': ['return-settled'],
} as const satisfies Record<string, readonly PlacementId[]>
export type SlotPage = keyof typeof SLOT_PAGES
