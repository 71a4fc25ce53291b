import type { FrameLocator, Page } from '@playwright/test'
import type { Locale } from '@/lib/i18n/locales'
import { hostPage, returnsElement, script } from '../embed/host-page'
import { test as framedTest } from '../embed/test'
import type { Demo } from '../support/demo'
import type { Shop } from '../support/send'
import { test as demoTest } from '../support/test'

/** Where a visitor meets the portal: on a page of its own, or in the frame of a shop's page. */
export type Scene = {
  shop: Shop & { slug: string }
  locale: Locale
  /** What the shop's policy says, as far as the sums depend on it. */
  terms: { label: number; bonusPercent: number }
  page: Page
  /** The portal's document. */
  root: Page | FrameLocator
  /** Opens a page of the shop by its path below the language, e.g. `/returns`. */
  open: (path: string) => Promise<void>
}

const TERMS = {
  alpenglueck: { label: 390, bonusPercent: 10 },
  'maison-lumen': { label: 0, bonusPercent: 0 },
} as const

/** French is spoken in one of the demo's shops, everything else in another. */
function hostedScene(page: Page, { origin, apiKeys }: Demo, locale: Locale): Scene {
  const slug = locale === 'fr' ? 'maison-lumen' : 'alpenglueck'
  const apiKey = apiKeys[slug]
  if (!apiKey) throw new Error(`the demo printed no key of ${slug}`)
  return {
    shop: { origin, apiKey, slug },
    locale,
    terms: TERMS[slug],
    page,
    root: page,
    open: async (path) => {
      await page.goto(`${origin}/${slug}/${locale}${path}`)
    },
  }
}

type WithScene = { language: Locale; scene: Scene }

/** A test on our own pages. */
export const hosted = demoTest.extend<WithScene>({
  language: ['de', { option: true }],
  scene: ({ page, demo, language }, use) => use(hostedScene(page, demo, language)),
})

/** A test in the snippet, on a page of the shop's. */
export const embedded = framedTest.extend<WithScene>({
  language: ['de', { option: true }],
  scene: ({ page, brand, language }, use) => {
    const { origin, site, shop } = brand
    const { slug, apiKey } = shop
    return use({
      shop: { origin, apiKey, slug },
      locale: language,
      terms: TERMS.alpenglueck,
      page,
      root: page.locator('doorstep-returns > iframe').contentFrame(),
      open: async (path) => {
        const src = `${origin}/e/${slug}/${language}${path}`
        await page.goto(
          site.put(hostPage(returnsElement(src, { shop: slug, locale: language }) + script(origin))),
        )
      },
    })
  },
})
