import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { sweep } from '@/lib/services/sweep'
import type { TestContext, TestShop } from '@/tests/support/context'
import { testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { fits } from '@/tests/support/fits'
import { parcelUpdate, post, scan } from '@/tests/support/post'
import { CAP_BACK, EMAIL, placeOrder, returnScene } from '@/tests/support/return-scene'
import { type Asked, ask } from '@/tests/support/returns-api'

vi.mock('next/server', () => import('@/tests/support/after'))

let database: TestDatabase
let context: TestContext
let shop: TestShop
let act: string
let view: string

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  context = testContext(database, '2026-11-20T12:00:00.000Z')
  useContext(context, database)
  const scene = await returnScene(context)
  shop = scene.shop
  act = scene.act
  view = scene.view
})

/** Asks, and holds the answer against the description. */
async function tell(method: 'GET' | 'POST', address: string, asked: Asked = {}) {
  const { template, response } = await ask(method, address, asked)
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what the test looks at.
  const body: any = await fits(method, template, response.clone())
  return { response, status: response.status, body }
}
const quote = (body: object, token = act) => tell('POST', `/api/v1/o/${token}/returns/quote`, { body })
const open = (body: object, headers: Record<string, string> = {}, token = act) =>
  tell('POST', `/api/v1/o/${token}/returns`, { body, headers })
async function send(body: object, headers: Record<string, string> = {}) {
  const { seen } = (await quote(body)).body
  return open({ ...body, seen }, headers)
}
const countReturns = async () => {
  const [row] = await database.superuser.sql`select count(*)::int from returns where shop_id = ${shop.id}`
  return row?.count
}
const countDrafts = async () => {
  const [row] = await database.superuser.sql`
    select count(*)::int from return_drafts where shop_id = ${shop.id}`
  return row?.count
}
const photo = async () =>
  (
    await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer()
  ).toString('base64')

describe('what can go back', () => {
  it('is told with reasons, outcomes, ways and prices, in the asked language', async () => {
    const { status, body } = await tell('GET', `/api/v1/o/${act}/returns?locale=en`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      order: 'AG-1',
      currency: 'EUR',
      lines: [
        {
          line: '1',
          left: 3,
          eligible: true,
          refusal: null,
          paidEach: { amount: 9_000, text: '€90.00' },
          variants: [{ sku: 'SHELL-L', price: { amount: 12_000 }, left: 2 }],
        },
        { line: '2', left: 1, paidEach: { amount: 3_600 } },
      ],
      methods: [
        { id: 'label', price: { amount: 490, text: '€4.90' } },
        { id: 'store' },
        { id: 'pickup' },
        { id: 'own' },
      ],
      returns: [],
    })
    expect(body.reasons.map(({ id }: { id: string }) => id)).toEqual(['size', 'mind', 'broken'])
    expect(body.methods[2].pickupDays[0]).toBe('2026-11-23')
    expect(await countDrafts()).toBe(0)
  })

  it('is 304 while it stays the same', async () => {
    const first = await tell('GET', `/api/v1/o/${act}/returns`)
    const etag = first.response.headers.get('etag') ?? ''
    const again = await tell('GET', `/api/v1/o/${act}/returns`, { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
    await send(CAP_BACK)
    const after = await tell('GET', `/api/v1/o/${act}/returns`, { headers: { 'if-none-match': etag } })
    expect(after.body).toMatchObject({
      lines: [{ left: 3 }, { left: 0, eligible: false, refusal: expect.stringMatching(/\w/) }],
      returns: [
        {
          number: expect.stringMatching(/^R\w{3}-\w{4}$/),
          links: { json: expect.stringContaining('/api/v1/r/') },
        },
      ],
    })
  })

  it('needs a link that may act; who only looks proves the e-mail address', async () => {
    const seen = await tell('GET', `/api/v1/o/${view}/returns`)
    expect(seen).toMatchObject({ status: 403, body: { type: 'urn:doorstep:error:proof_needed' } })
    expect((await quote(CAP_BACK, view)).status).toBe(403)
    expect((await open({ ...CAP_BACK, seen: 'x' }, {}, view)).status).toBe(403)
    const prove = (email: string) => tell('POST', `/api/v1/o/${view}/returns/proof`, { body: { email } })
    expect((await prove('somebody@example.org')).status).toBe(422)
    expect((await prove(` ${EMAIL.toUpperCase()} `)).body).toEqual({ token: act })
  })

  it('is nothing for a link of nobody', async () => {
    const nobody = `${act.slice(0, -2)}AA`
    expect((await tell('GET', `/api/v1/o/${nobody}/returns`)).status).toBe(404)
    expect((await quote(CAP_BACK, nobody)).status).toBe(404)
    expect((await open({ ...CAP_BACK, seen: '' }, {}, nobody)).status).toBe(404)
  })
})

describe('what a return comes to', () => {
  it('is told to the cent, with lines that add up, and leaves nothing behind', async () => {
    const mixed = {
      items: [
        {
          line: '1',
          quantity: 1,
          reason: 'size',
          subReason: 'small',
          outcome: 'exchange_variant',
          exchangeSku: 'SHELL-L',
        },
        { line: '1', quantity: 1, reason: 'mind', outcome: 'store_credit' },
        { line: '2', quantity: 1, reason: 'mind', outcome: 'refund' },
      ],
      method: 'label',
    }
    const { status, body } = await quote(mixed)
    expect(status).toBe(200)
    const { refund, credit, pay, lines } = body.sum
    const sum = lines.reduce((so: number, line: { money: { amount: number } }) => so + line.money.amount, 0)
    expect(sum).toBe(refund.amount + credit.amount - pay.amount)
    expect(
      lines.map(({ kind, money }: { kind: string; money: { amount: number } }) => [kind, money.amount]),
    ).toEqual([
      ['exchange', -1_800],
      ['item', 9_000],
      ['item', 3_600],
      ['bonus', 900],
      ['method', -490],
    ])
    expect(body).toMatchObject({ approval: 'automatic', refusals: [], missing: [] })
    expect(await countDrafts()).toBe(0)
    expect(await countReturns()).toBe(0)
  })

  it('says which ways there are, and that one is missing', async () => {
    const { body } = await quote({ items: CAP_BACK.items })
    expect(body.methods.map(({ id }: { id: string }) => id)).toEqual(['label', 'store', 'pickup', 'own'])
    expect(body.missing).toEqual([{ pointer: '/method', code: 'methodMissing', detail: expect.any(String) }])
  })

  it.each([
    ['more than is left', { quantity: 2 }, '/items/0/quantity', 'quantityTooMany'],
    ['a line of nobody', { line: '9' }, '/items/0/quantity', 'other'],
    ['a reason of nobody', { reason: 'whim' }, '/items/0/reason', 'reasonMissing'],
    ['a reason without its part', { reason: 'size' }, '/items/0/subReason', 'subReasonMissing'],
    ['an outcome that isn’t offered', { outcome: 'keep' }, '/items/0/outcome', 'outcomeNotOffered'],
    [
      'an exchange for nothing',
      { reason: 'size', subReason: 'small', outcome: 'exchange_product' },
      '/items/0/exchangeSku',
      'exchangeMissing',
    ],
    ['somebody else’s order', { order: 'AG-404' }, '/items/0/order', 'orderOfSomebodyElse'],
  ])('refuses %s where it stands', async (_what, wrong, pointer, code) => {
    const { status, body } = await quote({ ...CAP_BACK, items: [{ ...CAP_BACK.items[0], ...wrong }] })
    expect(status).toBe(422)
    expect(body.errors).toContainEqual({ pointer, code, detail: expect.stringMatching(/\w/) })
  })

  it.each([
    [{ method: 'drone' }, '/method', 'methodNotOffered'],
    [{ method: 'store', store: 'ber' }, '/store', 'storeMissing'],
    [{ method: 'pickup', pickupDay: '2026-11-22' }, '/pickupDay', 'pickupDayMissing'],
    [{ method: 'own', own: [{ carrier: ' ' }] }, '/own/0/carrier', 'carrierMissing'],
  ])('refuses the way %j where it stands', async (way, pointer, code) => {
    const { status, body } = await quote({ ...CAP_BACK, ...way })
    expect(status).toBe(422)
    expect(body.errors).toContainEqual({ pointer, code, detail: expect.stringMatching(/\w/) })
  })

  it('knows no prices that somebody sends along', async () => {
    const { status, body } = await quote({ ...CAP_BACK, items: [{ ...CAP_BACK.items[0], paid: 1 }] })
    expect(status).toBe(422)
    expect(body.errors).toEqual([
      expect.objectContaining({ pointer: '/items/0/paid', code: 'unknown_field' }),
    ])
  })
})

describe('sending a return', () => {
  it('opens it in one go, and its link follows it', async () => {
    const { status, body, response } = await send(CAP_BACK)
    expect(status).toBe(201)
    expect(response.headers.get('location')).toBe(body.links.json)
    await sweepAll()
    const { body: back } = await tell('GET', `${new URL(body.links.json).pathname}?locale=de`)
    expect(back).toMatchObject({
      number: body.number,
      state: 'label_issued',
      locale: 'de',
      orders: [{ number: 'AG-1' }],
      items: [
        {
          line: '2',
          outcome: 'refund',
          paid: { amount: 3_600, text: '36,00\u00A0€' },
          words: { reason: 'Changed my mind', outcome: 'Geld zurück' },
        },
      ],
      boxes: [
        {
          box: 1,
          carrier: 'dhl',
          labelState: 'issued',
          label: { a4: expect.stringContaining('/label/1/a4.pdf') },
        },
      ],
      sum: { refund: { amount: 3_110 } },
      may: { cancel: true, method: true, contest: false },
      final: false,
      links: {
        page: expect.stringContaining(`/de/returns/${body.token}/${body.number}`),
        json: body.links.json,
      },
    })
    expect(back.words.title).toMatch(/Etikett|Label/)
    expect(back.words.handIn.length).toBeGreaterThan(1)
    expect(back.words.steps).toHaveLength(back.progress.steps.length)
  })

  it('takes pieces of one line for different reasons, in several boxes', async () => {
    const { status, body } = await send({
      items: [
        { line: '1', quantity: 2, reason: 'mind', outcome: 'refund', box: 1 },
        { line: '1', quantity: 1, reason: 'size', subReason: 'large', outcome: 'store_credit', box: 2 },
      ],
      method: 'own',
      own: [
        { box: 1, carrier: 'gls', number: 'ZR8FW7HV12' },
        { box: 2, carrier: 'dpd' },
      ],
    })
    expect(status).toBe(201)
    const { body: back } = await tell('GET', new URL(body.links.json).pathname)
    expect(
      back.items.map(({ quantity, reason, box }: { quantity: number; reason: string; box: number }) => [
        quantity,
        reason,
        box,
      ]),
    ).toEqual([
      [1, 'mind', 1],
      [1, 'mind', 1],
      [1, 'size', 2],
    ])
    expect(back.boxes).toMatchObject([
      { carrier: 'gls', number: 'ZR8FW7HV12', labelState: 'none' },
      { carrier: 'dpd', number: null },
    ])
  })

  it('takes several orders of the same shopper', async () => {
    await placeOrder(context, shop, 'AG-2')
    await placeOrder(context, shop, 'AG-3', { customer: { email: 'other@example.org' } })
    const of = (order: string) => ({
      ...CAP_BACK,
      items: [...CAP_BACK.items, { ...CAP_BACK.items[0], order }],
    })
    expect((await quote(of('AG-3'))).body.errors[0].code).toBe('orderOfSomebodyElse')
    const { status, body } = await send(of(' ag-2 '))
    expect(status).toBe(201)
    const { body: back } = await tell('GET', new URL(body.links.json).pathname)
    expect(back.orders.map(({ number }: { number: string }) => number)).toEqual(['AG-1', 'AG-2'])
  })

  it('takes photos where the reason asks for them, made anew', async () => {
    const broken = {
      items: [{ ...CAP_BACK.items[0], reason: 'broken', comment: 'A seam is open.', outcome: 'refund' }],
      method: 'label',
    }
    const bare = await send(broken)
    expect(bare).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/items/0/photos', code: 'photosMissing' }] },
    })
    const withPhotos = async (photos: string[]) => ({ ...broken, items: [{ ...broken.items[0], photos }] })
    const fake = await send(await withPhotos([Buffer.from('%PDF-1.7').toString('base64')]))
    expect(fake).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/items/0/photos', code: 'photoUnreadable' }] },
    })
    expect(await countReturns()).toBe(0)
    const { status, body } = await send(await withPhotos([await photo()]))
    expect(status).toBe(201)
    const { body: back } = await tell('GET', new URL(body.links.json).pathname)
    expect(back.items[0].photos).toEqual([
      { url: expect.stringContaining(`/returns/`), width: 40, height: 30 },
    ])
  })

  it('is refused where the sum isn’t the one that was seen', async () => {
    const refused = await open({ ...CAP_BACK, seen: 'somethingElse' })
    expect(refused).toMatchObject({ status: 409, body: { type: 'urn:doorstep:error:sum_changed' } })
    expect(await countReturns()).toBe(0)
    expect(await countDrafts()).toBe(0)
  })

  it('takes the last piece once: of two at the same moment one is refused', async () => {
    const { seen } = (await quote(CAP_BACK)).body
    const both = await Promise.all([open({ ...CAP_BACK, seen }), open({ ...CAP_BACK, seen })])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422])
    expect(await countReturns()).toBe(1)
  })

  it('is done once for an Idempotency-Key', async () => {
    const { seen } = (await quote(CAP_BACK)).body
    const body = { ...CAP_BACK, items: [{ ...CAP_BACK.items[0] }], seen }
    const key = { 'idempotency-key': 'a-tap-on-send' }
    const first = await open(body, key)
    const again = await open(body, key)
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body).toEqual(first.body)
    expect(again.response.headers.get('idempotency-replayed')).toBe('true')
    expect((await open({ ...body, method: 'own' }, key)).body.type).toBe(
      'urn:doorstep:error:idempotency_key_reused',
    )
    expect(await countReturns()).toBe(1)
  })
})

const sweepAll = async () => {
  context.pass(5)
  while ((await sweep(context)) > 0);
}

/** A return of the cap, with the paths of its JSON. */
async function sent() {
  const { body } = await send(CAP_BACK)
  await sweepAll()
  return { ...body, path: new URL(body.links.json).pathname }
}

describe('a return that was sent', () => {
  it('opens with its own link alone', async () => {
    const { path, token, number } = await sent()
    const other = await sent2()
    for (const wrong of [
      `/api/v1/r/${act}/${number}`,
      `/api/v1/r/${token}/${other.number}`,
      `/api/v1/r/x/${number}`,
    ])
      expect((await tell('GET', wrong)).status, wrong).toBe(404)
    expect((await tell('GET', path.replace(number, number.toLowerCase().replace('-', '')))).status).toBe(200)
  })

  it('is 304 until something happens to it, or to its parcel, or a day passes', async () => {
    const { path } = await sent()
    let known = await tell('GET', path)
    const again = () =>
      tell('GET', path, { headers: { 'if-none-match': known.response.headers.get('etag') ?? '' } })
    expect((await again()).status).toBe(304)
    const { number } = known.body.boxes[0]
    await post(
      context,
      shop,
      'standard',
      parcelUpdate({
        number,
        direction: 'inbound',
        scans: [scan('2026-11-20T13:00:00+01:00', 'in_transit.accepted')],
      }),
    )
    await sweepAll()
    known = await again()
    expect(known.body).toMatchObject({
      state: 'in_transit',
      may: { cancel: false },
      boxes: [
        {
          parcel: {
            direction: 'inbound',
            status: 'in_transit.accepted',
            words: { title: expect.any(String) },
          },
        },
      ],
    })
    expect(known.body.clock).toMatchObject({ day: 0, of: 14, latest: '2026-12-04' })
    expect((await again()).status).toBe(304)
    context.pass(24 * 3600)
    expect((await again()).body.clock.day).toBe(1)
  })

  it('can be cancelled while nothing was scanned, and not twice', async () => {
    const { path } = await sent()
    const stale = await tell('POST', `${path}/cancel`, { body: { version: 1 } })
    expect(stale).toMatchObject({
      status: 409,
      body: { type: 'urn:doorstep:error:stale', version: expect.any(Number) },
    })
    const cancelled = await tell('POST', `${path}/cancel`, { body: {} })
    expect(cancelled).toMatchObject({
      status: 200,
      body: { state: 'cancelled', final: expect.any(Boolean), boxes: [{ label: null }] },
    })
    const again = await tell('POST', `${path}/cancel`, { body: {} })
    expect(again).toMatchObject({ status: 409, body: { type: 'urn:doorstep:error:wrong_state' } })
  })

  it('may travel another way while nothing was scanned', async () => {
    const { path } = await sent()
    const change = (body: object) => tell('POST', `${path}/method`, { body })
    const own = { method: 'own', own: [{ carrier: 'gls', number: 'ZR8FW7HV12' }] }
    expect((await change(own)).body).toMatchObject({
      method: { id: 'own' },
      boxes: [{ carrier: 'gls', number: 'ZR8FW7HV12', label: null }],
      sum: { refund: { amount: 3_600 } },
    })
    for (const [body, pointer] of [
      [{ method: 'drone' }, '/method'],
      [{ method: 'store', store: 'ber' }, '/store'],
      [{ method: 'pickup', pickupDay: '2026-11-22' }, '/pickupDay'],
      [{ method: 'own', own: [{ box: 2, carrier: 'gls' }] }, '/own'],
    ] as const)
      expect(await change(body), pointer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } })
  })

  it('may have something else instead, where that is offered', async () => {
    const exchange = {
      line: '1',
      quantity: 1,
      reason: 'size',
      subReason: 'small',
      outcome: 'exchange_variant',
      exchangeSku: 'SHELL-L',
    }
    const { body } = await send({ ...CAP_BACK, items: [exchange] })
    const change = (wish: object) =>
      tell('POST', `${new URL(body.links.json).pathname}/exchange`, { body: { key: '1', ...wish } })
    for (const [wish, pointer] of [
      [{ outcome: 'keep' }, '/outcome'],
      [{ outcome: 'exchange_variant', sku: 'CAP' }, '/sku'],
      [{ key: '9', outcome: 'refund' }, '/key'],
    ] as const)
      expect(await change(wish), pointer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } })
    expect((await change({ outcome: 'refund' })).body).toMatchObject({
      items: [{ outcome: 'refund', exchange: null }],
      sum: {
        lines: [
          { kind: 'item', money: { amount: 9_000 } },
          { kind: 'method', money: { amount: -490 } },
        ],
        refund: { amount: 8_510 },
      },
    })
  })

  it('has nothing to contest before something was deducted', async () => {
    const { path } = await sent()
    const early = await tell('POST', `${path}/contest`, { body: { key: '1', text: 'I see it differently.' } })
    expect(early.status).toBe(409)
  })
})

async function sent2() {
  const body = { ...CAP_BACK, items: [{ ...CAP_BACK.items[0], line: '1' }] }
  return (await send(body)).body
}

describe('pages of other sites', () => {
  const from = (origin: string) => ({ origin })

  it('of the shop may ask before they write, and read the answer', async () => {
    const { response } = await ask('OPTIONS', `/api/v1/o/${act}/returns`, {
      headers: from('https://shop.example'),
    })
    expect(response.status).toBe(204)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      allow: 'GET, HEAD, POST, OPTIONS',
      'access-control-allow-origin': 'https://shop.example',
      'access-control-allow-methods': 'GET, HEAD, POST',
      'access-control-allow-headers': 'Accept-Language, If-None-Match, Content-Type, Idempotency-Key',
      vary: 'origin',
    })
    const { seen } = (await quote(CAP_BACK)).body
    const opened = await open({ ...CAP_BACK, seen }, from('https://shop.example'))
    expect(opened.status).toBe(201)
    expect(opened.response.headers.get('access-control-allow-origin')).toBe('https://shop.example')
    expect(opened.response.headers.get('access-control-expose-headers')).toMatch(
      /ETag.*Location.*RateLimit.*Retry-After/,
    )
    expect(opened.response.headers.get('vary')).toBe('accept-language, origin')
  })

  it.each(['https://evil.example', 'null', 'http://shop.example', 'https://shop.example.evil.example'])(
    '%s may neither ask nor write',
    async (origin) => {
      const asked = await ask('OPTIONS', `/api/v1/o/${act}/returns`, { headers: from(origin) })
      expect(asked.response.headers.get('access-control-allow-origin')).toBeNull()
      const { seen } = (await quote(CAP_BACK)).body
      const refused = await open({ ...CAP_BACK, seen }, from(origin))
      expect(refused).toMatchObject({ status: 403, body: { type: 'urn:doorstep:error:foreign_origin' } })
      expect(await countReturns()).toBe(0)
    },
  )

  it('can’t write with a plain form, which needs no asking', async () => {
    const { template, response } = await ask('POST', `/api/v1/o/${act}/returns/quote`, {
      body: JSON.stringify(CAP_BACK),
      headers: { 'content-type': 'text/plain' },
    })
    expect(response.status).toBe(415)
    await fits('POST', template, response)
  })

  it('our own host and the shop’s proven hosts are no other sites, another shop’s are', async () => {
    const { seen } = (await quote(CAP_BACK)).body
    const openFrom = (origin: string) => open({ ...CAP_BACK, seen }, from(origin))
    await database.superuser
      .sql`insert into lookup_hosts (host, shop_id) values ('mine.example.com', ${shop.id})`
    const other = await returnScene(context)
    await database.superuser.sql`
      insert into lookup_hosts (host, shop_id) values ('theirs.example.com', ${other.shop.id})`
    expect((await openFrom('https://theirs.example.com')).status).toBe(403)
    expect((await openFrom('https://mine.example.com:8443')).status).toBe(403)
    expect((await openFrom('https://mine.example.com')).status).toBe(201)
    const again = await openFrom('https://orders.example')
    expect(again.status).toBe(422)
  })
})
