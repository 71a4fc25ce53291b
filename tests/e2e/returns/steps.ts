import type { Page } from '@playwright/test'
import { expect } from '../support/test'
import type { Scene } from './scene'
import { type Step, visitor } from './visitor'

type At = Step | 'find' | 'first' | 'done'

/**
 * Goes through every page of the portal up to the sum, and looks at each as it has just been opened; with a demo's order, whose
 * items have pictures and of which one can't go back. Nothing is sent.
 */
export async function throughSteps(
  { open, page, root }: Scene & { page: Page },
  orderToken: string,
  titles: readonly string[],
  look: (at: At) => Promise<void>,
): Promise<void> {
  const guest = visitor({ root })
  await open('/returns')
  await look('find')
  await open(`/returns/o/${orderToken}`)
  await look('first')
  await guest.take(Object.fromEntries(titles.map((title) => [title, 1])))
  await guest.at('reasons')
  await look('reasons')
  for (const [index] of titles.entries()) await guest.because(String(index + 1), 'changed_mind')
  await guest.press()
  await guest.at('outcomes')
  await look('outcomes')
  for (const [index] of titles.entries()) await guest.wants(String(index + 1), 'refund')
  await guest.press()
  await guest.at('method')
  await look('method')
  await guest.by('label')
  await guest.press()
  await guest.at('review')
  await look('review')
  await page.goto(page.url().replace('/review', '/items'))
  await look('items')
  await page.goto(page.url().replace('/items', '/order'))
  await expect(guest.field('order')).toBeVisible()
  await look('order')
}
