import type { FrameLocator, Page } from '@playwright/test'

/** What sells; what helps and what informs isn't among it. */
const SELLING: ReadonlySet<string> = new Set([
  'products',
  'voucher',
  'review-request',
  'referral',
  'feedback',
  'newsletter',
  'loyalty',
  'custom',
])

/** The kinds of the slots on a page, from top to bottom. */
export const slotsOn = (root: Page | FrameLocator): Promise<string[]> =>
  root
    .locator('[data-part=slot]')
    .evaluateAll((slots) => slots.map((slot) => slot.getAttribute('data-slot') ?? ''))

export const selling = (slots: readonly string[]): string[] => slots.filter((slot) => SELLING.has(slot))
