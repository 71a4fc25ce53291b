import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { sha256 } from '@/lib/core/keyring'
import { crashAfter } from '@/tests/support/after'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { order, putOrder } from '@/tests/support/post'

vi.mock('next/server', () => import('@/tests/support/after'))

let database: TestDatabase
let context: TestContext
let shop: TestShop
beforeAll(async () => {
  database = await createTestDatabase()
  context = testContext(database)
  useContext(context, database)
  shop = await addShop(context)
})
afterAll(() => database.drop())

/** The example of the documentation, whole. */
const full = {
  placedAt: '2026-11-18T09:12:00+01:00',
  locale: 'de',
  currency: 'EUR',
  customer: { name: 'Resi Huber', email: 'resi@example.org', phone: '+49891234567' },
  deliveryAddress: {
    name: 'Resi Huber',
    line1: 'Sendlinger Str. 1',
    line2: null,
    postalCode: '80331',
    city: 'München',
    region: null,
    countryCode: 'DE',
  },
  lines: [
    {
      id: '1',
      sku: 'AG-SHELL-M',
      title: 'Regenjacke Karwendel',
      variant: 'M / Enzian',
      quantity: 2,
      unitPrice: 18990,
      discount: 0,
      taxRate: 0.19,
      url: 'https://shop.example/karwendel',
      category: 'jackets',
      tags: ['new'],
      options: { size: 'M', colour: 'Enzian' },
    },
  ],
  shipping: { price: 490, service: 'standard' },
  discounts: [{ code: 'HERBST', amount: 1000 }],
  parcels: [{ carrier: 'dhl', number: '00340434161094000001', lines: [{ id: '1', quantity: 2 }] }],
  sourceToken: 'abc',
}

const stored = async (number: string) => {
  const [row] = await database.superuser.sql`
    select to_jsonb(o) - 'id' - 'version' - 'updated_at' as order,
      (select coalesce(jsonb_agg(to_jsonb(l) - 'order_id' order by l.position), '[]') from order_lines l where l.order_id = o.id) as lines,
      (select coalesce(jsonb_agg(to_jsonb(i) - 'order_id' order by i.line_id), '[]') from shipment_lines i where i.order_id = o.id) as contents,
      (select count(*)::int from order_parcels p where p.order_id = o.id) as parcels
    from orders o where o.shop_id = ${shop.id} and o.number = ${number}`
  return row
}

const problemOf = async (response: Response) => {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const body: { errors?: { pointer: string; code: string }[] } = await response.json()
  return { status: response.status, pointers: (body.errors ?? []).map(({ pointer }) => pointer) }
}

const put = (body: object, number = 'AG-1') => putOrder(shop, number, body)
const refused = async (body: object, number?: string) => problemOf(await put(body, number))

describe('an order', () => {
  it('is created, then updated, and the same again changes nothing but its version', async () => {
    const first = await put(full)
    expect([first.status, first.headers.get('cache-control')]).toEqual([201, 'no-store'])
    const before = await stored('AG-1')
    expect(before).toMatchObject({
      order: { currency: 'EUR', customer_email: 'resi@example.org', placed_at: '2026-11-18T08:12:00+00:00' },
      lines: [{ unit_price: 18990, options: { size: 'M' }, tags: ['new'] }],
      contents: [{ line_id: '1', quantity: 2 }],
      parcels: 1,
    })
    expect((await put(full)).status).toBe(200)
    expect(await stored('AG-1')).toEqual(before)
  })

  it('answers with the same links each time, on our origin, in the order’s language where the shop has it', async () => {
    const answer = async (body: object) => (await put(body, 'AG-2')).json()
    const { number, links, referralCode } = await answer(full)
    expect(number).toBe('AG-2')
    expect(referralCode).toMatch(/^[A-Z0-9-]+$/)
    const token = links.json.split('/').at(-1)
    expect(links).toEqual({
      order: `https://orders.example/${shop.shop.slug}/de/o/${token}`,
      json: `https://orders.example/api/v1/o/${token}`,
    })
    expect(await answer(full)).toEqual({ number, links, referralCode })
    expect((await answer({ ...full, locale: 'fr' })).links.order).toBe(links.order)
    expect((await answer({ ...full, locale: 'en' })).links.order).toBe(links.order.replace('/de/', '/en/'))
  })

  it('has links of which the database holds the hash alone', async () => {
    const { links } = await (await put(full, 'AG-3')).json()
    const bits: string = links.json.split('.').at(-1)
    const dump = await database.superuser
      .sql`select (select jsonb_agg(t)::text from tokens t) || (select jsonb_agg(o)::text from orders o) as all`
    expect(dump[0]?.all).not.toContain(bits)
    expect(dump[0]?.all).toContain(sha256(bits))
  })

  it('may be small, and is found again whatever its number is written like', async () => {
    expect((await put(order(), '#ag 4')).status).toBe(201)
    expect((await put(order(), 'AG4')).status).toBe(200)
    expect(
      (await put({ ...order(), customer: null, locale: null, deliveryAddress: null }, 'Ag 4')).status,
    ).toBe(200)
  })

  it('loses the lines that a later call leaves out, also from its parcels; parcels left out stay', async () => {
    const lines = ['1', '2'].map((id) => ({ id, title: `Ware ${id}`, quantity: 1, unitPrice: 100 }))
    const parcels = [{ number: 'PARCEL-5', lines: lines.map(({ id }) => ({ id, quantity: 1 })) }]
    await put(order({ lines, parcels }), 'AG-5')
    await put(order({ lines: lines.slice(1) }), 'AG-5')
    expect(await stored('AG-5')).toMatchObject({
      lines: [{ id: '2' }],
      contents: [{ line_id: '2' }],
      parcels: 1,
    })
  })

  it('that is written by many at once is one order', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => put(full, 'AG-6')))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array(9).fill(200), 201])
    expect(await stored('AG-6')).toMatchObject({ parcels: 1, contents: [{}], lines: [{}] })
  })
})

describe('a body that can’t be used', () => {
  const line = full.lines[0] ?? {}
  const withLine = (more: object) => ({ ...full, lines: [{ ...line, ...more }] })

  it.each(['placedAt', 'currency', 'lines'])('misses %s', async (field) => {
    const { [field]: _left, ...rest }: Record<string, unknown> = full
    expect(await refused(rest)).toEqual({ status: 422, pointers: expect.arrayContaining([`/${field}`]) })
  })

  it.each(['id', 'title', 'quantity', 'unitPrice'])('misses a line’s %s', async (field) => {
    const { [field]: _left, ...rest }: Record<string, unknown> = line
    const { status, pointers } = await refused({ ...full, lines: [rest] })
    expect(status).toBe(422)
    expect(pointers).toContain(`/lines/0/${field}`)
  })

  it.each<[string, object, string]>([
    ['an unknown field', { ...full, coupon: 1 }, '/coupon'],
    ['an unknown field in a line', withLine({ colour: 'red' }), '/lines/0/colour'],
    ['an unknown field whose name has a slash', { ...full, 'a/b~c': 1 }, '/a~1b~0c'],
    [
      'an unknown field of an address',
      { ...full, deliveryAddress: { ...full.deliveryAddress, zip: '1' } },
      '/deliveryAddress/zip',
    ],
    ['a price that is no whole number', withLine({ unitPrice: 189.9 }), '/lines/0/unitPrice'],
    ['a price in words', withLine({ unitPrice: '18990' }), '/lines/0/unitPrice'],
    ['a price beyond what is exact', withLine({ unitPrice: 2 ** 60 }), '/lines/0/unitPrice'],
    ['less than nothing', withLine({ quantity: 0 }), '/lines/0/quantity'],
    ['more discount than it costs', withLine({ discount: 37981 }), '/lines/0/discount'],
    ['a day without a clock', { ...full, placedAt: '2026-11-18' }, '/placedAt'],
    ['a day that no calendar has', { ...full, placedAt: '2026-02-30T09:00:00Z' }, '/placedAt'],
    ['a year that no database has', { ...full, placedAt: '0000-01-01T00:00:00Z' }, '/placedAt'],
    ['a currency in lower case', { ...full, currency: 'eur' }, '/currency'],
    ['a language that we don’t have', { ...full, locale: 'tlh' }, '/locale'],
    ['an address that is no e-mail', { ...full, customer: { email: 'resi' } }, '/customer/email'],
    ['a picture that is a script', withLine({ image: 'javascript:alert(1)' }), '/lines/0/image'],
    ['a line twice', { ...full, lines: [line, line] }, '/lines/1/id'],
    [
      'a parcel with a line that the order lacks',
      { ...full, parcels: [{ number: '1', lines: [{ id: '9', quantity: 1 }] }] },
      '/parcels/0/lines/0/id',
    ],
    [
      'a parcel with a line twice',
      {
        ...full,
        parcels: [
          {
            number: '1',
            lines: [
              { id: '1', quantity: 1 },
              { id: '1', quantity: 1 },
            ],
          },
        ],
      },
      '/parcels/0/lines/1/id',
    ],
    ['a parcel twice', { ...full, parcels: [{ number: 'ab 1' }, { number: 'AB1' }] }, '/parcels/1/number'],
    ['a list', [], ''],
  ])('has %s', async (_what, body, pointer) => {
    const { status, pointers } = await refused(body)
    expect(status).toBe(422)
    expect(pointers).toContain(pointer)
  })

  it('is not JSON, or too large, or comes without a key or with somebody’s old one', async () => {
    expect((await problemOf(await putOrder(shop, 'AG-7', '{'))).status).toBe(400)
    expect((await problemOf(await putOrder(shop, 'AG-7', 'x'.repeat(1_000_001)))).status).toBe(413)
    for (const apiKey of ['', 'ds_', 'ds_unknown_key', "ds_' or true --", shop.apiKey.slice(3)])
      expect((await problemOf(await putOrder({ apiKey }, 'AG-7', full))).status).toBe(401)
  })

  it('leaves nothing behind, nor does a number that is none', async () => {
    for (const number of ['', ' ', '#', '\u0000', 'a\u0000b', 'a\nb', 'x'.repeat(101)])
      expect((await refused(full, number)).status, JSON.stringify(number)).toBe(422)
    expect(await stored('AG-7')).toBeUndefined()
    crashAfter()
  })
})
