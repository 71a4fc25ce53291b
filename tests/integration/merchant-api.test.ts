import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { POST as createEndpoint } from '@/app/api/v1/endpoints/route'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { expectProblem } from '@/tests/support/expect-problem'
import { shipmentOf } from '@/tests/support/get'
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
beforeEach(async () => {
  context = testContext(database)
  useContext(context, database)
  shop = await addShop(context)
})

const update = parcelUpdate({
  scans: [
    scan('2026-11-19T10:02:00+01:00', 'in_transit.arrived', { code: 'X1' }),
    scan('2026-11-20T08:10:00+01:00', 'out_for_delivery.on_vehicle'),
  ],
})
const tell = () => post(context, shop, 'standard', update)

describe('the merchant’s JSON of a parcel', () => {
  it('adds raw codes, orders and what became of the deliveries', async () => {
    await putOrder(shop, 'AG-1', order({ parcels: [{ carrier: 'dhl', number: NUMBER }] }))
    await tell()
    const response = await shipmentOf('DHL Paket', NUMBER, shop.apiKey)
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(await response.json()).toMatchObject({
      carrier: 'dhl',
      number: NUMBER,
      generation: 1,
      orders: ['AG-1'],
      scans: [
        { raw: [{ provider: 'standard', status: 'out_for_delivery.on_vehicle' }] },
        { raw: [{ provider: 'standard', code: 'X1', time: '2026-11-19T10:02:00+01:00' }] },
      ],
      inbox: [{ provider: 'standard', state: 'processed', attempts: 0, error: null }],
    })
  })

  it('is for the shop’s own key', async () => {
    await tell()
    const other = await addShop(context)
    for (const key of [undefined, '', 'ds_wrong_key'])
      await expectProblem(await shipmentOf('dhl', NUMBER, key), 401)
    await expectProblem(await shipmentOf('dhl', NUMBER, other.apiKey), 404)
    await expectProblem(await shipmentOf('ups', NUMBER, shop.apiKey), 404)
    await expectProblem(await shipmentOf('dhl', '\u0000', shop.apiKey), 404)
  })
})

describe('an endpoint', () => {
  const create = (body: object, apiKey = shop.apiKey) =>
    createEndpoint(
      new Request('http://doorstep.test/', {
        method: 'POST',
        headers: { authorization: `Bearer ${apiKey}` },
        body: JSON.stringify(body),
      }),
      { params: Promise.resolve({}) },
    )

  it('is made with a secret that its deliveries are then signed by', async () => {
    const answer = await create({ provider: 'standard' })
    expect(answer.status).toBe(201)
    const { id, url, secret } = await answer.json()
    expect(url).toBe(`https://orders.example/api/webhooks/standard/${id}`)
    expect(secret).toMatch(/^whsec_/)
    expect((await post(context, shop, 'standard', update, { endpoint: id, secret })).status).toBe(200)
  })

  it('names what is wrong with its body', async () => {
    await expectProblem(await create({ provider: 'standard' }, 'ds_wrong_key'), 401)
    for (const [body, pointer] of [
      [{}, '/provider'],
      [{ provider: 'pigeon' }, '/provider'],
      [{ provider: 'standard', secret: 'x' }, '/secret'],
      [{ provider: 'standard', secrets: ['no base64!'] }, '/secrets/0'],
      [{ provider: 'shipengine', settings: { jwksUrl: 'file:///etc/passwd' } }, '/settings/jwksUrl'],
    ] as const) {
      const answer = await create(body)
      expect(answer.status).toBe(422)
      expect((await answer.json()).errors).toMatchObject([{ pointer }])
    }
  })
})

describe('a surprise', () => {
  it('is a problem of ours without a word of the customer, neither in the answer nor in the log', async () => {
    await database.superuser.sql`alter table orders add constraint closed check (number <> 'AG-CLOSED')`
    const said: string[] = []
    const write = vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0)
    try {
      const response = await putOrder(shop, 'AG-CLOSED', order({ customer: { email: 'resi@example.org' } }))
      expect([response.status, response.headers.get('content-type')]).toEqual([
        500,
        'application/problem+json',
      ])
      expect(await response.text()).not.toMatch(/resi|constraint|insert/)
    } finally {
      write.mockRestore()
      await database.superuser.sql`alter table orders drop constraint closed`
    }
    expect(said.join('')).toContain('closed')
    expect(said.join('')).not.toContain('resi@example.org')
  })
})
