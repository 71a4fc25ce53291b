import { words } from './support/measure'
import { ownOrder } from './support/own-order'
import {
  dayFromToday,
  minutesAgo,
  newParcelNumber,
  orderBody,
  parcelUpdate,
  postWebhook,
  putOrder,
} from './support/send'
import { expect, type Page, test } from './support/test'

/** The promise: a new status stands on an open page so soon after the webhook's answer. */
const SOON_MS = 5_000

const loaded = (number: string) =>
  parcelUpdate(
    number,
    [
      {
        at: minutesAgo(1),
        status: 'out_for_delivery.on_vehicle',
        place: { city: 'München', countryCode: 'DE' },
      },
    ],
    {
      window: { earliest: dayFromToday(0), latest: dayFromToday(0) },
    },
  )

const delivered = (number: string) =>
  parcelUpdate(number, [{ at: minutesAgo(0), status: 'delivered.to_person' }])

/** Notes every text that the page announces, and marks the page so that a reload shows. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.body.setAttribute('data-same', '')
    const region = document.querySelector('[role=status]')
    if (!region) throw new Error('nothing announces')
    new MutationObserver(() => {
      const text = region.textContent?.trim()
      if (text)
        document.body.setAttribute('data-heard', `${document.body.getAttribute('data-heard') ?? ''}${text}\n`)
    }).observe(region, { childList: true, characterData: true, subtree: true })
  })

const heard = async (page: Page): Promise<string[]> =>
  ((await page.locator('body').getAttribute('data-heard')) ?? '').split('\n').filter(Boolean).map(words)

/** Counts the page's questions for news from now on. */
function countQuestions(page: Page): () => number {
  let asked = 0
  page.on('request', (request) => {
    if (request.url().includes('/api/v1/')) asked += 1
  })
  return () => asked
}

test('an open page changes within five seconds of the webhook, by itself, and disturbs nobody', async ({
  page,
  demo,
}) => {
  const { shop, links, parcel } = await ownOrder(demo)
  await page.setViewportSize({ width: 390, height: 700 })
  await page.goto(links.order)
  await expect(page.locator('h1')).toHaveText(/^Zwischenstation verlassen/)
  await page.locator('[data-part=history] summary').click()
  const mail = page.locator('[data-part=help]').getByRole('link').first()
  await mail.focus()
  const scrolled = await page.evaluate(() => window.scrollY)
  expect(scrolled).toBeGreaterThan(0)
  await listen(page)
  await expect(page.locator('[role=status]')).toBeEmpty()

  expect((await postWebhook(shop.door, loaded(parcel))).status).toBe(200)
  await expect(page.locator('h1')).toHaveText(/^\s*Kommt\s+heute/, { timeout: SOON_MS })

  await expect(page.locator('body')).toHaveAttribute('data-same', '')
  await expect(mail).toBeFocused()
  await expect(page.locator('[data-part=history] details')).toHaveAttribute('open', '')
  await expect(page).toHaveTitle(/^Kommt heute, .+ · Alpenglück$/)
  await expect(page.locator('[data-part=history] ol > li')).toHaveCount(6)
  await expect.poll(() => heard(page)).toHaveLength(1)
  const [told] = await heard(page)
  expect(told).toContain(words(await page.locator('h1').textContent()))
})

test('the place where one reads stays, though the page above has grown', async ({ page, demo }) => {
  const { shop, links, parcel } = await ownOrder(demo)
  await page.setViewportSize({ width: 390, height: 700 })
  await page.goto(links.order)
  const help = page.locator('[data-part=help]')
  await help.scrollIntoViewIfNeeded()
  const before = await help.evaluate((part) => part.getBoundingClientRect().top)
  await postWebhook(shop.door, loaded(parcel))
  await expect(page.locator('h1')).toHaveText(/^\s*Kommt\s+heute/, { timeout: SOON_MS })
  const after = await help.evaluate((part) => part.getBoundingClientRect().top)
  expect(Math.abs(after - before)).toBeLessThanOrEqual(1)
})

test('the same news again is not announced, whether sent twice or told anew', async ({ page, demo }) => {
  const { shop, links, parcel } = await ownOrder(demo)
  await page.goto(links.order)
  await listen(page)
  const body = loaded(parcel)
  await postWebhook(shop.door, body, `msg_${parcel}`)
  await expect.poll(() => heard(page), { timeout: SOON_MS }).toHaveLength(1)
  const asked = countQuestions(page)
  const again = await postWebhook(shop.door, body, `msg_${parcel}`)
  expect(await again.json()).toEqual({ received: true, duplicate: true })
  expect(await (await postWebhook(shop.door, body)).json()).toEqual({ received: true, duplicate: false })
  await expect.poll(asked, { timeout: 15_000 }).toBeGreaterThanOrEqual(2)
  expect(await heard(page)).toHaveLength(1)
})

test('one of several parcels changes its own card, and the count', async ({ page, demo }) => {
  const { shop, links, parcels } = await ownOrder(demo, 3)
  await page.goto(links.order)
  await expect(page.locator('h1')).toHaveText(/3 Pakete/)
  await listen(page)
  await postWebhook(shop.door, delivered(parcels[1] ?? ''))
  await expect(page.locator('h1')).toHaveText(/1 von 3/, { timeout: SOON_MS })
  await expect(page.locator('[data-part=parcel] h2').filter({ hasText: 'zugestellt' })).toHaveCount(1)
  await expect(page.locator('body')).toHaveAttribute('data-same', '')
  const [told, ...more] = await heard(page)
  expect(more).toEqual([])
  expect(told).toMatch(/^1 von 3 zugestellt /)
  expect(told).not.toContain('Zwischenstation')
})

test('the first parcel of an order appears on the open page', async ({ page, demo }) => {
  const { shop, number } = await ownOrder(demo)
  const late = `${number}-L`
  const links = await putOrder(shop, late, orderBody())
  await page.goto(links.order)
  await expect(page.locator('h1')).toHaveText('In Vorbereitung')
  await listen(page)
  await putOrder(shop, late, orderBody({ parcels: [{ carrier: 'dhl', number: newParcelNumber() }] }))
  await expect(page.locator('h1')).toHaveText(/^\s*Noch keine Neuigkeiten/, { timeout: SOON_MS })
  await expect(page.locator('body')).toHaveAttribute('data-same', '')
  await expect(page.locator('[role=status]')).toHaveCount(1)
})

test('a parcel’s own page is live too', async ({ page, demo }) => {
  const { shop, parcel } = await ownOrder(demo)
  await page.goto(`${demo.origin}/alpenglueck/de/p/${parcel}`)
  await postWebhook(shop.door, loaded(parcel))
  await expect(page.locator('h1')).toHaveText(/^\s*Kommt\s+heute/, { timeout: SOON_MS })
})

test('a page asks with what it knows, and is told that nothing is new', async ({ page, demo }) => {
  const { links } = await ownOrder(demo)
  await page.goto(links.order)
  const answer = await page.waitForResponse((response) => response.url().includes('/api/v1/o/'), {
    timeout: SOON_MS,
  })
  expect(answer.status()).toBe(304)
})

test('a page whose parcel has arrived asks no more', async ({ page, demo }) => {
  const { shop, links, parcel } = await ownOrder(demo)
  await page.clock.install()
  await page.goto(links.order)
  const asked = countQuestions(page)
  await page.clock.runFor(3_100)
  await expect.poll(asked).toBe(1)
  await postWebhook(shop.door, delivered(parcel))
  await expect(async () => {
    await page.clock.runFor(3_100)
    await expect(page.locator('main')).toHaveAttribute('data-final', '', { timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
  const until = asked()
  await page.clock.fastForward(600_000)
  await page.clock.runFor(60_000)
  expect(asked()).toBe(until)
})

test('a page of an old delivery never asks', async ({ page, demo }) => {
  await page.clock.install()
  await page.goto(demo.pages['ML-2007'] ?? '')
  const asked = countQuestions(page)
  await page.clock.fastForward(600_000)
  await page.clock.runFor(60_000)
  expect(asked()).toBe(0)
})

test('a tab that nobody looks at asks once a minute, and at once when somebody comes back', async ({
  page,
  demo,
}) => {
  const { links } = await ownOrder(demo)
  await page.clock.install()
  await page.goto(links.order)
  const asked = countQuestions(page)
  const show = (visible: boolean) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    }, !visible)
  await show(false)
  await page.clock.runFor(55_000)
  expect(asked()).toBe(0)
  await page.clock.runFor(6_000)
  await expect.poll(asked).toBe(1)
  await show(true)
  await expect.poll(asked).toBe(2)
})

test('while the server is away the page stays as it is, and catches up later', async ({ page, demo }) => {
  const { shop, links, parcel } = await ownOrder(demo)
  await page.goto(links.order)
  await page.context().setOffline(true)
  await postWebhook(shop.door, loaded(parcel))
  await page.waitForEvent('requestfailed', { timeout: 2 * SOON_MS })
  await expect(page.locator('h1')).toHaveText(/^Zwischenstation verlassen/)
  await page.context().setOffline(false)
  await expect(page.locator('h1')).toHaveText(/^\s*Kommt\s+heute/, { timeout: 30_000 })
})
