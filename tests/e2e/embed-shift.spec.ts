import { element, hostPage, script } from './embed/host-page'
import { expect, listenFor, met, type Page, test } from './embed/test'

const MOST_SHIFT = 0.01
const SETTLED_MS = 1500

test.beforeEach(({ page }) => listenFor(page))

/** The layout shift of the page around, without what answers a reader's own act. */
const shift = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
          reject(new Error('shifts are not measured'))
        let sum = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            if (!Reflect.get(entry, 'hadRecentInput')) sum += Number(Reflect.get(entry, 'value'))
        }).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => resolve(sum), 100)
      }),
  )

const PAGES = ['', '/o/TOKEN', '/returns', '/returns/o/TOKEN']

for (const width of [390, 1280])
  for (const path of PAGES)
    test(`the snippet of ${path || 'the look-up'} moves nothing around it at ${width} px`, async ({
      page,
      origin,
      brand,
    }) => {
      const { shop, site } = brand
      await page.setViewportSize({ width, height: width === 390 ? 844 : 800 })
      // As on a slow connection: the page is painted before the script and the frame are there.
      await page.route('**/embed/v1.js', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 300))
        await route.continue()
      })
      const src = `${origin}/e/${shop.slug}/de${path.replace('TOKEN', shop.token)}`
      await page.goto(site.put(hostPage(element(src) + script(origin))))
      await met(page)
      await page.waitForTimeout(SETTLED_MS)
      expect(await shift(page)).toBeLessThanOrEqual(MOST_SHIFT)
    })

test('the measure is none that can’t fail: a bare iframe that grows moves the page', async ({
  page,
  origin,
  brand,
}) => {
  const { shop, site } = brand
  await page.setViewportSize({ width: 1280, height: 800 })
  const bare = `<iframe src="${origin}/e/${shop.slug}/de" title="bare" style="display:block;width:100%;border:0"></iframe>
    <script>setTimeout(() => { document.querySelector('iframe').style.height = '1000px' }, 700)</script>`
  await page.goto(site.put(hostPage(bare)))
  await page.waitForTimeout(SETTLED_MS)
  expect(await shift(page)).toBeGreaterThan(MOST_SHIFT)
})

test('a frame grows at once and shrinks only after its reader has acted', async ({ page, origin, brand }) => {
  const { shop, site } = brand
  await page.setViewportSize({ width: 390, height: 500 })
  const src = `${origin}/e/${shop.slug}/de/o/${shop.token}`
  await page.goto(site.put(hostPage(element(src) + script(origin))))
  await met(page)
  const frame = page.locator('doorstep-parcel > iframe')
  const height = async () => (await frame.boundingBox())?.height ?? 0
  const content = frame.contentFrame()
  await expect.poll(height).toBeGreaterThan(800)
  const full = await height()
  await content.locator('main').evaluate((main) => {
    const more = document.createElement('div')
    more.id = 'more'
    more.style.height = '300px'
    main.append(more)
  })
  await expect.poll(height).toBe(full + 300)
  await content.locator('#more').evaluate((more) => more.remove())
  await page.waitForTimeout(300)
  expect(await height()).toBe(full + 300)
  await content.locator('h1').click()
  await content.locator('main').evaluate((main) => {
    main.style.paddingTop = '10px'
  })
  await expect.poll(height).toBe(full + 10)
})
