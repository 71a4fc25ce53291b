import { request as rawRequest } from 'node:http'
import { alpenglueck } from './support/alpenglueck'
import { ownOrder } from './support/own-order'
import {
  minutesAgo,
  newOrderNumber,
  newParcelNumber,
  orderBody,
  parcelUpdate,
  postWebhook,
  putOrder,
} from './support/send'
import { expect, test } from './support/test'

const PROBLEM = 'application/problem+json'

type Raw = { status: number; body: string }

/** Sends a path and headers as they stand; `fetch` would tidy them up. */
const raw = (origin: string, path: string, headers: Record<string, string> = {}): Promise<Raw> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    rawRequest({ hostname, port, path, headers }, (answer) => {
      let body = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }))
    })
      .on('error', reject)
      .end()
  })

test('an order’s JSON has the documented shape, in the asked language', async ({ demo }) => {
  const [, token] = (demo.pages['AG-1001'] ?? '').split('/o/')
  const read = async () => (await fetch(`${demo.origin}/api/v1/o/${token}?locale=en`)).json()
  // Pictures are fetched after the order was answered.
  await expect
    .poll(async () => JSON.stringify((await read()).parcels[0].items), { timeout: 20_000 })
    .not.toContain('null')
  const order = await read()
  expect(order).toEqual({
    shop: 'alpenglueck',
    order: 'AG-1001',
    placedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    locale: 'en',
    parcels: [
      {
        carrier: 'dhl',
        carrierName: 'DHL',
        number: '00340434161094000001',
        direction: 'outbound',
        status: 'out_for_delivery.on_vehicle',
        attention: null,
        window: expect.objectContaining({
          source: 'carrier',
          original: expect.objectContaining({ earliest: expect.any(String) }),
        }),
        lateSince: null,
        silentHours: null,
        pickup: null,
        signedBy: null,
        progress: expect.objectContaining({ current: 3, stopped: false }),
        final: false,
        updatedAt: expect.any(String),
        words: {
          title: expect.stringMatching(/^Arrives today/),
          meaning: expect.any(String),
          next: expect.any(String),
          action: expect.any(String),
          labels: {
            progress: 'How far it is',
            pickup: 'Collect it here',
            items: 'In this parcel',
            rest: 'Not yet in a parcel',
            history: 'The way so far',
          },
          steps: ['Announced', 'Handed over', 'On the way', 'Out for delivery', 'Delivered'],
          scans: expect.arrayContaining(['Out for delivery', 'Label created']),
        },
        items: [
          {
            title: 'Regenjacke Karwendel',
            variant: 'M / Latschenkiefer',
            quantity: 1,
            image: expect.stringContaining(`${demo.origin}/media/alpenglueck/`),
          },
          {
            title: 'Wollmütze Almabtrieb',
            variant: 'Einheitsgröße / Glut',
            quantity: 1,
            image: expect.stringContaining(`${demo.origin}/media/alpenglueck/`),
          },
        ],
        scans: expect.any(Array),
      },
    ],
    unshipped: [],
  })
  expect(order.parcels[0].scans).toHaveLength(6)
  expect(order.parcels[0].scans[0]).toEqual({
    at: expect.stringMatching(/Z$/),
    localTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d/),
    zoneKnown: true,
    status: 'out_for_delivery.on_vehicle',
    text: expect.stringContaining('Zustellfahrzeug'),
    place: 'München, DE',
  })
})

test('the JSON is told once: the same version again is 304, a new state is 200', async ({ demo }) => {
  const { shop, links, parcel } = await ownOrder(demo)
  const urls = [links.json, `${demo.origin}/api/v1/p/alpenglueck/${parcel}`]
  for (const [index, url] of urls.entries()) {
    const first = await fetch(url)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]+"$/)
    const again = await fetch(url, { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
    // Two scans of one status in one minute are one.
    const scan = { at: minutesAgo(20 - index), status: 'in_transit.other' }
    await postWebhook(shop.door, parcelUpdate(parcel, [scan]))
    await expect.poll(async () => (await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(200)
  }
})

test('the page and its JSON agree on the version', async ({ page, demo }) => {
  const { links } = await ownOrder(demo)
  await page.goto(links.order)
  const { etag } = await page
    .locator('main')
    .evaluate((main: HTMLElement) => ({ etag: main.dataset.etag ?? '' }))
  expect((await fetch(`${links.json}?locale=de`)).headers.get('etag')).toBe(etag)
})

test('what is wrong with an order is told field by field', async ({ demo }) => {
  const { origin, apiKey } = alpenglueck(demo)
  const answer = await fetch(`${origin}/api/v1/orders/${newOrderNumber()}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(
      orderBody({
        currency: 'Taler',
        colour: 'red',
        lines: [{ id: '1', title: 'x', quantity: 0, unitPrice: 1 }],
      }),
    ),
  })
  expect(answer.status).toBe(422)
  expect(answer.headers.get('content-type')).toBe(PROBLEM)
  const { errors, ...problem } = await answer.json()
  expect(problem).toMatchObject({ type: expect.any(String), title: expect.any(String), status: 422 })
  const pointers = errors.map(({ pointer }: { pointer: string }) => pointer)
  expect(pointers.sort()).toEqual(['/colour', '/currency', '/lines/0/quantity'])
  for (const error of errors)
    expect(error).toEqual({
      pointer: expect.any(String),
      code: expect.any(String),
      detail: expect.any(String),
    })
})

test('an order is made once and then written anew, under the same link', async ({ demo }) => {
  const { origin, apiKey } = alpenglueck(demo)
  const number = newOrderNumber()
  const put = () =>
    fetch(`${origin}/api/v1/orders/${number}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(orderBody()),
    })
  const [first, second] = [await put(), await put()]
  expect([first.status, second.status]).toEqual([201, 200])
  expect(await first.json()).toEqual(await second.json())
})

test('a webhook that came first waits for its order', async ({ demo }) => {
  const shop = alpenglueck(demo)
  const parcel = newParcelNumber()
  await postWebhook(
    shop.door,
    parcelUpdate(parcel, [{ at: new Date().toISOString(), status: 'delivered.letterbox' }]),
  )
  const links = await putOrder(
    shop,
    newOrderNumber(),
    orderBody({ parcels: [{ carrier: 'dhl', number: parcel }] }),
  )
  await expect
    .poll(async () => (await (await fetch(links.json)).json()).parcels[0]?.status)
    .toMatch(/^delivered\./)
})

test('a key that is missing, wrong or of another shop opens nothing', async ({ demo }) => {
  const { origin } = alpenglueck(demo)
  const url = `${origin}/api/v1/shipments/dhl/00340434161094000001`
  const ask = (authorization?: string) => fetch(url, authorization ? { headers: { authorization } } : {})
  const answers = [
    await ask(),
    await ask('Bearer ds_demo_nobody'),
    await ask('Basic abc'),
    await ask('Bearer x'),
  ]
  for (const answer of answers) {
    expect(answer.status).toBe(401)
    expect(answer.headers.get('content-type')).toBe(PROBLEM)
  }
  const bodies = await Promise.all(answers.map((answer) => answer.text()))
  expect(new Set(bodies).size).toBe(1)
  expect((await ask(`Bearer ${demo.apiKeys.nordlys}`)).status).toBe(404)
  expect((await ask(`Bearer ${demo.apiKeys.alpenglueck}`)).status).toBe(200)
})

test('a bad signature and an unknown address are refused alike', async ({ demo }) => {
  const { door } = alpenglueck(demo)
  const body = parcelUpdate(newParcelNumber(), [])
  const wrongSecret = { ...door, secret: `whsec_${Buffer.from('somebody else’s secret').toString('base64')}` }
  const unknown = { ...door, url: door.url.replace(/[0-9a-f]{32}$/, 'f'.repeat(32)) }
  const otherProvider = { ...door, url: door.url.replace('/standard/', '/aftership/') }
  const answers = [
    await postWebhook(wrongSecret, body),
    await postWebhook(unknown, body),
    await postWebhook(otherProvider, body),
    await fetch(door.url, { method: 'POST', body: '{}' }),
    await fetch(door.url.replace('/standard/', '/nobody/'), { method: 'POST', body: '{}' }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401])
  expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1)
})

test('a webhook that is no JSON is 400, one of a shape that nobody knows is kept with 202', async ({
  demo,
}) => {
  const { door } = alpenglueck(demo)
  expect((await postWebhook(door, { type: 'parcel.updated', data: { nothing: true } })).status).toBe(202)
  const big = await postWebhook(door, { filler: 'x'.repeat(1_000_001) })
  expect(big.status).toBe(413)
  expect(big.headers.get('content-type')).toBe(PROBLEM)
})

test('a body over a megabyte is refused before it is read', async ({ demo }) => {
  const { origin, apiKey } = alpenglueck(demo)
  const answer = await fetch(`${origin}/api/v1/orders/BIG-1`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ filler: 'x'.repeat(1_000_001) }),
  })
  expect(answer.status).toBe(413)
})

for (const path of [
  '/%',
  '/alpenglueck/%E0%A4%A',
  '/alpenglueck/de/p/%',
  '/alpenglueck/de/o/%zz',
  '/api/v1/p/alpenglueck/%',
  '/api/v1/o/%c0',
  '/media/%/x.webp',
])
  test(`a malformed escape is the sender’s mistake: ${path}`, async ({ demo }) => {
    const { status } = await raw(demo.origin, path)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
  })

test('a NUL, a slash and a long tail in a number find nothing, and break nothing', async ({ demo }) => {
  for (const number of ['%00', 'a%2Fb', '..%2F..', 'x'.repeat(4_000), '%F0%9F%93%A6'])
    for (const path of [
      `/alpenglueck/de/p/${number}`,
      `/api/v1/p/alpenglueck/${number}`,
      `/alpenglueck/de/o/${number}`,
      `/api/v1/o/${number}`,
    ])
      expect((await raw(demo.origin, path)).status, path).toBe(404)
})

test('headers that are too large are refused, and the next request is served', async ({ demo }) => {
  const answer = await raw(demo.origin, '/alpenglueck/de', { 'x-large': 'x'.repeat(20_000) }).catch(() => ({
    status: 431,
  }))
  expect(answer.status).toBe(431)
  expect((await fetch(`${demo.origin}/alpenglueck/de`)).status).toBe(200)
})

test('what nobody answers is a problem in the API', async ({ demo }) => {
  const answer = await fetch(`${demo.origin}/api/v1/nothing`)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([404, PROBLEM])
})

test('health tells database, queue and version', async ({ demo }) => {
  const health = await (await fetch(`${demo.origin}/api/health`)).json()
  expect(health).toEqual({
    status: 'ok',
    database: { version: expect.any(String), latencyMs: expect.any(Number) },
    queue: { due: expect.any(Number), oldestSeconds: expect.any(Number) },
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
  })
})

test('a forged peer, host or forwarded address changes no link', async ({ demo }) => {
  const [page = ''] = Object.values(demo.pages)
  const { pathname, host } = new URL(page)
  const forged = {
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    'x-middleware-subrequest': 'proxy',
  }
  const ours = await raw(demo.origin, pathname, { ...forged, host })
  expect(ours.status).toBe(200)
  expect(ours.body).not.toContain('evil.example')
  // A host that nobody added serves no shop at all.
  const theirs = await raw(demo.origin, pathname, { ...forged, host: 'evil.example' })
  expect(theirs.status).toBe(404)
  expect(theirs.body).not.toContain('evil.example')
})
