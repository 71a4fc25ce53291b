import { element, hostPage, script } from './embed/host-page'
import { expect, heard, inside, listenFor, met, test } from './embed/test'

const FRAMABLE = ['', '/p/PARCEL', '/o/TOKEN', '/o/nobodys.token', '/no/such/page', '/returns-of-nobody']

const ancestors = (headers: Headers): string | undefined =>
  /frame-ancestors [^;]*/.exec(headers.get('content-security-policy') ?? '')?.[0]

test.beforeEach(({ page }) => listenFor(page))

for (const path of FRAMABLE)
  test(`only the shop’s origins may frame /e/{shop}/de${path}`, async ({ origin, brand }) => {
    const { shop, site } = brand
    const inner = path.replace('PARCEL', shop.parcel).replace('TOKEN', shop.token)
    const { headers } = await fetch(`${origin}/e/${shop.slug}/de${inner}`)
    expect(ancestors(headers)).toBe(`frame-ancestors ${site.origin}`)
    expect(headers.get('x-frame-options')).toBeNull()
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(headers.get('x-robots-tag')).toBe('noindex')
    expect(headers.get('permissions-policy')).toMatch(/camera=\(\).*, clipboard-write=\(self\)$/)
    expect(headers.getSetCookie()).toEqual([])
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-/)
    expect(policy).not.toMatch(/unsafe|\*/)
  })

test('nobody may frame a shop’s page outside of /e, or a page of a shop that allows nobody', async ({
  origin,
  brand,
}) => {
  const { shop } = brand
  const paths = [
    `/${shop.slug}/de`,
    `/${shop.slug}/de/o/${shop.token}`,
    '/e/nobodys-shop/de',
    '/',
    '/e/nobodys-shop',
  ]
  for (const path of paths) {
    const { headers } = await fetch(origin + path)
    expect(ancestors(headers), path).toBe("frame-ancestors 'none'")
    expect(headers.get('cross-origin-resource-policy'), path).not.toBe('cross-origin')
  }
})

test('a shop’s address without a language leads to the page that it names', async ({ origin, brand }) => {
  const { shop } = brand
  const to = async (path: string) => {
    const { status, headers } = await fetch(`${origin}/e/${shop.slug}${path}`, {
      redirect: 'manual',
      headers: { 'accept-language': 'en' },
    })
    return [status, headers.get('location')]
  }
  const base = `/e/${shop.slug}`
  expect(await to('')).toEqual([307, `${base}/en`])
  expect(await to('?locale=fr-CH')).toEqual([307, `${base}/fr`])
  expect(await to(`?token=${shop.token}&scheme=dark`)).toEqual([
    307,
    `${base}/en/o/${shop.token}?scheme=dark`,
  ])
  expect(await to(`?number=${shop.parcel}`)).toEqual([307, `${base}/en/p/${shop.parcel}`])
  expect(await to('?order=A%26B')).toEqual([307, `${base}/en?order=A%26B`])
  expect(await to(`/de-AT/o/${shop.token}?view=compact`)).toEqual([
    307,
    `${base}/de/o/${shop.token}?view=compact`,
  ])
  expect(await to('/und')).toEqual([307, `${base}/en`])
  expect((await to('/nowhere'))[0]).toBe(404)
})

test('another origin’s frame stays empty', async ({ page, origin, brand }) => {
  const { shop, foreign } = brand
  const refused = page.waitForEvent('console', (message) => /frame-ancestors/.test(message.text()))
  await page.goto(foreign.put(hostPage(element(`${origin}/e/${shop.slug}/de`))))
  await refused
  await expect(inside(page).locator('form')).toHaveCount(0)
})

test('so does one in an allowed page that another origin frames in turn', async ({ page, origin, brand }) => {
  const { shop, site, foreign } = brand
  const middle = site.put(hostPage(element(`${origin}/e/${shop.slug}/de`)))
  const refused = page.waitForEvent('console', (message) => /frame-ancestors/.test(message.text()))
  await page.goto(foreign.put(hostPage(`<iframe src="${middle}" title="middle"></iframe>`)))
  await refused
  const nested = page.locator('iframe').contentFrame().locator('doorstep-parcel > iframe').contentFrame()
  await expect(nested.locator('form')).toHaveCount(0)
})

test('forged messages change nothing, wherever they come from', async ({ page, origin, brand }) => {
  const { shop, site, foreign } = brand
  // A stranger in the shop's page greets the frame and the page around it.
  const stranger = foreign.put(`<script>
    const forged = [
      { doorstep: 1, look: { scheme: 'dark', view: 'compact', variables: { accent: 'red' } }, asked: true },
      { doorstep: 1, type: 'height', body: { height: 9, touched: true } },
      { type: 'link', body: { to: 'web', host: 'forged.example' } },
      { type: 'look', body: { scheme: 'dark' } },
      'hello',
      null,
    ]
    const answers = []
    function forge() {
      for (const target of [parent, ...Array.from({ length: parent.length }, (_, index) => parent.frames[index])])
        if (target !== window) for (const message of forged) {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = ({ data }) => answers.push(data)
          target.postMessage(message, '*', [port2])
        }
    }
    setInterval(forge, 50)
    setInterval(() => { document.title = String(answers.length) }, 50)
    addEventListener('message', ({ data }) => answers.push(data))
  </script>`)
  const src = `${origin}/e/${shop.slug}/de/o/${shop.token}`
  const page1 = hostPage(element(src) + script(origin), {
    before: `<iframe id="stranger" src="${stranger}" title="stranger"></iframe>`,
  })
  await page.goto(site.put(page1))
  await met(page)
  await page.waitForTimeout(600)
  await page.evaluate(() => {
    const height = { type: 'height', body: { height: 9, touched: true } }
    window.postMessage(height, '*')
    window.dispatchEvent(new MessageEvent('message', { data: height, origin: location.origin }))
  })
  await page.waitForTimeout(300)
  const root = inside(page).locator('html')
  await expect(root).toHaveAttribute('data-scheme', 'auto')
  await expect(root).toHaveAttribute('data-view', 'full')
  await expect(inside(page).locator('[data-part=history]')).toBeVisible()
  expect((await page.locator('doorstep-parcel > iframe').boundingBox())?.height).toBeGreaterThan(500)
  expect((await heard(page)).filter(({ type }) => !['ready', 'resize', 'status'].includes(type))).toEqual([])
  const answers = await page
    .locator('#stranger')
    .contentFrame()
    .locator('html')
    .evaluate(() => document.title)
  expect(answers).toBe('0')
})

test('the shop’s own handler of messages is left as it was', async ({ page, origin, brand }) => {
  const { shop, site } = brand
  const handler =
    "<script>window.onmessage = function own() {}; window.got = 0; addEventListener('message', () => { window.got += 1 })</script>"
  await page.goto(
    site.put(hostPage(element(`${origin}/e/${shop.slug}/de`) + script(origin), { head: handler })),
  )
  await met(page)
  expect(await page.evaluate(() => [window.onmessage?.name, Reflect.get(window, 'got')])).toEqual(['own', 0])
})
