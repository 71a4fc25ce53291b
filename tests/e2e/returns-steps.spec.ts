import { alpenglueckProducts } from '@/db/seed/demo/products/alpenglueck'
import { LOCALE_TABLE } from '@/lib/i18n/locales'
import { TITLES as GOODS, putGoods } from './returns/goods'
import { hosted as test } from './returns/scene'
import { throughSteps } from './returns/steps'
import { visitor } from './returns/visitor'
import { cutOff, leftBehind, violations } from './support/measure'
import { expectSound } from './support/sound'
import { expect } from './support/test'
import { watch } from './support/watch'

const ORDER = 'AG-1010'
const { jacket, mug, beanie } = alpenglueckProducts
const TITLES = [jacket.title.de, beanie.title.de, mug.title.de]
const MESSAGE_KEY = /\b(?:returns|returned|policy|parcel|words|help|page)\.[a-z]+[._a-zA-Z]*\b/

const tokenOf = (link = ''): string => link.split('/o/')[1] ?? ''

for (const width of [390, 1280])
  test(`every step is sound at ${width} px, light and dark`, async ({ scene, page, demo }) => {
    test.slow()
    const { errors, requests } = await watch(page)
    await page.setViewportSize({ width, height: 844 })
    await throughSteps(scene, tokenOf(demo.pages[ORDER]), TITLES, async () => {
      await page.reload()
      await expectSound(page)
    })
    expect(errors).toEqual([])
    expect(requests.filter((url) => !url.startsWith(`${demo.origin}/`))).toEqual([])
    expect(await leftBehind(page)).toEqual({ cookies: 0, local: 0, session: 0 })
  })

for (const language of ['de', 'bar', 'en', 'fr'] as const)
  test.describe(`in ${language}`, () => {
    test.use({ language, viewport: { width: 320, height: 640 }, javaScriptEnabled: false })

    test('no step is wider than 320 px or says a key instead of words', async ({ scene, page, demo }) => {
      // The French shop has an order of the test's own.
      const order = language === 'fr' ? await putGoods(scene.shop, [['jacket', 2]]) : null
      const [token, titles] = order ? [order.token, [GOODS.jacket]] : [tokenOf(demo.pages[ORDER]), TITLES]
      await throughSteps(scene, token, titles, async (at) => {
        await expect(page.locator('html')).toHaveAttribute('lang', LOCALE_TABLE[language].html)
        expect([at, await cutOff(page)]).toEqual([at, []])
        const said = await page.locator('body').innerText()
        expect(said).not.toMatch(MESSAGE_KEY)
        expect(said).not.toMatch(/[{}<>]|\b(?:undefined|null|NaN)\b|Invalid Date/)
      })
    })
  })

test('what is missing is summed up on every step, and each link leads to its field', async ({
  scene,
  page,
  demo,
}) => {
  test.slow()
  await page.setViewportSize({ width: 390, height: 844 })
  const guest = visitor(scene)
  let summaries = 0
  const links = async () => {
    await guest.refused()
    summaries += 1
    expect(await violations(page)).toEqual([])
    expect(await cutOff(page)).toEqual([])
    const all = await guest.errors.getByRole('link').all()
    expect(all.length).toBeGreaterThan(0)
    for (const link of all) {
      const target = ((await link.getAttribute('href')) ?? '').slice(1)
      await link.click()
      await expect(page.locator(`[id="${target}"]`)).toBeFocused()
    }
  }
  await scene.open('/returns')
  await page.locator('[data-part=returns-form] button').click()
  await links()
  await page.locator('[data-part=gift-form] button').click()
  await links()
  await throughSteps(scene, tokenOf(demo.pages[ORDER]), TITLES, async (at) => {
    // The sum asks for nothing, and what was chosen stays chosen.
    if (at === 'find' || at === 'review' || at === 'items') return
    await guest.press()
    await links()
  })
  expect(summaries).toBe(7)
})

test('a step survives a reload, a way back and another tab', async ({ scene, page, demo }) => {
  const guest = visitor(scene)
  await throughSteps(scene, tokenOf(demo.pages[ORDER]), TITLES, async (at) => {
    if (at !== 'review') return
    const review = page.url()
    const sum = await guest.sum()
    await page.reload()
    expect(await guest.sum()).toEqual(sum)
    await page.goBack()
    await expect(guest.option('method', 'label')).toBeChecked()
    await page.goBack()
    await expect(guest.option('outcome-2', 'refund')).toBeChecked()
    await page.goForward()
    await page.goForward()
    expect(await guest.sum()).toEqual(sum)
    const other = await page.context().newPage()
    await other.goto(review.replace('/review', '/reasons'))
    await expect(other.locator('[name="reason-3"][value=changed_mind]')).toBeChecked()
    await other.close()
  })
})
