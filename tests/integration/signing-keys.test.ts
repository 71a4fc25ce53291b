import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { endpoints } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { sealSecret } from '@/lib/services/endpoint-secrets'
import { TEST_JWKS, TEST_SECRET } from '@/tests/fixtures/sign'
import { crashAfter } from '@/tests/support/after'
import { addEndpoint, addShop, type TestContext, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { effectsOf } from '@/tests/support/effects'
import { listen } from '@/tests/support/listen'
import { fixtureBytes, parcelUpdate, post, scan, send } from '@/tests/support/post'

vi.mock('next/server', () => import('@/tests/support/after'))

const OTHER_SECRET = 'whsec_YW5vdGhlciBzZWNyZXQgb2YgYW5vdGhlciBzaG9wISE='
const moved = parcelUpdate({ scans: [scan('2026-11-20T10:02:00+01:00', 'in_transit.arrived')] })

let database: TestDatabase
let context: TestContext
beforeAll(async () => {
  database = await createTestDatabase()
  context = testContext(database)
  useContext(context, database)
})
afterAll(() => database.drop())

describe('secrets', () => {
  it('count side by side while they rotate, and no longer once they are removed', async () => {
    const shop = await addShop(context)
    const endpoint = await addEndpoint(context, shop.id, {
      provider: 'standard',
      secrets: [TEST_SECRET, OTHER_SECRET],
    })
    const by = async (secret: string) =>
      (await send(context, shop, 'standard', moved, { endpoint, secret })).status
    expect([await by(TEST_SECRET), await by(OTHER_SECRET)]).toEqual([200, 200])
    const left = [sealSecret(context.keyring, shop.id, endpoint, OTHER_SECRET, context.now())]
    await withShop(context.db, shop.id, (tx) =>
      tx.update(endpoints).set({ secrets: left }).where(eq(endpoints.id, endpoint)),
    )
    useContext({ ...context }, database)
    expect([await by(TEST_SECRET), await by(OTHER_SECRET)]).toEqual([401, 200])
    crashAfter()
  })

  it('rest encrypted, so that no row of another endpoint can be opened by copying it', async () => {
    const shop = await addShop(context)
    const rows = await database.superuser
      .sql`select secrets::text as text from endpoints where shop_id = ${shop.id}`
    for (const { text } of rows) expect(text).not.toContain(TEST_SECRET.slice(6, 20))
  })

  it('that can’t sign for a provider are refused when the address is made', async () => {
    const shop = await addShop(context)
    await expect(
      addEndpoint(context, shop.id, { provider: 'standard', secrets: ['not base64!'] }),
    ).rejects.toThrow('/secrets/0')
  })
})

describe('a vendor’s published keys', () => {
  it('are not asked for by a request that no key could make right', async () => {
    let asked = 0
    const server = await listen((_request, response) => {
      asked++
      response.statusCode = 503
      response.end()
    })
    try {
      const shop = await addShop(context)
      const settings = { jwksUrl: server.origin }
      const endpoint = await addEndpoint(context, shop.id, { provider: 'shipengine', settings })
      const deliver = (headers: Record<string, string>) =>
        send(context, shop, 'shipengine', '{}', { endpoint, headers })
      expect((await deliver({ 'x-shipengine-rsa-sha256-signature': '' })).status).toBe(401)
      expect((await deliver({ 'x-shipengine-timestamp': '2020-01-01T00:00:00Z' })).status).toBe(401)
      expect(asked).toBe(0)
    } finally {
      await server.close()
    }
  })

  it('are fetched from where the endpoint says; while they can’t be had the vendor is asked to come again', async () => {
    let asked = 0
    let away = true
    const server = await listen((_request, response) => {
      asked++
      response.statusCode = away ? 503 : 200
      response.end(JSON.stringify({ keys: TEST_JWKS }))
    })
    try {
      const shop = await addShop(context)
      const settings = { jwksUrl: `${server.origin}/jwks` }
      const endpoint = await addEndpoint(context, shop.id, { provider: 'shipengine', settings })
      const body = fixtureBytes('shipengine/v2.fedex.in-transit.json')
      const deliver = () => post(context, shop, 'shipengine', body, { endpoint })
      const refused = await deliver()
      expect([refused.status, await refused.json()]).toMatchObject([
        503,
        { type: 'urn:doorstep:error:keys_unavailable' },
      ])
      expect((await effectsOf(database, shop.id)).inbox).toEqual([])
      away = false
      context.pass(10)
      expect((await deliver()).status).toBe(200)
      expect((await deliver()).status).toBe(200)
      expect(asked).toBe(2)
    } finally {
      await server.close()
    }
  })
})
