import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { fixtureBytes, order, parcelUpdate, post, putOrder, scan } from '@/tests/support/post'

vi.mock('next/server', () => import('@/tests/support/after'))

let database: TestDatabase
let context: TestContext
beforeAll(async () => {
  database = await createTestDatabase()
  context = testContext(database)
  useContext(context, database)
})
afterAll(() => database.drop())

const NUMBER = '00340434161094000001'

/** The parcels that an order shows. */
const parcelsOf = async ({ id }: TestShop, number: string) => [
  ...(await database.superuser.sql`
    select s.carrier, s.number_key as number, s.generation, s.projection->>'status' as status, o.version
    from orders o join order_parcels p on p.shop_id = o.shop_id and p.order_id = o.id
    join shipments s on s.shop_id = p.shop_id and s.id = p.shipment_id
    where o.shop_id = ${id} and o.number = ${number} order by p.position, s.carrier, s.generation`),
]
const shipmentCount = async ({ id }: TestShop) =>
  (await database.superuser.sql`select 1 from shipments where shop_id = ${id}`).length

type Step = (shop: TestShop) => Promise<unknown>
const placed =
  (parcel: object, placedAt = '2026-11-13T09:00:00Z', number = 'A-1'): Step =>
  (shop) =>
    putOrder(shop, number, order({ placedAt, parcels: [parcel] }))
const moved =
  (data: object): Step =>
  (shop) =>
    post(
      context,
      shop,
      'standard',
      parcelUpdate({ scans: [scan('2026-11-19T10:00:00Z', 'in_transit.arrived')], ...data }),
    )
const fixture =
  (path: string): Step =>
  (shop) =>
    post(context, shop, path.split('/')[0] ?? '', fixtureBytes(path))

async function shopAfter(...steps: Step[]): Promise<TestShop> {
  const shop = await addShop(context)
  for (const step of steps) await step(shop)
  return shop
}

/** Both orders of arrival. */
const either = (a: Step, b: Step) => Promise.all([shopAfter(a, b), shopAfter(b, a)])

describe('an order and its parcel find each other, whichever comes first', () => {
  const cases: [string, object, object, string][] = [
    ['both name the carrier', { carrier: 'dhl', number: NUMBER }, {}, 'dhl'],
    ['the order names it in other words', { carrier: 'DHL Paket', number: NUMBER }, {}, 'dhl'],
    ['the order names none', { number: NUMBER }, {}, 'dhl'],
    ['the webhook names none', { carrier: 'dhl', number: NUMBER }, { carrier: null }, 'dhl'],
    ['nobody names one', { number: NUMBER }, { carrier: null }, 'unknown'],
    [
      'the order writes the number in groups',
      { carrier: 'dhl', number: '0034 0434 1610 9400 0001' },
      {},
      'dhl',
    ],
    [
      'the webhook writes it in lower case',
      { carrier: 'gls', number: 'ZX 12 AB' },
      { carrier: 'gls', number: 'zx12ab' },
      'gls',
    ],
  ]
  it.each(cases)('where %s', async (_what, parcel, data, carrier) => {
    for (const shop of await either(placed(parcel), moved(data))) {
      expect(await parcelsOf(shop, 'A-1')).toMatchObject([
        { carrier, generation: 1, status: 'in_transit.arrived' },
      ])
      expect(await shipmentCount(shop)).toBe(1)
    }
  })

  it('and stay apart where their carriers conflict', async () => {
    for (const shop of await either(placed({ carrier: 'ups', number: NUMBER }), moved({}))) {
      expect(await parcelsOf(shop, 'A-1')).toMatchObject([{ carrier: 'ups', status: 'pending.unknown' }])
      expect(await shipmentCount(shop)).toBe(2)
    }
  })

  it('and at the same moment make one parcel', async () => {
    for (let round = 0; round < 8; round++) {
      const shop = await addShop(context)
      const both: Step[] = [placed({ number: NUMBER }), moved({}), moved({ status: 'in_transit.arrived' })]
      await Promise.all(both.map((step) => step(shop)))
      expect(await parcelsOf(shop, 'A-1')).toMatchObject([{ carrier: 'dhl', status: 'in_transit.arrived' }])
      expect(await shipmentCount(shop)).toBe(1)
    }
  })

  it('and a carrier that is named later is shown by a new version of the order', async () => {
    const shop = await shopAfter(placed({ number: NUMBER }), moved({ carrier: null }))
    const [before] = await parcelsOf(shop, 'A-1')
    await moved({})(shop)
    const [named] = await parcelsOf(shop, 'A-1')
    expect(named).toMatchObject({ carrier: 'dhl' })
    expect(named?.version).toBeGreaterThan(before?.version)
    const scans = await database.superuser.sql`select 1 from scans where shop_id = ${shop.id}`
    expect(scans.length).toBe(1)
  })
})

describe('a number that was used before', () => {
  const old: [string, string, object][] = [
    ['easypost/updated.delivered.ups.guide.json', 'EZ4000000004', { carrier: 'ups' }],
    ['shippo/updated.delivered.usps.2017.json', '9205590164917337534322', { carrier: 'usps' }],
  ]
  it.each(old)(
    'by nobody here: a parcel of %s told yesterday belongs to last week’s order',
    async (path, number, named) => {
      for (const shop of await either(placed({ ...named, number }), fixture(path))) {
        const status = expect.stringMatching(/^delivered/)
        expect(await parcelsOf(shop, 'A-1')).toMatchObject([{ number, generation: 1, status }])
        expect(await shipmentCount(shop)).toBe(1)
      }
    },
  )

  const delivered = moved({ scans: [scan('2026-11-19T10:00:00Z', 'delivered.other')] })

  it('by a parcel that was over days before the order: the order waits for its own', async () => {
    const shop = await shopAfter(
      delivered,
      placed({ carrier: 'dhl', number: NUMBER }, '2026-11-23T09:00:00Z'),
    )
    expect(await parcelsOf(shop, 'A-1')).toMatchObject([{ generation: 2, status: 'pending.unknown' }])
  })

  it('belongs to the order that held it, however often that order is written again', async () => {
    const first = placed({ carrier: 'dhl', number: NUMBER })
    const shop = await shopAfter(
      delivered,
      first,
      placed({ carrier: 'dhl', number: NUMBER }, '2027-05-01T09:00:00Z', 'B-1'),
    )
    expect(await parcelsOf(shop, 'B-1')).toMatchObject([{ generation: 2 }])
    await moved({ scans: [scan('2027-05-03T10:00:00Z', 'in_transit.arrived')] })(shop)
    await first(shop)
    expect(await parcelsOf(shop, 'A-1')).toMatchObject([{ generation: 1, status: 'delivered.other' }])
    expect(await parcelsOf(shop, 'B-1')).toMatchObject([{ generation: 2, status: 'in_transit.arrived' }])
  })
})

describe('a box', () => {
  it('may hold two orders, each of which learns where it is', async () => {
    const parcel = { carrier: 'dhl', number: NUMBER }
    const shop = await shopAfter(placed(parcel), placed(parcel, '2026-11-14T09:00:00Z', 'B-1'), moved({}))
    for (const number of ['A-1', 'B-1'])
      expect(await parcelsOf(shop, number)).toMatchObject([{ status: 'in_transit.arrived', version: 2 }])
    expect(await shipmentCount(shop)).toBe(1)
  })
})
