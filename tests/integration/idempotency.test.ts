import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { POST } from '@/app/api/v1/endpoints/route'
import { POST as addHost } from '@/app/api/v1/hosts/route'
import { forgetExpired } from '@/lib/services/forget-expired'
import { answerOnce, type KeptAnswer } from '@/lib/services/idempotency'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'

vi.mock('next/server', () => import('@/tests/support/after'))

let database: TestDatabase
let context: TestContext
let shop: TestShop
let other: TestShop

beforeAll(async () => {
  database = await createTestDatabase()
  context = testContext(database)
  shop = await addShop(context)
  other = await addShop(context)
})
beforeEach(() => useContext(context, database))
afterAll(() => database.drop())

const requestOf = (path: string, key: string, body: string, { apiKey } = shop) =>
  new Request(`http://doorstep.test${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'idempotency-key': key },
    body,
  })

const create = (key: string, body = '{"provider":"standard"}', by = shop) =>
  POST(requestOf('/api/v1/endpoints', key, body, by), { params: Promise.resolve({}) })

const count = async () => {
  const [row] = await database.superuser.sql<{ n: number }[]>`select count(*)::int as n from endpoints`
  return row?.n ?? 0
}

const codeOf = async (response: Response) => {
  const { type }: { type: string } = await response.json()
  return [response.status, type.split(':').at(-1)]
}

describe('a POST with an Idempotency-Key', () => {
  it('is refused with another body, and nothing is done', async () => {
    expect((await create('other-body')).status).toBe(201)
    const before = await count()
    expect(await codeOf(await create('other-body', '{"provider":"ups"}'))).toEqual([
      422,
      'idempotency_key_reused',
    ])
    expect(await codeOf(await create('other-body', '{"provider": "standard"}'))).toEqual([
      422,
      'idempotency_key_reused',
    ])
    expect(await count()).toBe(before)
  })

  it('is refused with a key that is none', async () => {
    for (const key of ['', 'a b', 'a'.repeat(256)])
      expect(await codeOf(await create(key)), key).toEqual([400, 'invalid_idempotency_key'])
  })

  it('is done once, and answered the same again', async () => {
    const before = await count()
    const first = await create('once')
    const second = await create('once')
    expect([first.status, second.status]).toEqual([201, 201])
    expect([first, second].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true'])
    expect(second.headers.get('content-type')).toBe(first.headers.get('content-type'))
    expect(second.headers.get('ratelimit')).toBeTruthy()
    expect(await second.text()).toBe(await first.text())
    expect(await count()).toBe(before + 1)
  })

  it('is done once when it comes many times at once: the others wait for the answer', async () => {
    const before = await count()
    const answers = await Promise.all(Array.from({ length: 8 }, () => create('at-once')))
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0)
    for (const answer of answers.filter(({ status }) => status !== 201))
      expect(await codeOf(answer)).toEqual([409, 'idempotency_key_running'])
    expect(await count()).toBe(before + 1)
  })

  it('keeps a refusal of the body too, with its place', async () => {
    const [first, second] = [
      await create('refused', '{"provider":"nobody"}'),
      await create('refused', '{"provider":"nobody"}'),
    ]
    expect([first.status, second.status]).toEqual([422, 422])
    expect(second.headers.get('idempotency-replayed')).toBe('true')
    expect(second.headers.get('content-type')).toBe('application/problem+json')
    expect(await second.text()).toBe(await first.text())
  })

  it('is another one at another address, and in another shop', async () => {
    expect((await create('shared')).status).toBe(201)
    const before = await count()
    const host = await addHost(requestOf('/api/v1/hosts', 'shared', '{"host":"orders.shared.example"}'), {
      params: Promise.resolve({}),
    })
    expect([host.status, host.headers.get('idempotency-replayed')]).toEqual([201, null])
    const theirs = await create('shared', undefined, other)
    expect([theirs.status, theirs.headers.get('idempotency-replayed')]).toEqual([201, null])
    expect(await count()).toBe(before + 1)
  })

  it('gives the Location again', async () => {
    const add = () =>
      addHost(requestOf('/api/v1/hosts', 'place', '{"host":"orders.place.example"}'), {
        params: Promise.resolve({}),
      })
    const [first, second] = [await add(), await add()]
    expect([second.status, second.headers.get('location')]).toEqual([201, first.headers.get('location')])
    expect(second.headers.get('location')).toContain('/api/v1/hosts/orders.place.example')
  })

  it('leaves no secret and no key readable in the database', async () => {
    const answer: { secret: string } = await (await create('a-key-of-the-client')).json()
    const rows = await database.superuser.sql`select to_jsonb(k)::text as row from idempotency_keys k`
    const text = rows.map(({ row }) => row).join('\n')
    expect(answer.secret).toMatch(/^whsec_/)
    expect(text).not.toContain(answer.secret)
    expect(text).not.toContain('a-key-of-the-client')
  })
})

describe('a request that runs', () => {
  const repeatable = (key: string) => ({ route: 'POST /x', key, bodyHash: 'b' })
  const created: KeptAnswer = { status: 201, headers: [], body: '{}' }
  const once = (key: string, run: () => Promise<KeptAnswer>) =>
    answerOnce(context, shop.id, repeatable(key), run)
  const errorOf = async (work: ReturnType<typeof once>) => {
    const result = await work
    return result.ok ? null : result.error.code
  }

  it('answers 409 to the same one, until it is done', async () => {
    let done = (_: KeptAnswer) => {}
    let first: ReturnType<typeof once> | undefined
    await new Promise<void>((started) => {
      first = once('slow', () => {
        started()
        return new Promise((resolve) => (done = resolve))
      })
    })
    expect(await errorOf(once('slow', async () => created))).toBe('idempotency_key_running')
    done(created)
    await first
    expect(await once('slow', async () => ({ ...created, status: 500 }))).toEqual({
      ok: true,
      value: { answer: created, replayed: true },
    })
  })

  it('is tried anew after a failure of ours, thrown or answered', async () => {
    await expect(once('failing', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
    await once('failing', async () => ({ ...created, status: 503 }))
    expect(await once('failing', async () => created)).toEqual({
      ok: true,
      value: { answer: created, replayed: false },
    })
  })

  it('is taken over a minute after its process died, and the dead one can’t answer any more', async () => {
    let wake = (_: KeptAnswer) => {}
    let dead: ReturnType<typeof once> | undefined
    await new Promise<void>((started) => {
      dead = once('dead', () => {
        started()
        return new Promise((resolve) => (wake = resolve))
      })
    })
    expect(await errorOf(once('dead', async () => created))).toBe('idempotency_key_running')
    context.pass(61)
    expect(await once('dead', async () => created)).toMatchObject({ ok: true, value: { replayed: false } })
    wake({ ...created, status: 200 })
    await dead
    expect(await once('dead', async () => created)).toEqual({
      ok: true,
      value: { answer: created, replayed: true },
    })
  })

  it('is a new one after 24 hours, and swept then', async () => {
    const rows = async () => (await database.superuser.sql`select 1 from idempotency_keys`).length
    await once('old', async () => created)
    context.pass(24 * 3600 - 1)
    expect(await once('old', async () => created)).toMatchObject({ value: { replayed: true } })
    context.pass(1)
    expect(await rows()).toBeGreaterThan(1)
    expect(await once('old', async () => created)).toMatchObject({ value: { replayed: false } })
    await forgetExpired(context)
    expect(await rows()).toBe(1)
  })
})
