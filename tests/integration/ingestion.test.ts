import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { carriers } from '@/lib/carriers'
import { TEST_SECRET } from '@/tests/fixtures/sign'
import { runAfter } from '@/tests/support/after'
import { addShop, type TestContext, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { effectsOf } from '@/tests/support/effects'
import { fixtureBytes, parcelUpdate, post, scan, send } from '@/tests/support/post'

vi.mock('next/server', () => import('@/tests/support/after'))

const OTHER_SECRET = 'whsec_YW5vdGhlciBzZWNyZXQgb2YgYW5vdGhlciBzaG9wISE='
const FIXTURES = new URL('../fixtures/carriers/', import.meta.url)
const fixturesOf = (folder: string): string[] =>
  readdirSync(new URL(folder, FIXTURES))
    .filter((name) => name.endsWith('.json'))
    .map((name) => `${folder}/${name}`)

const cases = [...carriers.keys()].flatMap((provider) =>
  fixturesOf(provider).map((path) => [provider, path] as const),
)

let database: TestDatabase
let context: TestContext
beforeAll(async () => {
  database = await createTestDatabase()
  context = testContext(database)
  useContext(context, database)
})
afterAll(() => database.drop())

const effects = (shop: { id: Parameters<typeof effectsOf>[1] }) => effectsOf(database, shop.id)
const moved = parcelUpdate({ scans: [scan('2026-11-20T10:02:00+01:00', 'in_transit.arrived')] })

describe('a genuine body', () => {
  it('comes from every provider', () => {
    expect(new Set(cases.map(([provider]) => provider))).toEqual(new Set(carriers.keys()))
  })

  it.each(cases)(
    'of %s (%s) is stored, answered, read and folded; twice more it changes nothing',
    async (provider, path) => {
      const shop = await addShop(context)
      const body = fixtureBytes(path)
      const first = await send(context, shop, provider, body)
      expect([first.status, await first.json()]).toEqual([200, { received: true, duplicate: false }])
      expect(await effects(shop)).toMatchObject({
        inbox: [{ state: 'received' }],
        waiting: 1,
        scans: 0,
        shipments: [],
      })
      await runAfter()
      const once = await effects(shop)
      expect(once).toMatchObject({ inbox: [{ state: 'processed', attempts: 0, error: null }], waiting: 0 })
      expect(once.scans + once.statements).toBeGreaterThan(0)
      for (const { version, projection } of once.shipments)
        expect(version).toBe(projection.status === 'pending.unknown' ? 0 : 1)
      for (let again = 0; again < 2; again++) {
        const repeated = await post(context, shop, provider, body)
        expect([repeated.status, await repeated.json()]).toEqual([200, { received: true, duplicate: true }])
      }
      expect(await effects(shop)).toEqual(once)
    },
  )

  it('that comes again under another id has no second effect either', async () => {
    const shop = await addShop(context)
    await post(context, shop, 'standard', moved, { id: 'msg_1' })
    const { inbox, ...once } = await effects(shop)
    expect(await (await post(context, shop, 'standard', moved, { id: 'msg_2' })).json()).toMatchObject({
      duplicate: false,
    })
    expect(await effects(shop)).toEqual({ ...once, inbox: [inbox[0], inbox[0]] })
  })

  it('is stored without the signature and without the secret that came with it', async () => {
    const shop = await addShop(context)
    for (const [provider, path] of cases)
      await post(context, shop, provider, fixtureBytes(path), {
        headers: { 'user-agent': 'vendor/1', cookie: 'a=b' },
      })
    const rows = await database.superuser
      .sql`select headers::text as headers from inbox where shop_id = ${shop.id}`
    expect(rows.length).toBeGreaterThan(carriers.size)
    for (const { headers } of rows) {
      expect(headers).toContain('vendor/1')
      expect(headers).not.toMatch(/signature|hmac|authorization|credential|cookie|v1,|whsec_/i)
      expect(headers).not.toContain(TEST_SECRET.slice(6))
    }
  })
})

describe('a refusal', () => {
  it.each([...carriers.keys()])(
    'of %s says the same for every reason, byte for byte, and stores nothing',
    async (provider) => {
      const shop = await addShop(context)
      const body = fixtureBytes(cases.find(([id]) => id === provider)?.[1] ?? '')
      const other = provider === 'standard' ? 'aftership' : 'standard'
      const stranger = {
        rsa: { headers: { 'x-shipengine-rsa-sha256-signature': 'AAAA' } },
        hmac: { secret: OTHER_SECRET },
      }
      const attempts = [
        send(context, shop, provider, body, stranger[provider === 'shipengine' ? 'rsa' : 'hmac']),
        send(context, shop, provider, body, { endpoint: 'f'.repeat(32) }),
        send(context, shop, provider, body, { endpoint: `${shop.endpoints[provider]}\u0000` }),
        send(context, shop, provider, body, { endpoint: shop.endpoints[other] ?? '' }),
      ]
      const answers = await Promise.all(
        (await Promise.all(attempts)).map(async (response) => ({
          status: response.status,
          headers: [...response.headers],
          body: await response.text(),
        })),
      )
      expect(answers[0]).toMatchObject({ status: 401 })
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
      expect((await effects(shop)).inbox).toEqual([])
    },
  )

  it('of a body that is not JSON is 400, and of one byte too many 413', async () => {
    const shop = await addShop(context)
    expect((await send(context, shop, 'standard', 'no json')).status).toBe(400)
    const exactly = (size: number) =>
      JSON.stringify({ type: 'x', pad: '' }).replace('""', `"${'x'.repeat(size - 21)}"`)
    expect(exactly(1_000_000).length).toBe(1_000_000)
    expect((await send(context, shop, 'standard', exactly(1_000_000))).status).toBe(200)
    const over = await send(context, shop, 'standard', exactly(1_000_001))
    expect([over.status, over.headers.get('content-type')]).toEqual([413, 'application/problem+json'])
    expect((await effects(shop)).inbox).toMatchObject([{ state: 'ignored' }])
  })
})

describe('a signed body', () => {
  it.each([...carriers.keys()].flatMap((id) => (id === 'aftership' ? [] : [[id]])))(
    'of an unknown shape of %s is kept, flagged and answered 202',
    async (provider) => {
      const shop = await addShop(context)
      const shapes = [{ zz: 1 }, [], 'text']
      for (const shape of shapes) {
        const answer = await post(context, shop, provider, JSON.stringify(shape))
        expect([answer.status, await answer.json()]).toEqual([202, { received: true, duplicate: false }])
      }
      const { inbox, waiting } = await effects(shop)
      expect(waiting).toBe(0)
      for (const row of inbox)
        expect(row).toMatchObject({ state: 'unreadable', error: expect.stringContaining('pointer') })
    },
  )

  it.each(['aftership', 'easypost', 'ship24', 'shipengine', 'shippo', 'standard'])(
    'of another topic of %s is kept and left aside',
    async (provider) => {
      const shop = await addShop(context)
      const paths = fixturesOf(`${provider}/ignored`)
      for (const path of paths)
        expect((await post(context, shop, provider, fixtureBytes(path))).status).toBe(200)
      const { inbox, waiting, shipments } = await effects(shop)
      expect([waiting, shipments]).toEqual([0, []])
      expect(inbox.map(({ state }) => state)).toEqual(paths.map(() => 'ignored'))
    },
  )
})
