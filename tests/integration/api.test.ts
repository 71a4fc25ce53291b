import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { runAfter } from '@/tests/support/after'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { expectProblem } from '@/tests/support/expect-problem'
import { movementOf, orderByToken } from '@/tests/support/get'
import { order, parcelUpdate, post, putOrder, scan } from '@/tests/support/post'

vi.mock('next/server', () => import('@/tests/support/after'))

const NUMBER = '00340434161094000001'

let database: TestDatabase
let context: TestContext
let shop: TestShop
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const update = parcelUpdate({
  scans: [
    scan('2026-11-19T10:02:00+01:00', 'in_transit.arrived', {
      code: 'X1',
      place: { city: 'Leipzig', countryCode: 'DE' },
    }),
    scan('2026-11-20T08:10:00+01:00', 'out_for_delivery.on_vehicle'),
  ],
  window: { earliest: '2026-11-20', latest: '2026-11-21' },
})

beforeEach(async () => {
  context = testContext(database)
  useContext(context, database)
  shop = await addShop(context)
})

const place = async (more: object = {}): Promise<string> => {
  const answer = await putOrder(
    shop,
    'AG-1',
    order({
      locale: 'de',
      customer: { name: 'Resi Huber', email: 'resi@example.org', phone: '+49891234567' },
      deliveryAddress: {
        name: 'Resi Huber',
        line1: 'Sendlinger Str. 1',
        postalCode: '80331',
        city: 'München',
        countryCode: 'DE',
      },
      lines: [
        { id: '1', title: 'Jacke', variant: 'M', quantity: 2, unitPrice: 100 },
        { id: '2', title: 'Hose', quantity: 1, unitPrice: 100 },
      ],
      parcels: [{ carrier: 'dhl', number: NUMBER, lines: [{ id: '1', quantity: 1 }] }],
      ...more,
    }),
  )
  await runAfter()
  return (await answer.json()).links.json.split('/').at(-1)
}
const tell = (body: object = update) => post(context, shop, 'standard', body)
const ifNoneMatch = (response: Response) => ({ 'if-none-match': response.headers.get('etag') ?? '' })

describe('the shopper’s JSON of an order', () => {
  it('has the promised shape', async () => {
    const token = await place()
    await tell()
    const response = await orderByToken(token)
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'private, no-cache',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
      etag: expect.stringMatching(/^"[\w-]{22}"$/),
    })
    expect(await response.json()).toMatchObject({
      shop: shop.shop.slug,
      order: 'AG-1',
      placedAt: '2026-11-13T08:12:00.000Z',
      locale: 'de',
      parcels: [
        {
          carrier: 'dhl',
          carrierName: 'DHL',
          number: NUMBER,
          direction: 'outbound',
          status: 'out_for_delivery.on_vehicle',
          attention: null,
          window: {
            earliest: '2026-11-20',
            latest: '2026-11-21',
            source: 'carrier',
            original: { earliest: '2026-11-20', latest: '2026-11-21' },
          },
          updatedAt: '2026-11-20T12:00:00.000Z',
          items: [{ title: 'Jacke', variant: 'M', quantity: 1, image: null }],
          words: {
            title: expect.any(String),
            meaning: expect.any(String),
            next: expect.any(String),
            action: expect.any(String),
          },
          scans: [
            { at: '2026-11-20T07:10:00.000Z', localTime: '2026-11-20T08:10:00', zoneKnown: true },
            {
              at: '2026-11-19T09:02:00.000Z',
              status: 'in_transit.arrived',
              text: 'in_transit.arrived',
              place: 'Leipzig, DE',
            },
          ],
        },
      ],
      unshipped: [
        { title: 'Jacke', quantity: 1 },
        { title: 'Hose', quantity: 1 },
      ],
    })
  })

  it('is 304 while nothing changes and anew after a webhook, an order, a midnight and in another language', async () => {
    const token = await place()
    let known = await orderByToken(token)
    const stays = async () => {
      const again = await orderByToken(token, ifNoneMatch(known))
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([
        304,
        '',
        known.headers.get('etag'),
      ])
    }
    const changes = async () => {
      const again = await orderByToken(token, ifNoneMatch(known))
      expect(again.status).toBe(200)
      known = again
      await stays()
    }
    await stays()
    await tell()
    await changes()
    expect((await known.json()).parcels[0].status).toBe('out_for_delivery.on_vehicle')
    await tell()
    await stays()
    await place({ lines: [{ id: '1', title: 'Mantel', quantity: 1, unitPrice: 1 }] })
    await changes()
    context.pass(24 * 3600)
    await changes()
    expect((await orderByToken(token, ifNoneMatch(known), '?locale=en')).status).toBe(200)
    expect(
      (await orderByToken(token, { 'if-none-match': `W/"x", ${known.headers.get('etag')}` })).status,
    ).toBe(304)
  })

  it('opens with the link of the order alone', async () => {
    const token = await place()
    const [key, bits = ''] = token.split('.')
    const other = await addShop(context)
    const flipped = `${bits.slice(0, -2)}${bits.at(-2) === 'A' ? 'B' : 'A'}${bits.at(-1)}`
    for (const wrong of [
      '',
      'x',
      `${key}.${flipped}`,
      `${other.shop.key}.${bits}`,
      `${key}.`,
      `${key}.${bits}x`,
      `${key}.\u0000${bits.slice(1)}`,
      `\u0000.${bits}`,
    ])
      await expectProblem(await orderByToken(wrong), 404)
  })
})

describe('the movement of a parcel, by its number alone', () => {
  it('shows no item, no order, no address and nobody’s name', async () => {
    await place()
    await tell()
    await tell(
      parcelUpdate({
        scans: [scan('2026-11-20T11:00:00+01:00', 'delivered.signed')],
        signedBy: 'RESI HUBER',
        pickup: { name: 'Kiosk' },
      }),
    )
    const response = await movementOf(shop.shop.slug, '0034 0434 1610 9400 0001')
    expect(response.status).toBe(200)
    const text = await response.text()
    const parcel = JSON.parse(text)
    expect(parcel).toMatchObject({
      carrier: 'dhl',
      number: NUMBER,
      status: 'delivered.signed',
      signedBy: null,
    })
    for (const secret of ['items', 'order', 'address', 'placedAt', 'shop', 'unshipped'])
      expect(parcel).not.toHaveProperty(secret)
    expect(text).not.toMatch(/huber|resi|sendlinger|80331|AG-1|jacke|münchen/i)
    expect((await movementOf(shop.shop.slug, NUMBER, ifNoneMatch(response))).status).toBe(304)
  })

  it('is 404 for numbers, shops and texts that are nobody’s', async () => {
    await tell()
    const other = await addShop(context)
    for (const [slug, number] of [
      [shop.shop.slug, '1'],
      [other.shop.slug, NUMBER],
      ['nobody', NUMBER],
      [shop.shop.slug, '\u0000'],
      [`${shop.shop.slug}\u0000`, NUMBER],
      [shop.shop.slug, "' or 1=1 --"],
      [shop.shop.slug, 'x'.repeat(10_000)],
    ] as const)
      await expectProblem(await movementOf(slug, number), 404)
  })
})
