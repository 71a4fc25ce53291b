import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import AxeBuilder from '@axe-core/playwright'
import { buildViteShop } from '../fixtures/vite-shop/build'
import { serveViteShop } from '../fixtures/vite-shop/serve'
import { putGoods, TITLES } from './returns/goods'
import { openReturn, readReturn } from './returns/merchant'
import { alpenglueck } from './support/alpenglueck'
import { sharedDemo } from './support/demo'
import { ownOrder } from './support/own-order'
import { minutesAgo, parcelUpdate, postWebhook } from './support/send'
import { test as base, expect } from './support/test'
import { watch } from './support/watch'

const root = fileURLToPath(new URL('../..', import.meta.url))
const SOON_MS = 5_000
const BUILD_TIMEOUT_MS = 240_000

/** A shop built with Vite from the package as it is published, on an origin of its own. */
const test = base.extend<object, { shopOrigin: string }>({
  shopOrigin: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads what a fixture needs from this pattern.
    async ({}, use) => {
      const built = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build-lib.ts'], {
        cwd: root,
        encoding: 'utf8',
      })
      if (built.status !== 0) throw new Error(built.stderr)
      const folder = mkdtempSync(join(tmpdir(), 'doorstep-vite-shop-'))
      await buildViteShop(folder)
      const server = await serveViteShop(folder, sharedDemo().origin)
      await use(server.origin)
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: BUILD_TIMEOUT_MS },
  ],
})

// One worker: it builds the package and the shop once.
test.describe.configure({ mode: 'default' })

const tokenOf = (link: string): string => new URL(link).pathname.split('/').at(-1) ?? ''

const out = (number: string) =>
  parcelUpdate(number, [{ at: minutesAgo(1), status: 'out_for_delivery.on_vehicle', text: 'In Zustellung' }])

const delivered = (number: string) =>
  parcelUpdate(number, [{ at: minutesAgo(0), status: 'delivered.to_person' }])

test('an order and a parcel stand in the shop’s own page, follow the webhook, and nothing else is asked for', async ({
  page,
  demo,
  shopOrigin,
}) => {
  const { shop, links, parcel } = await ownOrder(demo)
  const token = tokenOf(links.order)
  const { errors, requests } = await watch(page)
  await page.goto(`${shopOrigin}/?token=${token}&shop=alpenglueck&number=${parcel}`)
  const order = page.locator('[data-part=order]')
  await expect(order.locator('[data-part=headline]')).toHaveText(/^Zwischenstation verlassen/)
  await expect(order.locator('[data-part=item-title]')).toContainText('Prüfmütze')
  await expect(order.locator('[data-part=scan]')).toHaveCount(5)
  const movement = page.locator('.movement')
  await expect(movement.locator('[data-part=label]').last()).toHaveText('The way so far')
  await expect(movement.locator('[data-part=item]')).toHaveCount(0)
  await page.evaluate(() => document.body.setAttribute('data-same', ''))

  expect((await postWebhook(shop.door, out(parcel))).status).toBe(200)
  await expect(order.locator('[data-part=scan]')).toHaveCount(6, { timeout: SOON_MS })
  await expect(movement.locator('[data-part=scan]')).toHaveCount(6, { timeout: SOON_MS })
  await expect(order.locator('[data-part=parcel]')).toHaveAttribute(
    'data-status',
    'out_for_delivery.on_vehicle',
  )
  await expect(page.locator('body')).toHaveAttribute('data-same', '')

  const asked = requests
    .filter((url) => !url.startsWith('data:'))
    .map((url) => url.replace(shopOrigin, '').replace(/-[\w-]{8}\./, '-HASH.'))
  expect([...new Set(asked)].sort()).toEqual([
    `/?token=${token}&shop=alpenglueck&number=${parcel}`,
    `/api/v1/o/${token}?locale=de`,
    `/api/v1/p/alpenglueck/${parcel}?locale=en`,
    '/assets/index-HASH.css',
    '/assets/index-HASH.js',
  ])
  expect(errors).toEqual([])
  expect(await page.context().cookies()).toEqual([])
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
})

test('it asks with what it knows, and no more once everything has arrived', async ({
  page,
  demo,
  shopOrigin,
}) => {
  const { shop, links, parcel } = await ownOrder(demo)
  const answer = page.waitForResponse((response) => response.status() === 304, { timeout: 2 * SOON_MS })
  await page.goto(`${shopOrigin}/?token=${tokenOf(links.order)}`)
  expect((await answer).url()).toContain('/api/v1/o/')
  await postWebhook(shop.door, delivered(parcel))
  await expect(page.locator('[data-tone=good]')).toBeVisible({ timeout: SOON_MS })
  let asked = 0
  page.on('request', () => {
    asked += 1
  })
  await page.waitForTimeout(2 * SOON_MS)
  expect(asked).toBe(0)
})

test('a return stands in the shop’s own page with its code to show, and is called off from there', async ({
  page,
  demo,
  shopOrigin,
}) => {
  const shop = alpenglueck(demo)
  const order = await putGoods(shop, [['jacket', 1]])
  const items = [{ line: '1', quantity: 1, reason: 'changed_mind', outcome: 'refund' }]
  const { number, path } = await openReturn(shop, { order: order.number, items, method: 'qr' })
  const token = path.split('/').at(-2) ?? ''
  const { errors } = await watch(page)
  await page.goto(`${shopOrigin}/?return=${token}&returnNumber=${number}`)
  const back = page.locator('[data-part=return]')
  await expect(back.locator('[data-part=lead] [data-part=number]')).toHaveText(number)
  await expect(back.locator('[data-part=item-title]')).toContainText(TITLES.jacket)
  const code = back.locator('img[data-part=code]')
  expect(new URL((await code.getAttribute('src')) ?? '').origin).not.toBe(shopOrigin)
  await expect
    .poll(() => code.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth))
    .toBeGreaterThan(100)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])

  const asked = page.waitForRequest((request) => request.method() === 'POST')
  await page.getByRole('button', { name: 'Doch behalten' }).click()
  expect(new URL((await asked).url()).pathname).toBe(`/api/v1/r/${token}/${number}/cancel`)
  await expect(back).toHaveAttribute('data-status', 'cancelled')
  await expect(page.getByRole('button')).toHaveCount(0)
  expect((await readReturn(shop, number)).state).toBe('cancelled')
  expect(errors).toEqual([])
  await page.goto(`${shopOrigin}/?return=${token}&returnNumber=R000-0000`)
  await expect(page.locator('#return-state')).toHaveText('missing')
})

test('what the package weighs is said, and stays below its limits', async ({ shopOrigin }) => {
  expect(shopOrigin).toMatch(/^http/)
  const weight = (file: string) => brotliCompressSync(readFileSync(join(root, 'dist', file))).byteLength
  const weights = {
    client: weight('client.js'),
    react: weight('react.js'),
    styles: weight('react/styles.css'),
  }
  console.log(`doorstep/client, doorstep/react, styles: ${JSON.stringify(weights)} B brotli`)
  expect(weights.client).toBeLessThanOrEqual(2048)
  expect(weights.react).toBeLessThanOrEqual(8192)
  expect(weights.styles).toBeLessThanOrEqual(2048)
})

test('an unknown token is an answer, not a mistake', async ({ page, shopOrigin }) => {
  await page.goto(`${shopOrigin}/?token=nobody.nothing`)
  await expect(page.locator('#state')).toHaveText('missing')
})

test('it reads well at 390 pixels, dark or bright, and looks like the shop', async ({
  page,
  demo,
  shopOrigin,
}) => {
  const { links } = await ownOrder(demo)
  await page.setViewportSize({ width: 390, height: 700 })
  await page.goto(`${shopOrigin}/?token=${tokenOf(links.order)}`)
  const card = page.locator('[data-part=parcel]')
  await expect(card).toHaveCSS('border-top-left-radius', '8px')
  await page.addStyleTag({ content: ':root{--ds-radius:0;--ds-accent:#c00}' })
  await expect(card).toHaveCSS('border-top-left-radius', '0px')
  await expect(page.locator('[data-state=done]').first()).toHaveCSS('border-top-color', 'rgb(204, 0, 0)')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  for (const style of ['', 'body{background:#111;color:#eee}']) {
    if (style) await page.addStyleTag({ content: style })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  }
})
