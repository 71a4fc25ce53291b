import type { BrowserContext } from '@playwright/test'
import { png } from '@/tests/support/picture'
import { bareElement, element, hostPage, returnsElement, script } from './embed/host-page'
import { expect, heard, innerPath, inside, listenFor, met } from './embed/test'
import { putGoods, TITLES } from './returns/goods'
import { openReturn } from './returns/merchant'
import { type Scene, embedded as test } from './returns/scene'
import { type Step, type Visitor, visitor } from './returns/visitor'

test.beforeEach(({ page }) => listenFor(page))

const bareReturns = (attributes: Record<string, string>): string =>
  bareElement(attributes).replaceAll('doorstep-parcel', 'doorstep-returns')

const jacket = ({ shop }: Scene) => putGoods(shop, [['jacket', 1]])

/** A return of a jacket that has its label. */
async function labelled(scene: Scene, method = 'label') {
  const order = await jacket(scene)
  const items = [{ line: '1', quantity: 1, reason: 'changed_mind', outcome: 'refund' }]
  return openReturn(scene.shop, { order: order.number, items, method })
}

/** From an order's items to the sum. */
async function toReview(guest: Visitor): Promise<void> {
  await guest.take({ [TITLES.jacket]: 1 })
  await guest.at('reasons')
  await guest.because('1', 'size', { sub: 'too_small' })
  await guest.press()
  await guest.at('outcomes')
  await guest.wants('1', 'refund')
  await guest.press()
  await guest.at('method')
  await guest.by('label')
  await guest.press()
  await guest.at('review')
}

/** The answer that somebody gets who asks for a file. */
const answerTo = (context: BrowserContext, ending: string) =>
  context.waitForEvent('response', (response) => new URL(response.url()).pathname.endsWith(ending))

test.describe('with scripts forbidden', () => {
  test.use({ javaScriptEnabled: false })

  test('the snippet is a whole portal: from the order to the label, in the scheme it began with', async ({
    page,
    scene,
  }) => {
    const order = await jacket(scene)
    await scene.open('/returns?scheme=dark')
    const guest = visitor(scene)
    await guest.find(order.number, order.email)
    await toReview(guest)
    await guest.press()
    expect((await guest.done()).stage).toBe('print')
    await expect(scene.root.locator('html')).toHaveAttribute('data-scheme', 'dark')
    const answer = answerTo(page.context(), '/a4.pdf')
    await scene.root.locator('[data-part=labels] a[href*="a4.pdf"]').click()
    expect((await answer).headers()['content-type']).toBe('application/pdf')
    await expect(scene.root.locator('[data-stage=print]')).toBeVisible()
  })
})

test('every step of a return is one step of the browser, and the shop hears of its beginning and its end once', async ({
  page,
  scene,
  brand,
  origin,
}) => {
  const order = await jacket(scene)
  const src = `${origin}/e/${scene.shop.slug}/de/returns`
  await page.goto(
    brand.site.put(hostPage(returnsElement(src, { id: 'way', datalayer: 'pushed' }) + script(origin))),
  )
  await met(page)
  const start = await page.evaluate(() => history.length)
  const guest = visitor(scene)
  await guest.field('order').fill(order.number)
  await guest.field('email').fill('nobody@example.org')
  await scene.root.locator('[data-part=returns-form] button').click()
  await guest.refused()
  await guest.find(order.number, order.email)
  await toReview(guest)
  expect(await page.evaluate(() => history.length)).toBe(start + 5)

  const steps: Step[] = ['method', 'outcomes', 'reasons']
  for (const step of steps) {
    await page.goBack()
    await guest.at(step)
  }
  await expect(guest.option('reason-1', 'size')).toBeChecked()
  await page.goBack()
  await expect(scene.root.locator('form[action*="/returns/o/"]')).toBeVisible()
  for (const step of [...steps].reverse()) {
    await page.goForward()
    await guest.at(step)
  }
  await page.goForward()
  await guest.at('review')
  await guest.press()
  const { number, stage, path } = await guest.done()
  expect(stage).toBe('print')
  await met(page, 15)
  expect(await page.evaluate(() => history.length)).toBe(start + 6)
  await page.goBack()
  await expect.poll(() => innerPath(page)).toBe(path)

  const events = await heard(page)
  const named = (type: string) => events.filter((event) => event.type === type)
  expect(named('lookup').map(({ detail }) => detail)).toEqual([
    { by: 'order', found: false },
    { by: 'order', found: true },
  ])
  for (const type of ['return-started', 'return-submitted'])
    expect(named(type)).toEqual([{ type, detail: {}, from: 'way' }])
  const types = events.map(({ type }) => type).filter((type) => !['resize', 'navigate'].includes(type))
  expect(types.slice(0, 5)).toEqual(['ready', 'lookup', 'lookup', 'return-started', 'return-submitted'])
  expect(named('navigate').map(({ detail }) => detail.page)).toEqual(
    expect.arrayContaining(['returns', 'return']),
  )
  expect(named('error')).toEqual([])

  const told = JSON.stringify(await page.evaluate(() => [window.heard, Reflect.get(window, 'pushed')]))
  for (const secret of [order.number, order.email, order.token, number]) expect(told).not.toContain(secret)
  const pushed = await page.evaluate(() =>
    Reflect.get(window, 'pushed').map(({ event }: { event: string }) => event),
  )
  expect(pushed.filter((event: string) => event.startsWith('doorstep:return-'))).toEqual([
    'doorstep:return-started',
    'doorstep:return-submitted',
  ])
})

test('the element alone makes a sandboxed frame: photos go up in it, and its height follows each step', async ({
  page,
  scene,
  brand,
  origin,
}) => {
  const order = await putGoods(scene.shop, [['boots', 1]])
  const { slug } = scene.shop
  await page.goto(
    brand.site.put(hostPage(bareReturns({ shop: slug, locale: 'de', token: order.token }) + script(origin))),
  )
  const frame = page.locator('doorstep-returns > iframe')
  await expect(frame).toHaveAttribute('title', 'Rücksendung')
  await expect(frame).toHaveAttribute('sandbox', /allow-downloads/)
  const fits = () =>
    expect
      .poll(async () => {
        const content = await scene.root
          .locator('body')
          .evaluate((body) => body.getBoundingClientRect().height)
        return Math.abs(((await frame.boundingBox())?.height ?? 0) - content)
      })
      .toBeLessThanOrEqual(1)
  const guest = visitor(scene)
  await guest.take({ [TITLES.boots]: 1 })
  await guest.at('reasons')
  await fits()
  const photo = { name: 'sohle.png', mimeType: 'image/png', buffer: await png(320, 240) }
  await guest.because('1', 'defective', { sub: 'from_start', photos: [photo] })
  await guest.press()
  await guest.refused()
  await fits()
  const shown = scene.root.locator('li img[src*="/files/"]')
  await expect(shown).toHaveCount(1)
  expect(await shown.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 0)).toBe(
    true,
  )
  await guest.because('1', 'defective', { sub: 'from_start', comment: 'Die Sohle löst sich.' })
  await guest.press()
  await guest.at('outcomes')
  await fits()
  await page.goBack()
  await guest.at('reasons')
  await scene.root.locator('button[value^=remove-]').click()
  await expect(shown).toHaveCount(0)
})

test('a label opens beside the sandboxed frame, a code is saved from within it', async ({
  page,
  scene,
  brand,
  origin,
}) => {
  const open = async (path: string) => {
    const host = hostPage(bareReturns({ shop: scene.shop.slug, locale: 'de' }) + script(origin))
    await page.goto(`${brand.site.put(host)}?doorstep=${path.slice(1)}`)
    await expect(scene.root.locator('[data-stage]')).toBeVisible()
  }
  const paper = await labelled(scene)
  await open(paper.path)
  const answer = answerTo(page.context(), '/a6.pdf')
  const popup = page.waitForEvent('popup')
  await scene.root.locator('a[href*="a6.pdf"]').click()
  const { status, headers } = await answer.then((told) => ({
    status: told.status(),
    headers: told.headers(),
  }))
  expect([status, headers['content-type']]).toEqual([200, 'application/pdf'])
  await popup
  await expect(scene.root.locator('[data-stage=print]')).toBeVisible()

  const code = await labelled(scene, 'qr')
  await open(code.path)
  const download = page.waitForEvent('download')
  await scene.root.locator('[data-part=labels] a[download]').click()
  expect((await download).suggestedFilename()).toMatch(/\.png$/)
  const calendar = page.waitForEvent('download')
  await scene.root.locator('a[href*="last-day.ics"]').first().click()
  expect((await calendar).suggestedFilename()).toBe('return.ics')
  expect(await heard(page, 'error')).toEqual([])
})

test('two elements stand in one page: each opens the link that is for it, and goes its own way', async ({
  page,
  scene,
  brand,
  origin,
}) => {
  const { shop, site } = brand
  const order = await jacket(scene)
  const src = `${origin}/e/${shop.slug}/de`
  const both = element(src, { id: 'parcel' }) + returnsElement(`${src}/returns`, { id: 'returns' })
  const url = site.put(hostPage(both + script(origin)))
  await page.goto(`${url}?a=1&doorstep=returns/o/${order.token}#b`)
  await met(page, 2)
  await expect(scene.root.locator('form[action*="/returns/o/"]')).toBeVisible()
  expect(await innerPath(page, 0)).toBe(`/e/${shop.slug}/de`)
  expect(page.url()).toBe(`${url}?a=1#b`)

  await page.goto(`${url}?doorstep=p/${shop.parcel}`)
  await met(page, 2)
  await expect(inside(page, 0).locator('[data-part=movement-only]')).toBeVisible()
  expect(await innerPath(page, 1)).toBe(`/e/${shop.slug}/de/returns`)
  expect(page.url()).toBe(url)

  const guest = visitor(scene)
  await guest.find(order.number, order.email)
  await inside(page, 0).locator('[data-part=movement-only] a').click()
  await expect(inside(page, 0).locator('[name=order]')).toBeVisible()
  await page.goBack()
  await expect(inside(page, 0).locator('[data-part=movement-only]')).toBeVisible()
  await expect(scene.root.locator('form[action*="/returns/o/"]')).toBeVisible()
  await page.goBack()
  await expect(guest.field('email')).toBeVisible()
})

for (const late of [0, 60, 300])
  test(`a link to a return finds the only element of a page, however late the script comes (${late} ms)`, async ({
    page,
    scene,
    brand,
    origin,
  }) => {
    const { shop, site } = brand
    await page.route('**/embed/v1.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, late))
      await route.continue()
    })
    const { path } = await labelled(scene)
    const url = site.put(hostPage(element(`${origin}/e/${shop.slug}/de`) + script(origin)))
    await page.goto(`${url}?doorstep=${path.slice(1)}`)
    await met(page)
    await expect(inside(page).locator('[data-stage=print]')).toBeVisible()
    expect(page.url()).toBe(url)
    expect((await heard(page, 'ready')).map(({ detail }) => detail.page)).toEqual(['return'])
  })

test('only the shop’s origins may frame a page of a return, and nobody its files', async ({
  scene,
  brand,
  origin,
}) => {
  const { shop, site } = brand
  const base = `${origin}/e/${shop.slug}/de`
  const order = await jacket(scene)
  const { path } = await labelled(scene)
  const ask = (place: string) => fetch(`${base}${place}`)
  const ancestors = ({ headers }: Response) =>
    /frame-ancestors [^;]*/.exec(headers.get('content-security-policy') ?? '')?.[0]
  for (const place of [
    '/returns',
    `/returns/o/${order.token}`,
    '/returns/o/nobodys.token',
    '/returns/d/nobodys.token/items',
    path,
    `${path}/cancel`,
    `${path}/method`,
    `${path}/contest?item=1`,
    `${path}/choice?item=1`,
    '/returns/nobodys.token/R1',
    '/withdraw',
  ]) {
    const answer = await ask(place)
    const { headers } = answer
    expect(ancestors(answer), place).toBe(`frame-ancestors ${site.origin}`)
    expect(headers.get('x-frame-options'), place).toBeNull()
    expect(headers.get('cross-origin-resource-policy'), place).toBe('cross-origin')
    expect(headers.get('permissions-policy'), place).toMatch(/camera=\(\).*, clipboard-write=\(self\)$/)
    expect(headers.get('x-robots-tag'), place).toBe('noindex')
    expect(headers.get('referrer-policy'), place).toBe('no-referrer')
    expect(headers.getSetCookie(), place).toEqual([])
    const hosted = await fetch(`${origin}/${shop.slug}/de${place}`)
    expect(ancestors(hosted), place).toBe("frame-ancestors 'none'")
    expect(hosted.headers.get('cross-origin-resource-policy'), place).toBe('same-origin')
  }
  for (const file of ['a4.pdf', 'a6.pdf', 'code.png', 'code.svg']) {
    const answer = await ask(`${path}/label/1/${file}`)
    expect(answer.status, file).toBe(200)
    expect(ancestors(answer), file).toBe("frame-ancestors 'none'")
    expect(answer.headers.get('cross-origin-resource-policy'), file).toBe(
      file.startsWith('code') ? 'cross-origin' : 'same-origin',
    )
  }
})
