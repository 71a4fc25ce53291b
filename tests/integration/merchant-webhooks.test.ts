import type { IncomingHttpHeaders } from 'node:http'
import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { listFailedMessages } from '@/db/queries/list-failed-messages'
import { withShop } from '@/db/with-shop'
import { newId } from '@/lib/core/ids'
import { resendMessage } from '@/lib/services/resend-message'
import { runMessageWork } from '@/lib/services/run-message-work'
import { sweep } from '@/lib/services/sweep'
import { tellMerchant } from '@/lib/services/tell-merchant'
import { addShop, type TestContext, type TestShop, testContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { type Listening, listen } from '@/tests/support/listen'
import { sets } from '@/tests/support/money-return'

const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes, ok!').toString('base64')}`

type Post = { headers: IncomingHttpHeaders; body: string }

let database: TestDatabase
let context: TestContext
let shop: TestShop
let server: Listening
let posts: Post[]
/** What the shop's server answers next. */
let answer: () => number

beforeAll(async () => {
  database = await createTestDatabase()
  server = await listen((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      // Other tests' shops may still be tried again.
      if (request.url === `/${shop.id}`)
        posts.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') })
      response.writeHead(request.url === `/${shop.id}` ? answer() : 200)
      response.end('thank you')
    })
  })
})
afterAll(async () => {
  await server.close()
  await database.drop()
})
beforeEach(async () => {
  posts = []
  answer = () => 204
  context = testContext(database)
  shop = await addShop(context, {}, [])
})
afterEach(() => {
  vi.useRealTimers()
})

const listens = () =>
  sets(context, shop.id, { backend: 'webhook', url: `${server.origin}/${shop.id}` }, { webhook: SECRET })

const told = (subject = newId()) => ({
  subjectType: 'return',
  subject,
  milestone: 'refund_due',
  occurrence: '1',
  payload: { return: 'R7K2-M4QX', order: 'AG-1001', amount: 18_990, note: 'für Jürgen – „Enzian“' },
})
const tell = (one = told()) =>
  withShop(context.db, shop.id, (tx) => tellMerchant(tx, shop.id, one, context.now()))

async function later(seconds: number): Promise<void> {
  context.pass(seconds)
  while ((await sweep(context)) > 0);
}

const rows = () =>
  database.superuser.sql<
    { id: string; channel: string; state: string; tries: number; error: string | null }[]
  >`
    select id, channel, state, tries, error from outbox where shop_id = ${shop.id} order by channel, id`
const waiting = async () => {
  const [row] = await database.superuser.sql<{ count: number }[]>`
    select count(*)::int as count from work_ready where shop_id = ${shop.id}`
  return row?.count
}

describe('a merchant’s webhook', () => {
  it('is posted once, signed so that the receiver’s own library takes it', async () => {
    await listens()
    const one = told()
    await tell(one)
    await tell(one)
    await later(5)
    await later(3600)
    expect(posts).toHaveLength(1)
    const [post] = posts
    // The package reads the clock itself.
    vi.useFakeTimers({ now: context.now().getTime() - 3_600_000, toFake: ['Date'] })
    const verified = new Webhook(SECRET).verify(post?.body ?? '', {
      'webhook-id': String(post?.headers['webhook-id']),
      'webhook-timestamp': String(post?.headers['webhook-timestamp']),
      'webhook-signature': String(post?.headers['webhook-signature']),
    })
    expect(verified).toEqual({
      type: 'return.refund_due',
      timestamp: '2026-11-20T12:00:00.000Z',
      data: one.payload,
    })
    expect(post?.headers['content-type']).toBe('application/json')
    expect(await rows()).toMatchObject([
      { channel: 'feed', state: 'due' },
      { channel: 'webhook', state: 'sent', tries: 1 },
    ])
    expect(await waiting()).toBe(0)
  })

  it('can’t be made by somebody else', async () => {
    await listens()
    await tell()
    await later(5)
    const [post] = posts
    vi.useFakeTimers({ now: context.now().getTime(), toFake: ['Date'] })
    const headers = {
      'webhook-id': String(post?.headers['webhook-id']),
      'webhook-timestamp': String(post?.headers['webhook-timestamp']),
      'webhook-signature': String(post?.headers['webhook-signature']),
    }
    const changed = (post?.body ?? '').replace('18990', '18991')
    expect(() => new Webhook(SECRET).verify(changed, headers)).toThrow()
    const other = `whsec_${Buffer.from('another secret of thirty-two byte').toString('base64')}`
    expect(() => new Webhook(other).verify(post?.body ?? '', headers)).toThrow()
  })

  it('waits to be read where the shop has no address', async () => {
    await tell()
    await later(5)
    expect(await rows()).toMatchObject([{ channel: 'feed', state: 'due', tries: 0 }])
    expect([posts.length, await waiting()]).toEqual([0, 0])
  })

  it('is posted from a platform’s shop too, where it has an address', async () => {
    await sets(
      context,
      shop.id,
      { backend: 'shopify', shop: 'x.myshopify.com', webhookUrl: `${server.origin}/${shop.id}` },
      { webhook: SECRET },
    )
    await tell()
    await later(5)
    expect(posts).toHaveLength(1)
  })

  it('is tried again under the same id with a signature of the new moment', async () => {
    await listens()
    const answers = [503, 500, 200]
    answer = () => answers.shift() ?? 500
    await tell()
    await later(5)
    expect((await rows())[1]).toMatchObject({ state: 'due', tries: 1, error: 'http_503' })
    await later(10)
    await later(310)
    expect(posts).toHaveLength(3)
    expect(new Set(posts.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(new Set(posts.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(3)
    expect(new Set(posts.map(({ body }) => body)).size).toBe(1)
    expect((await rows())[1]).toMatchObject({ state: 'sent', tries: 3, error: null })
  })

  it('fails after about three days, is listed, and can be sent again', async () => {
    await listens()
    answer = () => 500
    await tell()
    await later(5)
    let hours = 0
    while ((await waiting()) !== 0 && hours++ < 100) await later(3600)
    expect(hours).toBeGreaterThan(70)
    expect(hours).toBeLessThan(85)
    expect(posts).toHaveLength(10)
    const failed = await withShop(context.db, shop.id, (tx) => listFailedMessages(tx, shop.id))
    expect(failed).toMatchObject([{ type: 'return.refund_due', tries: 10, error: 'http_500' }])
    const other = await addShop(context, {}, [])
    const id = failed[0]?.id ?? ''
    expect(await resendMessage(context, other.id, id)).toEqual({ ok: false, error: 'not_found' })
    answer = () => 200
    expect(await resendMessage(context, shop.id, id)).toEqual({ ok: true, value: null })
    expect(await resendMessage(context, shop.id, id)).toEqual({ ok: false, error: 'not_found' })
    await later(5)
    expect((await rows())[1]).toMatchObject({ state: 'sent', tries: 1 })
    expect(new Set(posts.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  })

  it('isn’t tried again where the receiver wants no more', async () => {
    await listens()
    answer = () => 410
    await tell()
    await later(5)
    expect((await rows())[1]).toMatchObject({ state: 'failed', tries: 1, error: 'http_410' })
    expect(await waiting()).toBe(0)
  })

  it('never follows a redirect, and counts it as not taken', async () => {
    await listens()
    answer = () => 301
    await tell()
    await later(5)
    expect((await rows())[1]).toMatchObject({ state: 'due', tries: 1, error: 'redirect_refused' })
  })

  it('waits for its secret', async () => {
    await sets(context, shop.id, { backend: 'webhook', url: `${server.origin}/${shop.id}` }, {})
    await tell()
    await later(5)
    expect(posts).toHaveLength(0)
    expect((await rows())[1]).toMatchObject({
      state: 'due',
      error: 'the shop has no secret to sign webhooks',
    })
    await listens()
    await later(10)
    expect(posts).toHaveLength(1)
  })

  it('is posted once by two workers at once', async () => {
    await listens()
    await tell()
    const id = (await rows())[1]?.id ?? ''
    await Promise.all(Array.from({ length: 4 }, () => runMessageWork(context, shop.id, id)))
    await runMessageWork(context, shop.id, id)
    expect(posts).toHaveLength(1)
  })

  it('is another shop’s business there', async () => {
    await listens()
    await tell()
    const other = await addShop(context, {}, [])
    const id = (await rows())[1]?.id ?? ''
    await runMessageWork(context, other.id, id)
    expect(posts).toHaveLength(0)
  })
})
