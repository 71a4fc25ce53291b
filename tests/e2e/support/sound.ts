import { colourViolations, cutOff, layoutShifts, loadPictures, violations } from './measure'
import { expect, type Page } from './test'

/** A page that has just been opened: nothing moved, nothing is cut off, nobody is kept out; also in the dark. */
export async function expectSound(page: Page): Promise<void> {
  await loadPictures(page)
  expect(await layoutShifts(page)).toEqual([])
  expect(await cutOff(page)).toEqual([])
  expect(await violations(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await colourViolations(page)).toEqual([])
  await page.emulateMedia({ colorScheme: null })
}
