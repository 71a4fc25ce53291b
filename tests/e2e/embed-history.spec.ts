import { bareElement, element, hostPage, script } from './embed/host-page'
import { expect, heard, innerPath, inside, listenFor, met, type Page, test } from './embed/test'

test.beforeEach(({ page }) => listenFor(page))

async function findParcel(page: Page, number: string, nth = 0): Promise<void> {
  await inside(page, nth).locator('[name=number]').fill(number)
  await inside(page, nth).locator('[data-part=number-form] button').click()
  await expect(inside(page, nth).locator('[data-part=movement-only]')).toBeVisible()
}

test('each step inside is one step of the browser, back and forward', async ({ page, origin, brand }) => {
  const { shop, site } = brand
  const url = site.put(hostPage(element(`${origin}/e/${shop.slug}/de`) + script(origin)))
  const before = site.put(hostPage('before'))
  await page.goto(before)
  await page.goto(url)
  await met(page)
  const start = await page.evaluate(() => history.length)
  await findParcel(page, shop.parcel)
  await met(page, 2)
  await inside(page).locator('[data-part=movement-only] a').click()
  await met(page, 3)
  await expect(inside(page).locator('[name=order]')).toBeVisible()
  expect(await page.evaluate(() => history.length)).toBe(start + 2)
  expect(page.url()).toBe(url)

  await page.goBack()
  await met(page, 4)
  await expect.poll(() => innerPath(page)).toBe(`/e/${shop.slug}/de/p/${shop.parcel}`)
  await page.goBack()
  await met(page, 5)
  await expect.poll(() => innerPath(page)).toBe(`/e/${shop.slug}/de`)
  await page.goForward()
  await met(page, 6)
  await expect.poll(() => innerPath(page)).toBe(`/e/${shop.slug}/de/p/${shop.parcel}`)
  await page.goBack()
  await met(page, 7)
  const pages = (await heard(page)).filter(({ type }) => type === 'ready' || type === 'navigate')
  const look = 'look-up'
  expect(pages.map(({ detail }) => detail.page)).toEqual([
    look,
    'parcel',
    look,
    'parcel',
    look,
    'parcel',
    look,
  ])
  await page.goBack()
  expect(page.url()).toBe(before)
})

test('a wrong form is no step, and what was typed stays', async ({ page, origin, brand }) => {
  const { shop, site } = brand
  await page.goto(site.put(hostPage(element(`${origin}/e/${shop.slug}/de`) + script(origin))))
  await met(page)
  const start = await page.evaluate(() => history.length)
  const frame = inside(page)
  await frame.locator('[name=order]').fill('NO-1')
  await frame.locator('[data-part=order-form] button').click()
  await expect(frame.locator('[data-part=errors]')).toBeFocused()
  await expect(frame.locator('[name=order]')).toHaveValue('NO-1')
  await frame.locator('[data-part=errors] a').first().click()
  await expect(frame.locator('[name=proof]')).toBeFocused()
  expect(await page.evaluate(() => history.length)).toBe(start)
})

test('a step keeps what the shop’s page has written into its history, and a reload keeps the step', async ({
  page,
  origin,
  brand,
}) => {
  const { shop, site } = brand
  await page.goto(site.put(hostPage(element(`${origin}/e/${shop.slug}/de`) + script(origin))))
  await met(page)
  await page.evaluate(() => history.replaceState({ router: { key: 7 } }, ''))
  await findParcel(page, shop.parcel)
  expect(await page.evaluate(() => history.state.router)).toEqual({ key: 7 })
  await page.reload()
  await met(page)
  await expect(inside(page).locator('[data-part=movement-only]')).toBeVisible()
  await page.goBack()
  await expect(inside(page).locator('[name=order]')).toBeVisible()
})

test('a step of the shop’s own is none of ours', async ({ page, origin, brand }) => {
  const { shop, site } = brand
  await page.goto(
    site.put(hostPage(bareElement({ shop: shop.slug, locale: 'und' }) + script(origin), { lang: 'de' })),
  )
  await met(page)
  await page.evaluate(() => {
    history.pushState({ page: 2 }, '', '?page=2')
    history.back()
  })
  await page.waitForTimeout(400)
  expect((await heard(page)).filter(({ type }) => type === 'navigate')).toEqual([])
})

test('two elements on one page go their own ways through one history', async ({ page, origin, brand }) => {
  const { shop, site } = brand
  const src = `${origin}/e/${shop.slug}/de`
  await page.goto(
    site.put(hostPage(element(src, { id: 'one' }) + element(src, { id: 'two' }) + script(origin))),
  )
  await met(page, 2)
  await findParcel(page, shop.parcel, 0)
  await findParcel(page, shop.parcel, 1)
  await page.goBack()
  await expect(inside(page, 1).locator('[name=order]')).toBeVisible()
  await expect(inside(page, 0).locator('[data-part=movement-only]')).toBeVisible()
  await page.goBack()
  await expect(inside(page, 0).locator('[name=order]')).toBeVisible()
  const ready = await heard(page, 'ready')
  expect(ready.map(({ from }) => from).sort()).toEqual(['one', 'two'])
})

test('by keyboard alone an order is found and left again', async ({ page, origin, brand }) => {
  const { shop, site } = brand
  const around = {
    before: '<header><a href="#x" id="first">First</a></header>',
    after: '<footer><a href="#y" id="last">Last</a></footer>',
  }
  await page.goto(site.put(hostPage(element(`${origin}/e/${shop.slug}/de`) + script(origin), around)))
  await met(page)
  expect(await page.evaluate(() => [document.activeElement?.tagName, scrollY])).toEqual(['BODY', 0])
  await page.keyboard.press('Tab')
  await expect(page.locator('#first')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(inside(page).locator('[name=order]')).toBeFocused()
  await page.keyboard.type(shop.order)
  await page.keyboard.press('Tab')
  await page.keyboard.type(shop.email)
  await page.keyboard.press('Enter')
  await met(page, 2)
  await expect(inside(page).locator('main')).toBeFocused()
  const last = page.locator('#last')
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(last).toBeFocused({ timeout: 50 })
  }).toPass({ timeout: 10_000 })
  await page.keyboard.press('Shift+Tab')
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME')
})

test('nothing takes the focus or scrolls while the page loads', async ({ page, origin, brand }) => {
  const { shop, site } = brand
  const before = `<header style="height:1500px"><input id="own" autofocus aria-label="own"></header>`
  const src = `${origin}/e/${shop.slug}/de/o/${shop.token}`
  await page.goto(site.put(hostPage(element(src) + script(origin), { before })))
  await met(page)
  await page.waitForTimeout(500)
  await expect(page.locator('#own')).toBeFocused()
  expect(await page.evaluate(() => scrollY)).toBe(0)
})

test('after a step the answer is in view, even where the reader has scrolled past its top', async ({
  page,
  origin,
  brand,
}) => {
  const { shop, site } = brand
  await page.setViewportSize({ width: 390, height: 600 })
  await page.goto(site.put(hostPage(element(`${origin}/e/${shop.slug}/de`) + script(origin))))
  await met(page)
  await findParcel(page, shop.parcel)
  await met(page, 2)
  const top = () => page.locator('doorstep-parcel').evaluate((element) => element.getBoundingClientRect().top)
  await expect.poll(top).toBeGreaterThanOrEqual(-1)
  expect(await top()).toBeLessThan(300)
})
