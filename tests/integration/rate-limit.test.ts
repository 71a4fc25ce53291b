import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { PEER_HEADER } from '@/app/_server/peer-address'
import { POST as addHost, GET as listHosts } from '@/app/api/v1/hosts/route'
import { GET, OPTIONS } from '@/app/api/v1/p/[shop]/[number]/route'
import type { RatePolicy } from '@/lib/api/rate-limit'
import { logger } from '@/lib/core/logger'
import { forgetExpired } from '@/lib/services/forget-expired'
import { countRequest } from '@/lib/services/rate-limit'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { parcelUpdate, post, scan } from '@/tests/support/post'

vi.mock('next/server', () => import('@/tests/support/after'))
vi.hoisted(() => {
  process.env.DOORSTEP_MERCHANT_LIMIT = '30'
  process.env.DOORSTEP_SHOPPER_LIMIT = '20'
})

const POLICY: RatePolicy = { name: 'merchant', quota: 120, windowSeconds: 60 }
const NUMBER = '00340434161094000001'

let database: TestDatabase
let context: TestContext
let shop: TestShop

beforeAll(async () => {
  database = await createTestDatabase()
  context = testContext(database)
  useContext(context, database)
  shop = await addShop(context, { embedOrigins: ['https://shop.example'] })
  const scans = [scan('2026-11-20T10:00:00+01:00', 'in_transit.arrived')]
  await post(context, shop, 'standard', parcelUpdate({ number: NUMBER, scans }))
})
beforeEach(() => useContext(context, database))
afterAll(() => database.drop())

const many = async <T>(times: number, work: () => Promise<T>): Promise<T[]> => {
  const results: T[] = []
  for (let i = 0; i < times; i++) results.push(await work())
  return results
}

const refusals = (states: readonly { retryAfterSeconds: number | null }[]) =>
  states.filter(({ retryAfterSeconds }) => retryAfterSeconds !== null).length

describe('a merchant’s quota', () => {
  it('is never exceeded, one after the other or at once, and comes back share by share', async () => {
    const ask = () => countRequest(context, shop.id, POLICY, 'one')
    expect(refusals(await many(100, ask))).toBe(0)
    expect(refusals(await Promise.all(Array.from({ length: 40 }, ask)))).toBe(20)
    context.pass(1)
    expect(refusals(await many(5, ask))).toBe(3)
    context.pass(60)
    expect(refusals(await many(130, ask))).toBe(10)
  })

  it('asks the database once for a second’s worth, and not at all once it has refused', async () => {
    const transaction = vi.spyOn(context.db, 'transaction')
    const ask = () => countRequest(context, shop.id, { ...POLICY, quota: 600 }, 'two')
    await many(600, ask)
    expect(transaction.mock.calls.length).toBe(60)
    expect(refusals(await many(100, ask))).toBe(100)
    expect(transaction.mock.calls.length).toBe(61)
    transaction.mockRestore()
  })

  it('is one for all instances', async () => {
    const subject = { ...POLICY, name: 'two instances' }
    await many(2, () => countRequest(context, shop.id, subject, 'three'))
    const before = await database.superuser.sql<{ full: Date; hash: string }[]>`
      select full_at as full, subject_hash as hash from rate_limits order by full_at desc, subject_hash`
    const hash = context.keyring.keyedHash('rate:two instances', `${shop.id}/three`)
    const mine = before.find((row) => row.hash === hash)
    expect(mine?.full.getTime()).toBe(context.now().getTime() + 1_000)
    // Another instance used the rest.
    await database.superuser
      .sql`update rate_limits set full_at = full_at + interval '59 seconds' where subject_hash = ${hash}`
    expect((await countRequest(context, shop.id, subject, 'three')).retryAfterSeconds).toBe(1)
  })

  it('is each key’s own', async () => {
    await many(120, () => countRequest(context, shop.id, POLICY, 'four'))
    expect((await countRequest(context, shop.id, POLICY, 'four')).retryAfterSeconds).toBe(1)
    expect((await countRequest(context, shop.id, POLICY, 'five')).remaining).toBe(119)
  })

  it('leaves nothing behind once it is whole again', async () => {
    context.pass(120)
    await forgetExpired(context)
    expect((await database.superuser.sql`select 1 from rate_limits`).length).toBe(0)
  })
})

describe('a merchant’s request', () => {
  const headers = (apiKey: string) => ({ authorization: `Bearer ${apiKey}` })
  const list = (by = shop.apiKey) =>
    listHosts(new Request('http://doorstep.test/api/v1/hosts', { headers: headers(by) }), {
      params: Promise.resolve({}),
    })
  const add = () =>
    addHost(
      new Request('http://doorstep.test/api/v1/hosts', {
        method: 'POST',
        headers: headers(shop.apiKey),
        body: '{"host":"orders.limits.example"}',
      }),
      { params: Promise.resolve({}) },
    )

  it('is told what is left, and 429 with when to come back', async () => {
    const answers = await many(31, () => list())
    expect(answers[0]?.headers.get('ratelimit-policy')).toBe('"merchant";q=30;w=60')
    expect(answers[0]?.headers.get('ratelimit')).toBe('"merchant";r=29;t=2')
    expect(answers.map(({ status }) => status)).toEqual([...Array(30).fill(200), 429])
    const last = answers.at(-1)
    expect([last?.headers.get('retry-after'), last?.headers.get('ratelimit')]).toEqual([
      '2',
      '"merchant";r=0;t=60',
    ])
    expect(await last?.json()).toMatchObject({ type: 'urn:doorstep:error:rate_limited', status: 429 })
    context.pass(60)
  })

  it('is told the policy without a key, and no other site’s page may read it', async () => {
    const answer = await list('ds_nobody')
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
    expect(answer.headers.get('ratelimit-policy')).toBe('"merchant";q=30;w=60')
    for (const response of [answer, await list()])
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('goes on while the limiter fails when it reads, and is refused when it writes', async () => {
    const warn = vi.spyOn(logger, 'warn').mockReturnValue(true)
    const error = vi.spyOn(logger, 'error').mockReturnValue(true)
    await database.superuser.sql`alter table rate_limits rename to rate_limits_away`
    context.pass(60)
    const [read, write] = [await list(), await add()]
    await database.superuser.sql`alter table rate_limits_away rename to rate_limits`
    expect([read.status, read.headers.get('ratelimit')]).toEqual([200, null])
    expect(write.status).toBeGreaterThanOrEqual(500)
    expect([warn.mock.calls.length, error.mock.calls.length]).toEqual([1, 1])
    vi.restoreAllMocks()
    expect(await (await list()).json()).toEqual({ hosts: [] })
  })
})

describe('a shopper’s read', () => {
  const params = () => ({ params: Promise.resolve({ shop: shop.shop.slug, number: NUMBER }) })
  const read = (peer: string | null, headers: Record<string, string> = {}) =>
    GET(
      new Request('http://doorstep.test/api/v1/p/x/y', {
        headers: { ...(peer && { [PEER_HEADER]: peer }), ...headers },
      }),
      params(),
    )
  const statuses = async (times: number, ...call: Parameters<typeof read>) =>
    (await many(times, () => read(...call))).map(({ status }) => status)

  it('has a quota for each network address, an IPv6 household being one', async () => {
    expect(await statuses(21, '203.0.113.7')).toEqual([...Array(20).fill(200), 429])
    expect(await statuses(1, '203.0.113.8')).toEqual([200])
    expect(await statuses(20, '2001:db8:1:1::1')).toEqual(Array(20).fill(200))
    expect(await statuses(1, '2001:db8:1:1:ffff::2')).toEqual([429])
    expect(await statuses(1, '2001:db8:1:2::1')).toEqual([200])
    context.pass(60)
    expect(await statuses(1, '203.0.113.7')).toEqual([200])
  })

  it('is told what is left, also where nothing has changed', async () => {
    const first = await read('203.0.113.20')
    const again = await read('203.0.113.20', { 'if-none-match': first.headers.get('etag') ?? '' })
    expect([first.status, again.status]).toEqual([200, 304])
    expect(again.headers.get('ratelimit-policy')).toBe('"shopper";q=20;w=60')
    expect([first, again].map(({ headers }) => headers.get('ratelimit'))).toEqual([
      '"shopper";r=19;t=3',
      '"shopper";r=18;t=6',
    ])
  })

  it('isn’t counted where shoppers can’t be told apart, so that they don’t lock each other out', async () => {
    expect(await statuses(30, null)).toEqual(Array(30).fill(200))
    expect(await statuses(30, '127.0.0.1', { 'x-forwarded-for': '203.0.113.9' })).toEqual(Array(30).fill(200))
    const answer = await read(null)
    expect([answer.headers.get('ratelimit-policy'), answer.headers.get('ratelimit')]).toEqual([
      '"shopper";q=20;w=60',
      null,
    ])
  })

  it('is counted whatever a client on the open net says of itself', async () => {
    const forged = { 'x-forwarded-for': '198.51.100.1' }
    expect(await statuses(21, '203.0.113.30', forged)).toEqual([...Array(20).fill(200), 429])
    expect(await statuses(21, '127.0.0.1')).toEqual([...Array(20).fill(200), 429])
  })

  it('writes nothing to the database', async () => {
    const rows = async () => (await database.superuser.sql`select 1 from rate_limits`).length
    const before = await rows()
    await read('203.0.113.40')
    expect(await rows()).toBe(before)
  })

  it('may be read by pages of the shop’s own origins, errors and 304 too, and by no others', async () => {
    const from = (origin: string, more = {}) => read('203.0.113.50', { origin, ...more })
    const answer = await from('https://shop.example')
    const unchanged = await from('https://shop.example', {
      'if-none-match': answer.headers.get('etag') ?? '',
    })
    const missing = await GET(
      new Request('http://doorstep.test/', { headers: { origin: 'https://shop.example' } }),
      {
        params: Promise.resolve({ shop: shop.shop.slug, number: 'NOBODY' }),
      },
    )
    expect([answer.status, unchanged.status, missing.status]).toEqual([200, 304, 404])
    for (const { headers } of [answer, unchanged, missing]) {
      expect(headers.get('access-control-allow-origin')).toBe('https://shop.example')
      expect(headers.get('vary')).toBe('accept-language, origin')
    }
    const foreign = await from('https://evil.example')
    expect([foreign.status, foreign.headers.get('access-control-allow-origin')]).toEqual([200, null])
    expect(foreign.headers.get('vary')).toBe('accept-language, origin')
    expect(foreign.headers.get('etag')).toBe(answer.headers.get('etag'))
  })

  it('is announced to browsers that ask before', async () => {
    const ask = (origin: string) =>
      OPTIONS(new Request('http://doorstep.test/', { method: 'OPTIONS', headers: { origin } }), params())
    const [ours, theirs] = [await ask('https://shop.example'), await ask('https://evil.example')]
    expect([ours.status, theirs.status]).toEqual([204, 204])
    expect(ours.headers.get('access-control-allow-headers')).toContain('If-None-Match')
    expect(theirs.headers.get('access-control-allow-origin')).toBeNull()
    for (const { headers } of [ours, theirs]) expect(headers.get('vary')).toBe('origin')
  })
})
