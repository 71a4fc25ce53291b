import { calendarOf } from '@/db/seed/demo/calendar'
import { returnStories } from '@/db/seed/demo/returns/stories'
import { demoShops } from '@/db/seed/demo/shops'
import { hosted as test } from './returns/scene'
import { STATES } from './returns/states'
import { cutOff, layoutShifts, leftBehind, violations } from './support/measure'
import { expectSound } from './support/sound'
import { expect, type Page } from './support/test'
import { watch } from './support/watch'

const HEIGHT = 844
const MESSAGE_KEY = /\b(?:returns|returned|policy|parcel|words|help|page)\.[a-z]+[._a-zA-Z]*\b/

/** Sound on a telephone and on a desk; narrower than either, nothing is cut off. */
async function expectSoundEverywhere(page: Page, address: string): Promise<void> {
  const { errors, requests } = await watch(page)
  await page.setViewportSize({ width: 390, height: HEIGHT })
  await page.goto(address)
  await expectSound(page)
  await page.setViewportSize({ width: 1280, height: HEIGHT })
  await page.goto(address)
  expect(await layoutShifts(page)).toEqual([])
  expect(await cutOff(page)).toEqual([])
  expect(await violations(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: HEIGHT })
  expect(await cutOff(page)).toEqual([])
  expect(await page.locator('body').innerText()).not.toMatch(MESSAGE_KEY)
  const { origin } = new URL(address)
  expect(requests.filter((url) => !url.startsWith(`${origin}/`))).toEqual([])
  expect(errors.filter((error) => !/status of 409/.test(error))).toEqual([])
  expect(await leftBehind(page)).toEqual({ cookies: 0, local: 0, session: 0 })
}

const { timeZone } = demoShops.alpenglueck.settings

for (const { headline } of returnStories(calendarOf(new Date(), timeZone)))
  test(`the page of a return is sound: ${headline}`, async ({ page, demo }) => {
    await expectSoundEverywhere(page, demo.returns[headline] ?? '')
  })

for (const [what, make] of Object.entries(STATES))
  test(`the page of a return is sound: ${what}`, async ({ scene, page }) => {
    const path = await make(scene)
    const { origin, slug } = scene.shop
    await expectSoundEverywhere(page, `${origin}/${slug}/${scene.locale}${path}`)
  })
