import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { SERVICE_BODIES } from '@/app/_server/api-description'
import { GET as readHealth } from '@/app/api/health/route'
import { GET as docs } from '@/app/api/v1/docs/route'
import { POST as createEndpoint } from '@/app/api/v1/endpoints/route'
import { GET as readHost, DELETE as removeHost } from '@/app/api/v1/hosts/[host]/route'
import { POST as verifyHost } from '@/app/api/v1/hosts/[host]/verify/route'
import { POST as addHost, GET as listHosts } from '@/app/api/v1/hosts/route'
import { GET as readOrder } from '@/app/api/v1/o/[token]/route'
import { GET as description } from '@/app/api/v1/openapi.json/route'
import { PUT as writeOrder } from '@/app/api/v1/orders/[number]/route'
import { GET as readMovement } from '@/app/api/v1/p/[shop]/[number]/route'
import { GET as readShipment } from '@/app/api/v1/shipments/[carrier]/[number]/route'
import { problemsOf } from '@/lib/api/openapi/problems-of'
import { operations } from '@/lib/api/operations'
import { EXAMPLE_ORDER_BODY } from '@/lib/api/operations/examples'
import { problemSchema } from '@/lib/api/schemas/problem-schema'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { parcelUpdate, post, scan } from '@/tests/support/post'

vi.mock('next/server', () => import('@/tests/support/after'))

const BASE = 'http://doorstep.test'
const NUMBER = '00340434161094000001'
const told = operations(SERVICE_BODIES)

let database: TestDatabase
let context: TestContext
let shop: TestShop
let token: string

type Handler<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>

/** Asks as a merchant unless `headers` say otherwise. */
function ask<P>(
  handler: Handler<P>,
  params: P,
  body?: object,
  headers?: Record<string, string>,
): Promise<Response> {
  const authorization = { authorization: `Bearer ${shop.apiKey}` }
  const sent = body && { method: 'POST', body: JSON.stringify(body) }
  const request = new Request(`${BASE}/api/v1/x`, { headers: headers ?? authorization, ...sent })
  return handler(request, { params: Promise.resolve(params) })
}

/** Holds an answer against what the description says of it, and hands its body on. */
async function fits(id: string, response: Response): Promise<unknown> {
  const operation = told.find((one) => one.id === id)
  if (!operation) throw new Error(`no operation ${id}`)
  const answer = operation.answers[response.status]
  if (answer && !answer.schema) return null
  const body: unknown = await response.json()
  if (answer) {
    expect(response.headers.get('content-type'), id).toBe('application/json')
    expect(answer.schema?.safeParse(body).error?.issues, `${id} ${response.status}`).toBeUndefined()
  } else {
    expect(response.headers.get('content-type'), id).toBe('application/problem+json')
    const problem = problemSchema.parse(body)
    expect(problem.status, id).toBe(response.status)
    expect(
      problemsOf(operation).map((code) => `urn:doorstep:error:${code}`),
      id,
    ).toContain(problem.type)
  }
  return body
}

beforeAll(async () => {
  database = await createTestDatabase()
  context = testContext(database)
  useContext(context, database)
  shop = await addShop(context)
  const scans = [
    scan('2026-11-19T18:00:00+01:00', 'in_transit.departed', {
      place: { city: 'Leipzig', countryCode: 'DE' },
    }),
    scan('2026-11-20T10:00:00+01:00', 'available_for_pickup.locker'),
  ]
  await post(
    context,
    shop,
    'standard',
    parcelUpdate({ scans, window: { earliest: '2026-11-20', latest: '2026-11-21' } }),
  )
})
afterAll(() => database.drop())

describe('what the program answers is what the description says', () => {
  it('of orders: new, known, refused', async () => {
    const first = await ask(writeOrder, { number: 'AG-1001' }, EXAMPLE_ORDER_BODY)
    expect(first.status).toBe(201)
    const written = await fits('writeOrder', first)
    token = JSON.stringify(written).match(/\/o\/([\w.-]+)"/)?.[1] ?? ''
    const again = await ask(writeOrder, { number: 'AG-1001' }, EXAMPLE_ORDER_BODY)
    expect(again.status).toBe(200)
    await fits('writeOrder', again)
    const refused = await ask(writeOrder, { number: 'AG-1002' }, { ...EXAMPLE_ORDER_BODY, surprise: 1 })
    expect(refused.status).toBe(422)
    expect(await fits('writeOrder', refused)).toMatchObject({
      errors: [{ pointer: '/surprise', code: 'unknown_field' }],
    })
  })

  it('of what shoppers read: there, unchanged, not there', async () => {
    const order = await ask(readOrder, { token }, undefined, {})
    expect(order.status).toBe(200)
    expect(await fits('readOrder', order)).toMatchObject({ parcels: [{ number: NUMBER }] })
    const etag = order.headers.get('etag') ?? ''
    const unchanged = await ask(readOrder, { token }, undefined, { 'if-none-match': etag })
    expect([unchanged.status, await fits('readOrder', unchanged)]).toEqual([304, null])
    const movement = await ask(readMovement, { shop: shop.shop.slug, number: NUMBER }, undefined, {})
    expect(movement.status).toBe(200)
    await fits('readMovement', movement)
    const nothing = await ask(readMovement, { shop: shop.shop.slug, number: 'X' }, undefined, {})
    expect(nothing.status).toBe(404)
    await fits('readMovement', nothing)
  })

  it('of a parcel as its merchant reads it, with a key and without', async () => {
    const shipment = await ask(readShipment, { carrier: 'dhl', number: NUMBER })
    expect(shipment.status).toBe(200)
    expect(await fits('readShipment', shipment)).toMatchObject({
      orders: ['AG-1001'],
      inbox: [{ state: 'processed' }],
    })
    const stranger = await ask(readShipment, { carrier: 'dhl', number: NUMBER }, undefined, {})
    expect(stranger.status).toBe(401)
    await fits('readShipment', stranger)
  })

  it('of webhook addresses', async () => {
    const created = await ask(createEndpoint, {}, { provider: 'standard' })
    expect(created.status).toBe(201)
    await fits('createEndpoint', created)
    const refused = await ask(createEndpoint, {}, { provider: 'nobody' })
    expect(refused.status).toBe(422)
    await fits('createEndpoint', refused)
  })

  it('of hosts, from the first to the last', async () => {
    const host = 'orders.answers.example'
    expect((await ask(addHost, {}, { host })).status).toBe(201)
    await fits('addHost', await ask(addHost, {}, { host }))
    const own = await ask(addHost, {}, { host: 'localhost' })
    expect(own.status).toBe(422)
    await fits('addHost', own)
    expect(await fits('listHosts', await ask(listHosts, {}))).toMatchObject({ hosts: [{ host }] })
    expect(await fits('readHost', await ask(readHost, { host }))).toMatchObject({ host, verified: false })
    const unknown = await ask(verifyHost, { host: 'nobody.example' }, {})
    expect(unknown.status).toBe(404)
    await fits('verifyHost', unknown)
    const removed = await ask(removeHost, { host })
    expect([removed.status, await fits('removeHost', removed)]).toEqual([204, null])
    await fits('readHost', await ask(readHost, { host }))
  })

  it('of its health', async () => {
    const health = await readHealth()
    expect(health.status).toBe(200)
    await fits('readHealth', health)
  })
})

describe('the description itself', () => {
  it('is an OpenAPI 3.1 document that any page may read, and 304 while it stays the same', async () => {
    const response = await ask(description, {})
    expect(response.headers.get('content-type')).toBe('application/vnd.oai.openapi+json;version=3.1')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(await response.json()).toMatchObject({ openapi: '3.1.1' })
    const again = await ask(description, {}, undefined, {
      'if-none-match': response.headers.get('etag') ?? '',
    })
    expect(again.status).toBe(304)
  })

  it('is a page for people without scripts, with every operation', async () => {
    const response = await ask(docs, {})
    const html = await response.text()
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(html).toMatch(/^<!doctype html><html lang="en">/)
    expect(html).not.toMatch(
      /<script|\sstyle=|https?:\/\/(?!parcels\.example\.org|shop\.example\.org|orders\.example\.org)[a-z.]+\.(?:js|css)/,
    )
    for (const { id, path } of told) {
      expect(html).toContain(`<article id="${id}">`)
      expect(html).toContain(path)
    }
  })
})
