import type { Locator } from '@playwright/test'
import { putGoods, TITLES } from './returns/goods'
import { hosted as test } from './returns/scene'
import { visitor } from './returns/visitor'
import { expect, type Page } from './support/test'

const MOST_TABS = 60

/** Presses the tabulator until one of these has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    await page.keyboard.press('Tab')
    const focused = await wanted.evaluateAll((all) => all.some((each) => each === document.activeElement))
    if (!focused) continue
    await expect(page.locator(':focus-visible')).toHaveCount(1)
    return
  }
  throw new Error(`${wanted} is out of the keyboard's reach`)
}

/** Chooses one of a group with the arrows. */
async function choose(page: Page, name: string, value: string): Promise<void> {
  const group = page.locator(`[name="${name}"]:visible`)
  await tabTo(page, group)
  const option = page.locator(`[name="${name}"][value="${value}"]`)
  await page.keyboard.press('Space')
  for (let presses = 0; presses < (await group.count()) && !(await option.isChecked()); presses += 1)
    await page.keyboard.press('ArrowDown')
  await expect(option).toBeChecked()
}

test.use({ viewport: { width: 1280, height: 844 } })

test('the keyboard alone is enough, from the order’s number to the label', async ({ scene, page }) => {
  const order = await putGoods(scene.shop, [
    ['jacket', 2],
    ['belt', 1],
  ])
  const guest = visitor(scene)
  const press = async () => {
    await tabTo(page, page.locator('form[data-part=step-form] button:not([name]):not([aria-hidden])'))
    await page.keyboard.press('Enter')
  }
  await scene.open('/returns')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await tabTo(page, guest.field('order'))
  await page.keyboard.type(order.number)
  await tabTo(page, guest.field('email'))
  await page.keyboard.type(order.email)
  await page.keyboard.press('Enter')
  const line = guest.line(TITLES.jacket)
  await expect(line).toBeVisible()
  await tabTo(page, line.getByRole('checkbox'))
  await page.keyboard.press('Space')
  await tabTo(page, line.locator('select'))
  await page.keyboard.press('ArrowUp')
  await expect(line.locator('select')).toHaveValue('1')
  await press()
  await guest.at('reasons')
  await press()
  await guest.refused()
  await tabTo(page, guest.errors.getByRole('link'))
  await page.keyboard.press('Enter')
  await expect(page.locator('[name="reason-1"]').first()).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await choose(page, 'reason-1', 'size')
  await choose(page, 'subReason-1-size', 'too_large')
  await press()
  await guest.at('outcomes')
  await choose(page, 'outcome-1', 'refund')
  await press()
  await guest.at('method')
  await choose(page, 'method', 'label')
  await press()
  await guest.at('review')
  await press()
  expect((await guest.done()).stage).toBe('print')
  await tabTo(page, page.locator('[data-part=labels] a[href$="/a4.pdf"]'))
  await tabTo(page, page.locator('[data-part=reconsider] a[href*="/cancel"]'))
  await page.keyboard.press('Enter')
  await expect(page.locator('form[action*="/cancel"]')).toBeVisible()
  await press()
  await expect(page.locator('[data-stage=cancelled]')).toBeVisible()
})
