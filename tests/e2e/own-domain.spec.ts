import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { png } from '@/tests/support/picture'
import { makeTemporaryDirectory } from '@/tests/support/test-server'
import { framedPolicy } from './embed/framed-policy'
import { putGoods, TITLES } from './returns/goods'
import { ask } from './returns/merchant'
import { visitor } from './returns/visitor'
import {
  EMAIL,
  minutesAgo,
  newOrderNumber,
  newParcelNumber,
  orderBody,
  parcelUpdate,
  postWebhook,
  putOrder,
} from './support/send'
import { freePort, type Program, runProgram, startProgram } from './support/start-program'
import { expect, test } from './support/test'
import { watch } from './support/watch'

test.describe.configure({ mode: 'serial' })

const SLUG = 'brand'
const HOST = 'orders.brand.localhost'
const SEED = fileURLToPath(new URL('./support/seed-own-host.ts', import.meta.url))
const seededSchema = z.object({
  apiKey: z.string(),
  endpoint: z.object({ id: z.string(), secret: z.string() }),
})

let server: Program
let dataDirectory: string
let ours: string
let own: string
let door: { url: string; secret: string }
let apiKey: string

test.beforeAll(async () => {
  dataDirectory = makeTemporaryDirectory()
  const settings = { port: await freePort(), dataDirectory }
  server = await startProgram(['scripts/serve.ts'], 'Doorstep is ready', settings)
  const seeded = seededSchema.parse(JSON.parse(await runProgram([SEED, SLUG, HOST], settings)))
  ours = `http://localhost:${settings.port}`
  own = `http://${HOST}:${settings.port}`
  apiKey = seeded.apiKey
  door = { url: `${ours}/api/webhooks/standard/${seeded.endpoint.id}`, secret: seeded.endpoint.secret }
})
test.afterAll(async () => {
  await server.stop()
  rmSync(dataDirectory, { recursive: true, force: true })
})

async function newOrder(): Promise<{ number: string; parcel: string; path: string }> {
  const [number, parcel] = [newOrderNumber(), newParcelNumber()]
  const body = orderBody({ parcels: [{ carrier: 'dhl', number: parcel }] })
  const links = await putOrder({ origin: ours, apiKey }, number, body)
  await postWebhook(door, parcelUpdate(parcel, [{ at: minutesAgo(90), status: 'in_transit.arrived' }]))
  expect(new URL(links.order).origin).toBe(`https://${HOST}`)
  return { number, parcel, path: new URL(links.order).pathname }
}

test('from the root to the order nothing leaves the merchant’s host', async ({ browser }) => {
  const { number } = await newOrder()
  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  const { requests, errors } = await watch(page)
  await page.goto(own)
  await expect(page).toHaveURL(`${own}/en`)
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', `https://${HOST}/en`)
  await expect(page.locator('link[rel=alternate][hreflang=de]')).toHaveAttribute('href', `https://${HOST}/de`)
  await page.locator('#order').fill(number)
  await page.locator('#proof').fill(EMAIL)
  await page.locator('[data-part=order-form] button').click()
  await expect(page).toHaveURL(new RegExp(`^${own}/en/o/`))
  await expect(page.locator('meta[property="og:image"]')).toHaveAttribute(
    'content',
    new RegExp(`^https://${HOST}/en/share/`),
  )
  await page.locator('footer a[hreflang=de]').click()
  await expect(page).toHaveURL(new RegExp(`^${own}/de/o/`))
  expect(requests.length).toBeGreaterThan(4)
  expect(requests.filter((url) => !url.startsWith(`${own}/`))).toEqual([])
  expect(errors).toEqual([])
  await context.close()
})

test('an open page on the merchant’s host shows what a webhook brings', async ({ page }) => {
  const { parcel, path } = await newOrder()
  await page.goto(`${own}${path}`)
  const headline = page.locator('[data-part=headline]')
  const before = await headline.textContent()
  await postWebhook(door, parcelUpdate(parcel, [{ at: minutesAgo(1), status: 'delivered.neighbour' }]))
  await expect(headline).not.toHaveText(before ?? '', { timeout: 6_000 })
})

test('an address without a language finds the reader’s, and what is missing stays in the shop', async ({
  browser,
}) => {
  const context = await browser.newContext({ locale: 'de-DE' })
  const page = await context.newPage()
  const answer = await page.goto(`${own}/returns?order=1`)
  expect(new URL(page.url()).pathname).toMatch(/^\/de\/returns/)
  expect(answer?.url()).toContain('order=1')
  await page.goto(`${own}/de/nirgends`)
  await page.getByRole('main').getByRole('link', { name: 'Bestellung suchen' }).click()
  await expect(page).toHaveURL(`${own}/de`)
  await context.close()
})

test('a return goes its whole way on the merchant’s host: forms, a photo, the label', async ({ page }) => {
  const shop = { origin: ours, apiKey }
  await ask(shop, 'PUT', 'policy', framedPolicy())
  const order = await putGoods(shop, [['boots', 1]])
  const { requests, errors } = await watch(page)
  await page.goto(`${own}/de/returns`)
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', `https://${HOST}/de/returns`)
  await expect(page.locator('link[rel=alternate][hreflang=en]')).toHaveAttribute(
    'href',
    `https://${HOST}/en/returns`,
  )
  await expect(page.locator('meta[name=robots]')).toHaveCount(0)
  const guest = visitor({ root: page })
  await guest.find(order.number, order.email)
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
  await expect(page.locator('link[rel=canonical]')).toHaveCount(0)
  await guest.take({ [TITLES.boots]: 1 })
  await guest.at('reasons')
  const photo = { name: 'naht.png', mimeType: 'image/png', buffer: await png(320, 240) }
  await guest.because('1', 'wrong_item', { photos: [photo] })
  await guest.press()
  await guest.at('outcomes')
  await page.goBack()
  await guest.at('reasons')
  const kept = page.locator('li img[src*="/files/"]')
  await expect.poll(() => kept.evaluate((image) => Reflect.get(image, 'naturalWidth'))).toBeGreaterThan(0)
  await guest.press()
  await guest.at('outcomes')
  await guest.wants('1', 'refund')
  await guest.press()
  await guest.at('method')
  await guest.by('qr')
  await guest.press()
  await guest.at('review')
  await guest.press()
  const { stage, path } = await guest.done()
  expect(stage).toBe('show')
  expect(path).toMatch(/^\/de\/returns\//)
  const label = await page.evaluate(async (address) => {
    const answer = await fetch(address)
    return [answer.status, answer.headers.get('content-type')]
  }, `${path}/label/1/a4.pdf`)
  expect(label).toEqual([200, 'application/pdf'])
  await page.locator('[data-part=reconsider] a[href*="/cancel"]').click()
  await guest.press()
  await expect(page.locator('[data-stage=cancelled]')).toBeVisible()
  expect(requests.length).toBeGreaterThan(10)
  expect(requests.filter((url) => !url.startsWith(`${own}/`))).toEqual([])
  expect(errors).toEqual([])
})

test('what isn’t there yet, and the warehouse’s page, are documents that say so', async ({ page }) => {
  for (const path of ['/withdraw', '/de/withdraw', '/r', '/r/R7K2-M4QX']) {
    expect((await page.goto(`${own}${path}`))?.status(), path).toBe(404)
    await expect(page.locator('h1')).toHaveText(/\S/)
  }
  expect((await page.goto(`${ours}/r`))?.status()).toBe(200)
})

test('the shop’s segment, other shops and the console are not on the merchant’s host', async ({ page }) => {
  for (const path of [`/${SLUG}/de`, '/alpenglueck/de', '/console', '/e/alpenglueck/de'])
    expect((await page.goto(`${own}${path}`))?.status(), path).toBe(404)
  expect((await page.goto(`${ours}/${SLUG}/de`))?.status()).toBe(200)
})

test('the same pages on our host are kept from search engines', async ({ page }) => {
  await page.goto(`${ours}/${SLUG}/de`)
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
  await page.goto(`${own}/de`)
  await expect(page.locator('meta[name=robots]')).toHaveCount(0)
})

test('a host that is nobody’s is a neutral document', async ({ page }) => {
  for (const path of ['/', `/${SLUG}/de`, '/de']) {
    const answer = await page.goto(`${own.replace(HOST, 'nobody.localhost')}${path}`)
    expect(answer?.status()).toBe(404)
    expect(await answer?.text()).not.toContain('Brand')
    await expect(page.locator('h1')).toHaveText(/\S/)
  }
})
