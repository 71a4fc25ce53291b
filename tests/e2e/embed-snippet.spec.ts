import { bareElement, element, hostPage, script } from './embed/host-page'
import { expect, heard, innerPath, inside, listenFor, met, test } from './embed/test'

const LATE_MS = 13_000

test.beforeEach(({ page }) => listenFor(page))

test.describe('with scripts forbidden', () => {
  test.use({ javaScriptEnabled: false })

  test('the snippet is a whole page: an order is looked up in it', async ({ page, origin, brand }) => {
    const { shop, site } = brand
    await page.goto(site.put(hostPage(element(`${origin}/e/${shop.slug}/de`) + script(origin))))
    const frame = inside(page)
    await frame.locator('[name=order]').fill(shop.order)
    await frame.locator('[name=proof]').fill(shop.email)
    await frame.locator('[data-part=order-form] button').click()
    await expect(frame.locator('[data-part=history]')).toBeVisible()
    await expect(frame.locator('header, footer')).toHaveCount(0)
  })

  test('it keeps its scheme on every way within', async ({ page, origin, brand }) => {
    const { shop, site } = brand
    await page.goto(site.put(hostPage(element(`${origin}/e/${shop.slug}/de?scheme=dark`))))
    const frame = inside(page)
    await frame.locator('[name=number]').fill(shop.parcel)
    await frame.locator('[data-part=number-form] button').click()
    await expect(frame.locator('[data-part=movement-only]')).toBeVisible()
    await expect(frame.locator('html')).toHaveAttribute('data-scheme', 'dark')
  })

  test('links out of it open beside it', async ({ page, origin, brand }) => {
    const { shop, site } = brand
    await page.goto(site.put(hostPage(element(`${origin}/e/${shop.slug}/de/o/${shop.token}`))))
    const carrier = inside(page).locator('[data-part=history] a[href^=http]')
    await expect(carrier).toHaveAttribute('target', '_blank')
  })
})

test('the script takes over the iframe that is there, without loading it again', async ({
  page,
  origin,
  brand,
}) => {
  const { shop, site } = brand
  const documents: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'document' && request.url().includes('/e/')) documents.push(request.url())
  })
  const src = `${origin}/e/${shop.slug}/de/o/${shop.token}`
  await page.goto(site.put(hostPage(element(src) + script(origin))))
  await met(page)
  const [ready] = await heard(page, 'ready')
  expect(ready?.detail).toEqual({ page: 'order', locale: 'de' })
  await expect(page.locator('iframe')).toHaveCount(1)
  expect(documents).toEqual([src])
})

test('the frame is as high as its content, and nothing scrolls in it', async ({ page, origin, brand }) => {
  const { shop, site } = brand
  await page.goto(site.put(hostPage(element(`${origin}/e/${shop.slug}/de/o/${shop.token}`) + script(origin))))
  await met(page)
  const body = inside(page).locator('body')
  await expect
    .poll(async () => {
      const frame = await page.locator('iframe').boundingBox()
      const content = await body.evaluate((element) => element.getBoundingClientRect().height)
      return Math.abs((frame?.height ?? 0) - content)
    })
    .toBeLessThanOrEqual(1)
  const room = await body.evaluate(() => {
    const root = document.documentElement
    root.scrollTop = 100
    return [root.scrollTop, root.scrollWidth - root.clientWidth]
  })
  expect(room).toEqual([0, 0])
})

test('without an iframe the element makes one, named and sandboxed', async ({ page, origin, brand }) => {
  const { shop, site } = brand
  await page.goto(site.put(hostPage(bareElement({ shop: shop.slug, locale: 'fr' }) + script(origin))))
  await met(page)
  const frame = page.locator('doorstep-parcel > iframe')
  await expect(frame).toHaveAttribute('title', 'État de la livraison')
  await expect(frame).toHaveAttribute('sandbox', /allow-forms .*allow-top-navigation-by-user-activation/)
  await expect(inside(page).locator('html')).toHaveAttribute('lang', 'fr')
})

for (const [lang, spoken] of [
  ['fr-CA', 'fr'],
  ['pt-BR', 'de'],
] as const)
  test(`a page in ${lang} frames one in ${spoken}`, async ({ browser, origin, brand }) => {
    const context = await browser.newContext({ locale: 'ja' })
    const page = await context.newPage()
    await listenFor(page)
    await page.goto(
      brand.site.put(hostPage(bareElement({ shop: brand.shop.slug }) + script(origin), { lang })),
    )
    await met(page)
    await expect(inside(page).locator('html')).toHaveAttribute('lang', spoken)
    await context.close()
  })

test('a token opens the order, an order’s number is filled in', async ({ page, origin, brand }) => {
  const { shop, site } = brand
  const both =
    bareElement({ shop: shop.slug, locale: 'de', token: shop.token }) +
    bareElement({ shop: shop.slug, locale: 'de', order: shop.order })
  await page.goto(site.put(hostPage(both + script(origin))))
  await met(page, 2)
  await expect(inside(page, 0).locator('[data-part=history]')).toBeVisible()
  await expect(inside(page, 1).locator('[name=order]')).toHaveValue(shop.order)
})

test('a link into the shop’s page opens the order, and its token leaves the address', async ({
  page,
  origin,
  brand,
}) => {
  const { shop, site } = brand
  const url = site.put(hostPage(element(`${origin}/e/${shop.slug}/de`) + script(origin)))
  await page.goto(`${url}?a=1&doorstep=o/${shop.token}#b`)
  await met(page)
  await expect(inside(page).locator('[data-part=history]')).toBeVisible()
  expect(page.url()).toBe(`${url}?a=1#b`)
  expect(await page.evaluate(() => history.length)).toBe(2)
})

for (const late of [0, 30, 60, 120, 300])
  test(`it opens however late the script comes (${late} ms)`, async ({ page, origin, brand }) => {
    const { shop, site } = brand
    await page.route('**/embed/v1.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, late))
      await route.continue()
    })
    const url = site.put(hostPage(element(`${origin}/e/${shop.slug}/de`) + script(origin)))
    await page.goto(`${url}?doorstep=o/${shop.token}`)
    await met(page)
    await expect(inside(page).locator('[data-part=history]')).toBeVisible()
    expect((await heard(page, 'ready')).map(({ detail }) => detail.page)).toEqual(['order'])
  })

test('a link that names no page of ours leaves the address and opens nothing', async ({
  page,
  origin,
  brand,
}) => {
  const { shop, site } = brand
  const url = site.put(hostPage(element(`${origin}/e/${shop.slug}/de`) + script(origin)))
  await page.goto(`${url}?doorstep=${encodeURIComponent('../../../console')}`)
  await met(page)
  expect(await innerPath(page)).toBe(`/e/${shop.slug}/de`)
  expect(page.url()).toBe(url)
})

test('another scheme or view is a message, another token another document', async ({
  page,
  origin,
  brand,
}) => {
  const { shop, site } = brand
  await page.goto(site.put(hostPage(element(`${origin}/e/${shop.slug}/de/o/${shop.token}`) + script(origin))))
  await met(page)
  const root = inside(page).locator('html')
  await root.evaluate((html) => html.setAttribute('data-seen', ''))
  const set = (name: string, value: string) =>
    page
      .locator('doorstep-parcel')
      .evaluate((element, [key, text]) => element.setAttribute(key, text), [name, value] as const)
  await set('scheme', 'dark')
  await set('view', 'compact')
  await expect(root).toHaveAttribute('data-scheme', 'dark')
  await expect(inside(page).locator('[data-part=history]')).toBeHidden()
  await expect(root).toHaveAttribute('data-seen', '')
  await set('token', 'nobodys.token')
  await met(page, 2)
  await expect(inside(page).locator('[data-part=message]')).toBeVisible()
  await expect(root).not.toHaveAttribute('data-seen')
  expect(await page.evaluate(() => history.length)).toBe(2)
})

test('a frame that stays empty for twelve seconds says so, and leaves a plain link', async ({
  page,
  origin,
  brand,
}) => {
  const { shop, foreign } = brand
  test.setTimeout(90_000)
  await page.goto(
    foreign.put(hostPage(element(`${origin}/e/${shop.slug}/de/p/${shop.parcel}`) + script(origin))),
  )
  const link = page.locator('doorstep-parcel > a')
  await expect(link).toBeVisible({ timeout: LATE_MS + 5000 })
  await expect(link).toHaveAttribute('href', `${origin}/${shop.slug}/de/p/${shop.parcel}`)
  expect(await heard(page, 'error')).toEqual([{ type: 'error', detail: { reason: 'timeout' }, from: '' }])
  expect(await heard(page, 'ready')).toEqual([])
})

test('an element that names no shop says so', async ({ page, origin, brand }) => {
  await page.goto(brand.site.put(hostPage(bareElement({}) + script(origin))))
  await expect
    .poll(() => heard(page, 'error'))
    .toEqual([{ type: 'error', detail: { reason: 'setup' }, from: '' }])
})

test('what happens inside is heard outside, and nothing of it is personal', async ({
  page,
  origin,
  brand,
}) => {
  const { shop, site } = brand
  const src = `${origin}/e/${shop.slug}/de`
  await page.goto(site.put(hostPage(element(src, { id: 'here', datalayer: '' }) + script(origin))))
  await met(page)
  const frame = inside(page)
  await frame.locator('[name=order]').fill(shop.order)
  await frame.locator('[name=proof]').fill('nobody@example.org')
  await frame.locator('[data-part=order-form] button').click()
  await expect(frame.locator('[data-part=errors]')).toBeFocused()
  await frame.locator('[name=proof]').fill(shop.email)
  await frame.locator('[data-part=order-form] button').click()
  await met(page, 2)
  const popup = page.waitForEvent('popup')
  await frame.locator('[data-part=history] a[href^=http]').click()
  await (await popup).close()
  await expect.poll(async () => (await heard(page, 'link')).length).toBe(1)
  const events = (await heard(page)).filter(({ type }) => type !== 'resize')
  expect(events).toMatchObject([
    { type: 'ready', detail: { page: 'look-up' }, from: 'here' },
    { type: 'lookup', detail: { by: 'order', found: false } },
    { type: 'lookup', detail: { by: 'order', found: true } },
    { type: 'navigate', detail: { page: 'order', locale: 'de' } },
    { type: 'status', detail: { status: 'in_transit.departed', final: false } },
    { type: 'link', detail: { to: 'web' } },
  ])
  const all = JSON.stringify(await page.evaluate(() => [window.heard, Reflect.get(window, 'dataLayer')]))
  for (const secret of [shop.token, shop.order, shop.email, shop.parcel]) expect(all).not.toContain(secret)
  expect(
    await page.evaluate(() => Reflect.get(window, 'dataLayer').map(({ event }: { event: string }) => event)),
  ).toEqual((await heard(page)).map(({ type }) => `doorstep:${type}`))
})

test('a new scan is heard outside while the page is open', async ({ page, origin, brand }) => {
  const { shop, site } = brand
  const parcel = await shop.sendParcel()
  const src = `${origin}/e/${shop.slug}/de/p/${parcel.number}`
  await expect.poll(async () => (await fetch(src)).status).toBe(200)
  await page.goto(site.put(hostPage(element(src) + script(origin))))
  await met(page)
  await parcel.scan('out_for_delivery.on_vehicle')
  await expect
    .poll(async () => (await heard(page, 'status')).map(({ detail }) => detail.status), { timeout: 10_000 })
    .toEqual(['in_transit.departed', 'out_for_delivery.on_vehicle'])
})
