import { z } from 'zod'
import { element, hostPage, script } from './embed/host-page'
import { inside, listenFor, met, test } from './embed/test'
import { ask } from './returns/merchant'
import { EVERY, placeEvery } from './slots/every-slot'
import { slotsOn } from './slots/slots-on'
import { layoutShifts } from './support/measure'
import {
  minutesAgo,
  newOrderNumber,
  newParcelNumber,
  orderBody,
  parcelUpdate,
  postWebhook,
  putOrder,
} from './support/send'
import { expectSound } from './support/sound'
import { expect } from './support/test'
import { watch } from './support/watch'

// One shop on a site of its own, which every test here shares.
test.describe.configure({ mode: 'default' })

const MOST_ON_THE_WIRE = 60_000
const PRODUCTS = ['Prüfrucksack', 'Prüfflasche', 'Prüfmütze aus Wolle']

let orderPage = ''
let token = ''
let target = ''

const resultsSchema = z.object({
  variants: z.array(
    z.object({
      views: z.number(),
      clicks: z.number(),
      orders: z.number(),
      value: z.record(z.string(), z.number()),
    }),
  ),
})

test.beforeAll(async ({ brand }) => {
  const shop = { origin: brand.origin, apiKey: brand.shop.apiKey }
  target = brand.site.put(hostPage('<p>Ein Rucksack</p>'))
  await ask(shop, 'PUT', 'products', {
    products: PRODUCTS.map((title, index) => ({
      id: `P-${index}`,
      title,
      url: target,
      price: 4900,
      currency: 'EUR',
      category: 'jackets',
    })),
  })
  await placeEvery(shop, brand.site.origin)
  const door = z
    .object({ url: z.string(), secret: z.string() })
    .parse(await ask(shop, 'POST', 'endpoints', { provider: 'standard' }))
  const parcel = newParcelNumber()
  const line = {
    id: '1',
    sku: 'AG-TEST',
    title: 'Prüfjacke',
    category: 'jackets',
    quantity: 1,
    unitPrice: 12_000,
  }
  const body = orderBody({ lines: [line], parcels: [{ carrier: 'dhl', number: parcel }] })
  const links = await putOrder(shop, newOrderNumber(), body)
  await postWebhook(door, parcelUpdate(parcel, [{ at: minutesAgo(60), status: 'delivered.recipient' }]))
  await expect.poll(async () => (await (await fetch(links.json)).json()).parcels[0]?.scans.length).toBe(1)
  orderPage = links.order
  token = links.order.split('/').at(-1) ?? ''
})

test('a page with every slot stays within 60 KB as it is sent, and moves nothing', async ({
  page,
  brand,
}) => {
  let sent = 0
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const pictures = new Set<string>()
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Image') pictures.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!pictures.has(requestId)) sent += encodedDataLength
  })
  const { errors, requests } = await watch(page)
  for (const width of [320, 1280]) {
    sent = 0
    await page.setViewportSize({ width, height: 844 })
    await page.goto(orderPage)
    await page.waitForLoadState('networkidle')
    console.log(`every slot at ${width} px: ${sent} B on the wire`)
    expect(sent).toBeGreaterThan(5000)
    expect(sent).toBeLessThanOrEqual(MOST_ON_THE_WIRE)
    expect((await slotsOn(page)).sort()).toEqual(expect.arrayContaining([...EVERY].sort()))
    await expectSound(page)
  }
  expect(requests.filter((url) => !url.startsWith(`${brand.origin}/`))).toEqual([])
  expect(errors).toEqual([])
})

test('the framed page holds them, too, moves nothing and leads out of the frame', async ({ page, brand }) => {
  await listenFor(page)
  const { origin, shop, site } = brand
  await page.setViewportSize({ width: 390, height: 844 })
  const src = `${origin}/e/${shop.slug}/de/o/${token}`
  await page.goto(site.put(hostPage(element(src) + script(origin))))
  await met(page)
  await page.waitForTimeout(500)
  expect(await layoutShifts(page)).toEqual([])
  const frame = inside(page)
  expect((await slotsOn(frame)).sort()).toEqual(expect.arrayContaining([...EVERY].sort()))
  const link = frame.locator('[data-slot=products] a').first()
  await expect(link).toHaveAttribute('target', '_top')
  await link.click()
  await expect(page).toHaveURL(new RegExp(`^${target}\\?doorstep=`))
})

test('a product that was pressed opens on the shop’s host, and the order that follows is attributed', async ({
  page,
  brand,
}) => {
  const shop = { origin: brand.origin, apiKey: brand.shop.apiKey }
  await page.goto(orderPage)
  await page.locator('[data-slot=products] a').first().click()
  await expect(page).toHaveURL(new RegExp(`^${target}\\?doorstep=`))
  const sourceToken = new URL(page.url()).searchParams.get('doorstep')
  const since = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  const results = async () =>
    resultsSchema.parse(await ask(shop, 'GET', `slots/b-products/results?since=${since}`)).variants[0]
  const before = await results()
  expect(before?.clicks).toBeGreaterThan(0)
  expect(before?.views).toBeGreaterThan(0)
  expect(before?.orders).toBe(0)
  const number = newOrderNumber()
  await putOrder(shop, number, orderBody({ placedAt: minutesAgo(0), sourceToken }))
  expect(await results()).toMatchObject({ orders: 1, value: { EUR: 2900 } })
  // Told twice it is one order still.
  await putOrder(shop, number, orderBody({ placedAt: minutesAgo(0), sourceToken }))
  expect((await results())?.orders).toBe(1)
})
