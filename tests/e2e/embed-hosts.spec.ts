import AxeBuilder from '@axe-core/playwright'
import { bareElement, element, hostPage, script } from './embed/host-page'
import { expect, heard, innerPath, inside, listenFor, met, type Page, test } from './embed/test'

test.beforeEach(({ page }) => listenFor(page))

test('a page with a strict policy and Trusted Types lists our host twice and needs nothing else', async ({
  page,
  origin,
  brand,
}) => {
  const { shop, site } = brand
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  const policy = [
    "default-src 'none'",
    "style-src 'sha256-none'",
    `script-src ${origin}`,
    `frame-src ${origin}`,
    "require-trusted-types-for 'script'",
    'trusted-types',
  ].join('; ')
  const html = hostPage(
    bareElement({ shop: shop.slug, locale: 'de', token: shop.token, datalayer: 'layer' }),
    { head: script(origin) },
  )
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/ style="[^"]*"/g, '')
  await page.goto(site.put(html, { headers: { 'content-security-policy': policy } }))
  await met(page)
  await expect(inside(page).locator('[data-part=history]')).toBeVisible()
  await expect.poll(async () => (await page.locator('iframe').boundingBox())?.height).toBeGreaterThan(500)
  await page.locator('doorstep-parcel').evaluate((each) => each.setAttribute('scheme', 'dark'))
  await expect(inside(page).locator('html')).toHaveAttribute('data-scheme', 'dark')
  await inside(page)
    .locator('html')
    .evaluate(() => history.length)
  expect(complaints.filter((text) => !text.includes('favicon'))).toEqual([])
})

const ISOLATED = [
  { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' },
  { 'cross-origin-embedder-policy': 'credentialless' },
]

for (const headers of ISOLATED)
  test(`an isolated page frames it: ${JSON.stringify(headers)}`, async ({ page, origin, brand }) => {
    const { shop, site } = brand
    const src = `${origin}/e/${shop.slug}/de/o/${shop.token}`
    await page.goto(site.put(hostPage(element(src) + script(origin)), { headers }))
    await met(page)
    await expect(inside(page).locator('[data-part=history]')).toBeVisible()
  })

test('a credentialless iframe works like any other', async ({ page, origin, brand }) => {
  const { shop, site } = brand
  const html = hostPage(element(`${origin}/e/${shop.slug}/de`) + script(origin)).replace(
    '<iframe ',
    '<iframe credentialless ',
  )
  await page.goto(site.put(html))
  await met(page)
  expect(
    await inside(page)
      .locator('html')
      .evaluate(() => Reflect.get(window, 'credentialless')),
  ).toBe(true)
  await inside(page).locator('[name=number]').fill(shop.parcel)
  await inside(page).locator('[data-part=number-form] button').click()
  await met(page, 2)
  await expect(inside(page).locator('[data-part=movement-only]')).toBeVisible()
})

test('an element that is moved goes on where it was', async ({ page, origin, brand }) => {
  const { shop, site } = brand
  const after = '<footer><div id="elsewhere"></div></footer>'
  const src = `${origin}/e/${shop.slug}/de`
  await page.goto(site.put(hostPage(element(src, { id: 'moved' }) + script(origin), { after })))
  await met(page)
  await inside(page).locator('[name=number]').fill(shop.parcel)
  await inside(page).locator('[data-part=number-form] button').click()
  await met(page, 2)
  await page.evaluate(() =>
    document.querySelector('#elsewhere')?.append(document.querySelector('#moved') ?? ''),
  )
  await met(page, 3)
  await expect.poll(() => innerPath(page)).toBe(`/e/${shop.slug}/de/p/${shop.parcel}`)
  await expect(page.locator('iframe')).toHaveCount(1)
  await page.locator('#moved').evaluate((each) => each.setAttribute('scheme', 'dark'))
  await expect(inside(page).locator('html')).toHaveAttribute('data-scheme', 'dark')
})

test('an element that is taken away leaves nothing behind, and may come back', async ({
  page,
  origin,
  brand,
}) => {
  const { shop, site } = brand
  const src = `${origin}/e/${shop.slug}/de`
  await page.goto(site.put(hostPage(element(src) + script(origin))))
  await met(page)
  await page.evaluate(() => {
    const each = document.querySelector('doorstep-parcel')
    each?.remove()
    Reflect.set(window, 'away', each)
    history.pushState({}, '')
    history.back()
    document.documentElement.classList.add('changed')
  })
  await page.waitForTimeout(300)
  expect((await heard(page)).filter(({ type }) => type === 'error' || type === 'navigate')).toEqual([])
  await page.evaluate(() => document.querySelector('main')?.append(Reflect.get(window, 'away')))
  await met(page, 2)
  await expect(inside(page).locator('[name=order]')).toBeVisible()
})

test('one script line more changes nothing', async ({ page, origin, brand }) => {
  const { shop, site } = brand
  const src = `${origin}/e/${shop.slug}/de`
  await page.goto(site.put(hostPage(script(origin) + element(src) + script(origin))))
  await met(page)
  await page.waitForTimeout(300)
  expect(await heard(page, 'ready')).toHaveLength(1)
  await expect(page.locator('iframe')).toHaveCount(1)
})

test('the page and the frame leave nothing in the browser and ask nobody else', async ({
  page,
  origin,
  brand,
}) => {
  const { shop, site } = brand
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(new URL(request.url()).origin))
  // Whoever so much as looks for a place to keep something is noted, in every frame.
  await page.addInitScript(() => {
    const touched: string[] = []
    Reflect.set(window, 'touched', touched)
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'])
      Object.defineProperty(window, name, { get: () => touched.push(name) })
    Object.defineProperty(document, 'cookie', {
      get: () => touched.push('cookie'),
      set: () => touched.push('cookie'),
    })
  })
  const touched = () => Reflect.get(window, 'touched')
  const src = `${origin}/e/${shop.slug}/de`
  await page.goto(site.put(hostPage(element(src) + script(origin))))
  await met(page)
  const lookUp = await inside(page).locator('html').evaluate(touched)
  await inside(page).locator('[name=order]').fill(shop.order)
  await inside(page).locator('[name=proof]').fill(shop.email)
  await inside(page).locator('[data-part=order-form] button').click()
  await met(page, 2)
  await expect(inside(page).locator('[data-part=history]')).toBeVisible()
  const order = await inside(page).locator('html').evaluate(touched)
  expect([await page.evaluate(touched), lookUp, order]).toEqual([[], [], []])
  expect([...asked].sort()).toEqual([origin, site.origin].sort())
  expect(await page.context().cookies()).toEqual([])
  await page.evaluate(() => localStorage)
  expect(await page.evaluate(touched)).toEqual(['localStorage'])
})

const MOST_TRIES = 8

/** What axe says of the element and its frame; it gives a frame one second to take it in, and leaves it out without a word. */
async function throughFrame(page: Page) {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const results = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .include('doorstep-parcel')
      .analyze()
    // Proof that axe has looked inside: a rule that only the framed page can pass.
    if (results.passes.some(({ nodes }) => nodes.some(({ target }) => target.length > 1))) return results
  }
  throw new Error('axe never looked into the frame')
}

for (const path of ['', '/o/TOKEN', '/returns', '/returns/o/TOKEN'])
  for (const { width, scheme } of [
    { width: 390, scheme: 'light' },
    { width: 390, scheme: 'dark' },
    { width: 1280, scheme: 'light' },
    { width: 1280, scheme: 'dark' },
  ])
    test(`axe finds nothing through the frame of ${path || 'the look-up'} at ${width} px, ${scheme}`, async ({
      page,
      origin,
      brand,
    }) => {
      const { shop, site } = brand
      await page.setViewportSize({ width, height: 900 })
      const src = `${origin}/e/${shop.slug}/de${path.replace('TOKEN', shop.token)}?scheme=${scheme}`
      await page.goto(site.put(hostPage(element(src, { scheme }) + script(origin))))
      await met(page)
      await expect.poll(async () => (await heard(page, 'resize')).length).toBeGreaterThan(0)
      const { violations } = await throughFrame(page)
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, html }) => `${id} ${target} ${html.slice(0, 120)}`),
      )
      expect(found).toEqual([])
    })
