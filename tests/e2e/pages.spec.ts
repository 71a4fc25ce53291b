import { demoShowcase } from '@/db/seed/demo/plan'
import { demoShops } from '@/db/seed/demo/shops'
import { LOCALE_TABLE } from '@/lib/i18n/locales'
import { cutOff, leftBehind, words } from './support/measure'
import { expectSound } from './support/sound'
import { expect, type Page, test } from './support/test'
import { watch } from './support/watch'

const WIDTHS = [320, 390, 1280] as const
const MOST_REQUESTS = 6
const MESSAGE_KEY =
  /\b(?:status|inbound|parcel|headline|words|tone|action|when|history|help|page)\.[a-z]+[._a-zA-Z]*\b/

const open = async (page: Page, address: string | undefined): Promise<void> => {
  if (!address) throw new Error('the demo printed no such page')
  await page.goto(address)
}

for (const { number, shop, headline } of demoShowcase(new Date()))
  for (const width of WIDTHS)
    test(`${number} (${headline}) is sound at ${width} px, light and dark`, async ({ page, demo }) => {
      const { errors, requests } = await watch(page)
      await page.setViewportSize({ width, height: 844 })
      await open(page, demo.pages[number])
      await expectSound(page)
      const heading = words(await page.locator('h1').textContent())
      expect(await page.title()).toBe(`${heading} · ${demoShops[shop].settings.name}`)
      expect(await leftBehind(page)).toEqual({ cookies: 0, local: 0, session: 0 })
      expect(requests.filter((url) => !url.startsWith(`${demo.origin}/`))).toEqual([])
      const icons = await page.locator('link[rel=icon]').count()
      const own = new Set(requests.filter((url) => !url.includes('/media/') && !url.includes('/api/')))
      expect(own.size + icons).toBeLessThanOrEqual(MOST_REQUESTS)
      expect(errors).toEqual([])
    })

for (const { number, shop } of demoShowcase(new Date()))
  test(`${number} says everything in each language of its shop, and fits a small phone`, async ({
    page,
    demo,
  }) => {
    const { errors } = await watch(page)
    await page.setViewportSize({ width: 320, height: 640 })
    for (const locale of demoShops[shop].settings.locales) {
      await open(page, demo.pages[number]?.replace(/\/[a-z]+\/o\//, `/${locale}/o/`))
      expect(await page.locator('html').getAttribute('lang')).toBe(LOCALE_TABLE[locale].html)
      expect(await cutOff(page)).toEqual([])
      const data = (await page.locator('script[type="application/ld+json"]').allTextContents()).join('')
      const body = (await page.locator('body').textContent())?.replace(data, '')
      const attributes = await page
        .locator('[aria-label]')
        .evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-label')).join(' '))
      const plain = `${body} ${attributes} ${await page.title()}`.replaceAll(/\S+@\S+/g, '')
      expect(plain).not.toMatch(MESSAGE_KEY)
      expect(plain).not.toMatch(/[{}<>\uE000-\uE003]|\b(?:undefined|null|NaN)\b|Invalid Date/)
    }
    expect(errors).toEqual([])
  })

for (const path of ['/alpenglueck/bar/o', '/maison-lumen/fr/o', '/nordlys/de/o'])
  for (const width of WIDTHS)
    test(`a translated order page is sound at ${width} px: ${path}`, async ({ page, demo }) => {
      const [, slug] = path.split('/')
      const own = Object.values(demo.pages).find((address) => address.includes(`/${slug}/`))
      await page.setViewportSize({ width, height: 844 })
      await open(page, own?.replace(/\/[a-z-]+\/[a-z]+\/o/, path))
      await expectSound(page)
    })

const OTHER_PAGES = [
  { what: 'the look-up', path: '/alpenglueck/de' },
  { what: 'the look-up in French', path: '/maison-lumen/fr' },
  { what: 'the look-up in Bavarian', path: '/alpenglueck/bar' },
  { what: 'the look-up in English', path: '/nordlys/en' },
  { what: 'a parcel by its number alone', path: '/alpenglueck/de/p/00340434161094000032' },
  { what: 'a problem by its number alone, in French', path: '/maison-lumen/fr/p/XS204817991FR' },
  { what: 'a page that is not there', path: '/maison-lumen/fr/nulle-part' },
  { what: 'an unknown shop', path: '/nowhere/de' },
]

for (const { what, path } of OTHER_PAGES)
  for (const width of WIDTHS)
    test(`${what} is sound at ${width} px, light and dark`, async ({ page, demo }) => {
      const { errors, requests } = await watch(page)
      await page.setViewportSize({ width, height: 844 })
      await page.goto(`${demo.origin}${path}`)
      await expectSound(page)
      expect(await leftBehind(page)).toEqual({ cookies: 0, local: 0, session: 0 })
      expect(requests.filter((url) => !url.startsWith(`${demo.origin}/`))).toEqual([])
      expect(errors.filter((error) => !error.includes('status of 404'))).toEqual([])
    })
