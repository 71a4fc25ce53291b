import { type Browser, devices } from '@playwright/test'
import { contrast } from '@/lib/shops/contrast'
import { bareElement, element, hostPage, script } from './embed/host-page'
import { expect, inside, listenFor, met, type Page, test } from './embed/test'

test.beforeEach(({ page }) => listenFor(page))

/** What stands inside, as the browser computes it. */
const computed = (page: Page, selector: string, property: string): Promise<string> =>
  inside(page)
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)

const variable = async (page: Page, name: string): Promise<string> =>
  (await computed(page, 'html', `--ds-${name}`)).trim()

const put = (origin: string, slug: string, styles: string, attributes: Record<string, string> = {}) =>
  hostPage(element(`${origin}/e/${slug}/de`, attributes) + script(origin), {
    head: `<style>${styles}</style>`,
  })

test('colours, radius and font of the shop’s page are taken over inside', async ({ page, origin, brand }) => {
  const { shop, site } = brand
  const styles = `:root{--doorstep-accent:oklch(0.55 0.2 330);--doorstep-bg:#fff8f0;--doorstep-fg:hsl(200 40% 12%);
    --doorstep-radius:20px;--doorstep-font:Georgia,"Times New Roman",serif}`
  await page.goto(site.put(put(origin, shop.slug, styles)))
  await met(page)
  await expect.poll(() => variable(page, 'background')).toBe('#fff8f0')
  expect(await variable(page, 'text')).toBe('#12232b')
  expect(await variable(page, 'radius')).toBe('1.25rem')
  expect(await computed(page, 'body', 'font-family')).toContain('Georgia')
  expect(await computed(page, 'html', 'background-color')).toBe('rgb(255, 248, 240)')
  const button = { fill: await variable(page, 'accent'), on: await variable(page, 'onAccent') }
  expect(contrast(button.fill, button.on)).toBeGreaterThanOrEqual(4.5)
})

test('colours that couldn’t be read together are moved apart', async ({ page, origin, brand }) => {
  const { shop, site } = brand
  const styles = ':root{--doorstep-accent:#ffff66;--doorstep-bg:white;--doorstep-fg:#eeeeee}'
  await page.goto(site.put(put(origin, shop.slug, styles)))
  await met(page)
  await expect.poll(() => variable(page, 'background')).toBe('#ffffff')
  for (const name of ['text', 'muted', 'link'])
    expect(contrast(await variable(page, name), '#ffffff'), name).toBeGreaterThanOrEqual(4.5)
})

test('what isn’t a colour, a size or a font changes nothing', async ({ page, origin, brand }) => {
  const { shop, site, foreign } = brand
  const outside: string[] = []
  page.on('request', (request) => {
    if (request.url().startsWith(foreign.origin)) outside.push(request.url())
  })
  const evil = `url(${foreign.origin}/x.png)`
  const styles = `:root{--doorstep-accent:${evil};--doorstep-bg:rgb(0 0 0 / 20%);--doorstep-fg:var(--ds-nobody);
    --doorstep-radius:calc(1px*9);--doorstep-font:${evil},serif}`
  await page.goto(site.put(put(origin, shop.slug, '')))
  await met(page)
  const before = await inside(page)
    .locator('html')
    .evaluate((root) => getComputedStyle(root).cssText)
  const plain = await Promise.all(
    ['accent', 'background', 'text', 'radius', 'body'].map((name) => variable(page, name)),
  )
  await page.goto(site.put(put(origin, shop.slug, styles)))
  await met(page)
  expect(
    await inside(page)
      .locator('html')
      .evaluate((root) => getComputedStyle(root).cssText),
  ).toBe(before)
  expect(
    await Promise.all(['accent', 'background', 'text', 'radius', 'body'].map((name) => variable(page, name))),
  ).toEqual(plain)
  expect(outside).toEqual([])
})

test('a shop that changes its own theme changes the frame’s, without loading it again', async ({
  page,
  origin,
  brand,
}) => {
  const { shop, site } = brand
  const styles = ':root{--doorstep-bg:#ffffff}:root.dark{--doorstep-bg:#101418;--doorstep-fg:#f0f0f0}'
  await page.goto(site.put(put(origin, shop.slug, styles)))
  await met(page)
  await expect.poll(() => variable(page, 'background')).toBe('#ffffff')
  await inside(page).locator('[name=order]').fill('half typed')
  await page.evaluate(() => document.documentElement.classList.add('dark'))
  await expect.poll(() => variable(page, 'background')).toBe('#101418')
  expect(await computed(page, 'html', 'color-scheme')).toBe('dark')
  expect(contrast(await variable(page, 'text'), '#101418')).toBeGreaterThanOrEqual(4.5)
  await expect(inside(page).locator('[name=order]')).toHaveValue('half typed')
  await page.evaluate(() => document.documentElement.classList.remove('dark'))
  await expect.poll(() => variable(page, 'background')).toBe('#ffffff')
  expect(await computed(page, 'html', 'color-scheme')).toBe('light')
})

const SCHEMES = [
  { device: 'dark', scheme: 'auto', shown: 'dark' },
  { device: 'dark', scheme: 'light', shown: 'light' },
  { device: 'light', scheme: 'dark', shown: 'dark' },
  { device: 'light', scheme: 'auto', shown: 'light' },
] as const

for (const { device, scheme, shown } of SCHEMES)
  test(`scheme="${scheme}" on a ${device} device shows ${shown}, from the first paint on`, async ({
    page,
    origin,
    brand,
  }) => {
    const { shop, site } = brand
    await page.emulateMedia({ colorScheme: device })
    await page.goto(
      site.put(hostPage(bareElement({ shop: shop.slug, locale: 'de', scheme }) + script(origin))),
    )
    await met(page)
    const root = inside(page).locator('html')
    const isDark = await root.evaluate((element) => {
      const [red = 0, green = 0, blue = 0] = (
        getComputedStyle(element).backgroundColor.match(/\d+/g) ?? []
      ).map(Number)
      return red + green + blue < 384
    })
    expect(isDark).toBe(shown === 'dark')
    const frame = page.locator('doorstep-parcel > iframe')
    await expect(frame).toHaveCSS('color-scheme', scheme === 'auto' ? 'light dark' : scheme)
    if (scheme !== 'auto') await expect(frame).toHaveAttribute('src', new RegExp(`scheme=${scheme}`))
  })

const RESETS = `*,*::before,*::after{all:unset;box-sizing:border-box!important;margin:3px!important;padding:7px!important}
  iframe{width:40%!important;max-width:300px!important;height:auto!important;border:9px solid red!important;display:inline!important}
  doorstep-parcel{min-height:0}*{color:red!important;font:8px/1 fantasy!important}`

test('a page that resets everything doesn’t reach the frame', async ({ page, origin, brand }) => {
  const { shop, site } = brand
  const src = `${origin}/e/${shop.slug}/de/o/${shop.token}`
  await page.goto(site.put(hostPage(element(src) + script(origin), { head: `<style>${RESETS}</style>` })))
  await met(page)
  const frame = page.locator('doorstep-parcel > iframe')
  await expect(frame).toHaveCSS('border-top-width', '0px')
  await expect(frame).toHaveCSS('display', 'block')
  const [outer, inner] = [await page.locator('doorstep-parcel').boundingBox(), await frame.boundingBox()]
  expect(inner?.width).toBeGreaterThan((outer?.width ?? 0) - 30)
  expect(inner?.height).toBeGreaterThan(500)
  await expect(inside(page).locator('h1')).not.toHaveCSS('font-size', '8px')
})

test('a page that reads from right to left frames one that reads as its language does', async ({
  page,
  origin,
  brand,
}) => {
  const { shop, site } = brand
  const src = `${origin}/e/${shop.slug}/de/o/${shop.token}`
  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto(site.put(hostPage(element(src) + script(origin), { lang: 'ar', dir: 'rtl' })))
  await met(page)
  await expect(inside(page).locator('html')).toHaveAttribute('dir', 'ltr')
  const { width = 0, x = 0 } = (await page.locator('doorstep-parcel > iframe').boundingBox()) ?? {}
  expect([x, width]).toEqual([0, 390])
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(over).toBe(0)
})

test('for who wants less motion nothing moves, in the frame or the page around', async ({
  page,
  origin,
  brand,
}) => {
  const { shop, site } = brand
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const src = `${origin}/e/${shop.slug}/de/o/${shop.token}`
  await page.goto(site.put(hostPage(element(src) + script(origin))))
  await met(page)
  const moving = () => document.getAnimations().length
  expect([await page.evaluate(moving), await inside(page).locator('html').evaluate(moving)]).toEqual([0, 0])
})

test('printed, the whole order stands on the paper', async ({ page, origin, brand }) => {
  const { shop, site } = brand
  const src = `${origin}/e/${shop.slug}/de/o/${shop.token}`
  await page.goto(site.put(hostPage(element(src) + script(origin))))
  await met(page)
  await page.emulateMedia({ media: 'print' })
  const end = inside(page).locator('[data-part=history] > ol > li').last()
  await expect(end).toBeVisible()
  const [frame, last] = [
    await page.locator('doorstep-parcel > iframe').boundingBox(),
    await end.boundingBox(),
  ]
  expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual((frame?.y ?? 0) + (frame?.height ?? 0))
})

async function withoutFrameHeights(browser: Browser, url: string): Promise<string[]> {
  const context = await browser.newContext(devices['iPhone 13'])
  const page = await context.newPage()
  await page.goto(url)
  const found = await page.evaluate(() =>
    [...document.querySelectorAll('body, body *')]
      .filter((each) =>
        /(?:^|\s)(?:min-|max-)?h-(?:screen|dvh|svh|lvh|full-v)/.test(each.className.toString()),
      )
      .map((each) => each.className.toString()),
  )
  await context.close()
  return found
}

test('no length in a frame hangs on its height', async ({ browser, origin, brand }) => {
  const { shop } = brand
  for (const path of [
    '',
    `/o/${shop.token}`,
    `/p/${shop.parcel}`,
    '/returns',
    `/returns/o/${shop.token}`,
    '/nowhere',
  ])
    expect(await withoutFrameHeights(browser, `${origin}/e/${shop.slug}/de${path}`)).toEqual([])
})
