import { atReasons, atReview } from './returns/begin'
import { TITLES } from './returns/goods'
import { readReturn, returnsOf } from './returns/merchant'
import { hosted as test } from './returns/scene'
import { visitor } from './returns/visitor'
import { expect } from './support/test'

test.use({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false })

test('two tabs lose nothing: the older one meets what was kept, with what it had entered', async ({
  scene,
  page,
}) => {
  const { guest } = await atReasons(scene, 'jacket', { bought: 3 })
  const items = page.url().replace('/reasons', '/items')
  await page.goto(items)
  const otherPage = await page.context().newPage()
  const other = visitor({ root: otherPage })
  await otherPage.goto(items)
  await guest.take({ [TITLES.belt]: 1 })
  await guest.at('reasons')
  await other.line(TITLES.jacket).locator('select').selectOption('3')
  const answered = otherPage.waitForResponse((response) => response.request().method() === 'POST')
  await other.press()
  expect((await answered).status()).toBe(409)
  await expect(otherPage.locator('main')).toContainText('In einem anderen Fenster geändert')
  await expect(other.line(TITLES.belt).getByRole('checkbox')).toBeChecked()
  await expect(other.line(TITLES.jacket).locator('select')).toHaveValue('3')
  await other.press()
  await other.at('reasons')
  await expect(otherPage.locator('[name^="reason-1"]').first()).toBeVisible()
  await expect(otherPage.locator('[name^="reason-2"]').first()).toBeVisible()
})

test('a tab confirms no sum that another one has changed', async ({ scene, page }) => {
  const { guest, order } = await atReview(scene)
  const otherPage = await page.context().newPage()
  const other = visitor({ root: otherPage })
  await otherPage.goto(page.url().replace('/review', '/method'))
  await other.by('own_carrier')
  await other.field('carrier-1').fill('GLS')
  await other.press()
  await other.at('review')
  const before = await guest.sum()
  await guest.press()
  await expect(page.locator('main')).toContainText('In einem anderen Fenster geändert')
  expect(await guest.sum()).not.toEqual(before)
  expect(await returnsOf(scene.shop, order.number)).toEqual([])
  await guest.press()
  const { number } = await guest.done()
  expect((await readReturn(scene.shop, number)).method.id).toBe('own_carrier')
})

test('confirmed in two tabs, it is one return', async ({ scene, page }) => {
  const { guest, order } = await atReview(scene)
  const otherPage = await page.context().newPage()
  const other = visitor({ root: otherPage })
  await otherPage.goto(page.url())
  await Promise.all([guest.press(), other.press()])
  const [first, second] = [await guest.done(), await other.done()]
  expect(second.path).toBe(first.path)
  expect(await returnsOf(scene.shop, order.number)).toEqual([first.number])
  await otherPage.goBack()
  await expect(otherPage).toHaveURL(new RegExp(`${first.number}$`))
})
