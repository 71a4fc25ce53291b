import { rmSync } from 'node:fs'
import type { FrameLocator, Page } from '@playwright/test'
import { makeTemporaryDirectory } from '@/tests/support/test-server'
import { freePort, startProgram } from '../support/start-program'
import { test as base } from '../support/test'
import { type FramedShop, makeFramedShop } from './framed-shop'
import { openSite, type Site } from './sites'

export { expect, type Page } from '../support/test'

type Brand = {
  shop: FramedShop
  /** Doorstep's own origin. */
  origin: string
  /** The shop's own site: it may frame. */
  site: Site
  /** Anybody else's: it may not. */
  foreign: Site
}

const START_TIMEOUT_MS = 120_000

async function withBrand(use: (brand: Brand) => Promise<void>): Promise<void> {
  const server = { port: await freePort(), dataDirectory: makeTemporaryDirectory() }
  const doorstep = await startProgram(['scripts/serve.ts'], 'Doorstep is ready', server)
  const [site, foreign] = await Promise.all([openSite('brand.localhost'), openSite('127.0.0.1')])
  const shop = await makeFramedShop(server, [site.origin])
  await use({ shop, origin: `http://localhost:${server.port}`, site, foreign })
  await Promise.all([site.close(), foreign.close(), doorstep.stop()])
  rmSync(server.dataDirectory, { recursive: true, force: true })
}

/** Doorstep, a shop's site that may frame it and one that may not: three origins, three sites for the browser. */
export const test = base.extend<{ origin: string }, { brand: Brand }>({
  brand: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads what a fixture needs from this pattern.
    async ({}, use) => withBrand(use),
    { scope: 'worker', timeout: START_TIMEOUT_MS },
  ],
  origin: ({ brand }, use) => use(brand.origin),
  // Two shapes of one browser: where every site has a process of its own (a desktop), the runner loses a frame whose first document
  // is called off for another while it comes up, though the page has it. With one process for all (a small phone) it sees each.
  launchOptions: [
    async ({ launchOptions }, use) =>
      use({ ...launchOptions, args: [...(launchOptions.args ?? []), '--disable-site-isolation-trials'] }),
    { scope: 'worker' },
  ],
})

type Heard = { type: string; detail: Record<string, unknown>; from: string }

const EVENTS = [
  'ready',
  'resize',
  'navigate',
  'status',
  'lookup',
  'return-started',
  'return-submitted',
  'link',
  'error',
].map((name) => `doorstep:${name}`)

const FRAMES = ':is(doorstep-parcel, doorstep-returns) > iframe'

declare global {
  interface Window {
    heard: Heard[]
  }
}

/** Notes every event of our elements in the page around them. */
export async function listenFor(page: Page): Promise<void> {
  await page.addInitScript((names) => {
    if (window !== window.top) return
    window.heard = []
    for (const name of names)
      document.addEventListener(name, (event) => {
        if (!(event instanceof CustomEvent) || !(event.target instanceof Element)) return
        window.heard.push({
          type: name.slice('doorstep:'.length),
          detail: event.detail,
          from: event.target.id,
        })
      })
  }, EVENTS)
}

export const heard = (page: Page, type?: string): Promise<Heard[]> =>
  page.evaluate(
    (wanted) => window.heard.filter((event) => wanted === undefined || event.type === wanted),
    type,
  )

/** Waits until the elements of a page have met so many documents. */
export const met = (page: Page, times = 1): Promise<unknown> =>
  page.waitForFunction(
    (count) => window.heard.filter(({ type }) => type === 'ready' || type === 'navigate').length >= count,
    times,
  )

/** What is inside the first frame, or another. */
export const inside = (page: Page, nth = 0): FrameLocator => page.locator(FRAMES).nth(nth).contentFrame()

/** The address of the document inside the first frame, or another. */
export async function innerPath(page: Page, nth = 0): Promise<string> {
  const handle = await page.locator(FRAMES).nth(nth).elementHandle()
  const frame = await handle?.contentFrame()
  return new URL(frame?.url() ?? '').pathname
}
