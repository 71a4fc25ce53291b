import { readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { POST as IMPORT } from '@/app/api/v1/product-feeds/[name]/import/route'
import { DELETE, PUT } from '@/app/api/v1/product-feeds/[name]/route'
import { GET as FEEDS } from '@/app/api/v1/product-feeds/route'
import { GET as IMPORTS } from '@/app/api/v1/product-imports/route'
import { fail } from '@/lib/core/result'
import { runFeed } from '@/lib/services/catalogue/run-feed'
import { sweep, sweepFeeds } from '@/lib/services/sweep'
import { itemsOf, productsOf } from '@/tests/support/catalogue'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { expectProblem } from '@/tests/support/expect-problem'
import { type Listening, listen } from '@/tests/support/listen'

vi.mock('next/server', () => import('@/tests/support/after'))

type Answer = {
  status?: number
  headers?: Record<string, string>
  body?: string | Uint8Array
  breaks?: boolean
}

let database: TestDatabase
let context: TestContext
let shop: TestShop
let server: Listening
/** What the shop's host answers, by path. */
let answers: (request: IncomingMessage) => Answer
let asked: { url: string; headers: IncomingMessage['headers'] }[]

beforeAll(async () => {
  database = await createTestDatabase()
  server = await listen((request, response) => {
    asked.push({ url: request.url ?? '', headers: request.headers })
    const { status = 200, headers = {}, body = '', breaks = false } = answers(request)
    response.writeHead(status, breaks ? { ...headers, 'content-length': '1000000' } : headers)
    if (breaks) response.write(body, () => response.destroy())
    else response.end(body)
  })
})
afterAll(async () => {
  await server.close()
  await database.drop()
})
beforeEach(async () => {
  asked = []
  answers = () => ({ status: 404 })
  context = testContext(database)
  useContext(context, database)
  shop = await addShop(context, {}, [])
})
// Feeds of other tests' shops are due, too.
afterEach(() => database.superuser.sql`delete from work_ready where kind = 'feed'`)

const fixture = (name: string) => readFileSync(new URL(`../fixtures/catalogue/${name}`, import.meta.url))
const rss = (...ids: string[]) =>
  `<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>${ids
    .map(
      (id) =>
        `<item><g:id>${id}</g:id><title>Hut</title><link>https://shop.example/${id}</link><g:price>1.00 EUR</g:price><g:availability>in_stock</g:availability></item>`,
    )
    .join('\n')}</channel></rss>`

const request = (method: string, body?: unknown, query = '') =>
  new Request(`http://doorstep.test/${query}`, {
    method,
    headers: { authorization: `Bearer ${shop.apiKey}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
const named = (name = 'merchant') => ({ params: Promise.resolve({ name }) })
const none = { params: Promise.resolve({}) }
const google = (more: object = {}) => ({ kind: 'google', url: `${server.origin}/feed.xml`, ...more })
const put = (body: object, name?: string) => PUT(request('PUT', body), named(name))

/** Lets time pass, and feeds that are due be read; answers how many were. */
const later = (seconds: number) => {
  context.pass(seconds)
  return sweepFeeds(context)
}
const reports = async () => (await (await IMPORTS(request('GET'), none)).json()).imports
const last = async () => (await reports())[0]

const HOUR = 3600
const DAY = 24 * HOUR

describe('a feed', () => {
  it('is read soon after it was named, and then in its own rhythm', async () => {
    answers = () => ({ body: rss('a', 'b') })
    const answer = await put(google())
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      name: 'merchant',
      everyMinutes: 1440,
      sku: 'id',
      hasCredentials: false,
      fetchedAt: null,
    })
    expect(await later(10)).toBe(1)
    expect(await productsOf(context, shop)).toMatchObject([{ id: 'a', source: 'merchant' }, { id: 'b' }])
    expect(await last()).toMatchObject({ source: 'merchant', state: 'done', read: 2, new: 2, refusals: [] })
    expect(await later(23 * HOUR)).toBe(0)
    answers = () => ({ body: rss('b') })
    expect(await later(HOUR + 10)).toBe(1)
    expect(await last()).toMatchObject({ state: 'done', read: 1, unchanged: 1, gone: 1 })
    expect(asked).toHaveLength(2)
  })

  it('holds up nothing else: only its own round reads it', async () => {
    answers = () => ({ body: rss('a') })
    await put(google())
    context.pass(10)
    await sweep(context)
    expect(asked).toHaveLength(0)
    expect(await sweepFeeds(context)).toBe(1)
  })

  it('is asked for with a condition, and once a day without one', async () => {
    answers = ({ headers }) =>
      headers['if-none-match'] === '"v1"'
        ? { status: 304 }
        : { body: rss('a'), headers: { etag: '"v1"', 'last-modified': 'Fri, 20 Nov 2026 03:00:00 GMT' } }
    await put(google({ everyMinutes: 60 }))
    await later(10)
    await later(HOUR + 10)
    expect(asked[1]?.headers).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': 'Fri, 20 Nov 2026 03:00:00 GMT',
      'accept-encoding': 'gzip',
    })
    expect(await last()).toMatchObject({ state: 'unchanged', read: 0, error: null })
    expect(await productsOf(context, shop)).toMatchObject([{ goneAt: null }])
    await later(DAY)
    expect(asked.at(-1)?.headers['if-none-match']).toBeUndefined()
    expect(await last()).toMatchObject({ state: 'done', unchanged: 1 })
  })

  it('is asked for without a condition once it was written anew, or somebody wants it now', async () => {
    answers = () => ({ body: rss('a'), headers: { etag: '"v1"' } })
    await put(google())
    await later(10)
    expect((await IMPORT(request('POST'), named())).status).toBe(202)
    await later(10)
    await put(google({ sku: 'mpn' }))
    await later(10)
    expect(asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, undefined, undefined])
    expect(await itemsOf(context, shop)).toMatchObject([{ sku: null }])
    await expectProblem(await IMPORT(request('POST'), named('other')), 404)
  })

  it('may be packed, whatever it is called', async () => {
    answers = () => ({ body: gzipSync(rss('a')), headers: { 'content-type': 'text/plain' } })
    await put(google())
    await later(10)
    expect(await productsOf(context, shop)).toHaveLength(1)
  })

  it('names in its report what can’t be used, and where it stands', async () => {
    answers = () => ({ body: fixture('merchant.rss.xml') })
    await put(google())
    await later(10)
    expect(await last()).toMatchObject({
      state: 'done',
      read: 4,
      new: 2,
      refused: 2,
      refusals: [
        { place: 'line 41', id: 'AG-HAT', why: expect.stringContaining('49.900 EUR') },
        { place: 'line 48', id: null, why: 'id: is missing' },
      ],
    })
  })

  it.each<[string, Answer, RegExp]>([
    ['isn’t there', { status: 404 }, /answers 404/],
    ['leads elsewhere', { status: 301, headers: { location: '/new.xml' } }, /name that one/],
    ['breaks off on the way', { body: rss('x').slice(0, 60), breaks: true }, /connection_failed/],
    ['is a page that says sorry', { body: '<!doctype html><html><p>Sorry</html>' }, /^line 1: /],
    ['is cut off in the middle', { body: rss('x', 'y').slice(0, -40) }, /^line \d: /],
    ['is empty', { body: '' }, /empty/],
    ['tells nothing', { body: rss() }, /no item/],
  ])('that %s takes nothing away, says why, and is tried again sooner', async (_what, answer, why) => {
    answers = () => ({ body: rss('a') })
    await put(google())
    await later(10)
    answers = () => answer
    await later(DAY + 10)
    expect(await last()).toMatchObject({ state: 'failed', error: expect.stringMatching(why), gone: 0 })
    expect((await productsOf(context, shop))[0]).toMatchObject({ id: 'a', goneAt: null })
    expect(await later(14 * 60)).toBe(0)
    answers = () => ({ body: rss('a') })
    expect(await later(2 * 60)).toBe(1)
    expect(await last()).toMatchObject({ state: 'done' })
  })

  it('that fails in a way nobody expected is put off like any other, and said so', async () => {
    Object.assign(context, { fetch: () => Promise.reject(new Error('the disk is full')) })
    await put(google())
    await later(10)
    expect(await last()).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('the disk is full'),
    })
    expect(await later(14 * 60)).toBe(0)
    expect(await later(2 * 60)).toBe(1)
  })

  it('is fetched through the guard alone', async () => {
    const asks = vi.fn<TestContext['fetch']>(async () => fail('address_refused'))
    Object.assign(context, { fetch: asks })
    await put(google({ url: 'https://169.254.169.254/latest' }))
    await later(10)
    expect(asks).toHaveBeenCalledTimes(1)
    expect(await last()).toMatchObject({ state: 'failed', error: expect.stringContaining('address_refused') })
  })

  it('may need a name and a password, which nobody reads again', async () => {
    answers = ({ headers }) =>
      headers.authorization === `Basic ${Buffer.from('shop:geheim').toString('base64')}`
        ? { body: rss('a') }
        : { status: 401 }
    const written = await put(google({ credentials: { user: 'shop', password: 'geheim' } }))
    expect(await written.text()).not.toContain('geheim')
    await put(google({ everyMinutes: 60 }))
    await later(10)
    expect(await last()).toMatchObject({ state: 'done' })
    const rows = await database.superuser.sql`select * from product_feeds where shop_id = ${shop.id}`
    expect(JSON.stringify(rows)).not.toContain('geheim')
    const list = await (await FEEDS(request('GET'), none)).json()
    expect(list).toMatchObject({ feeds: [{ name: 'merchant', hasCredentials: true }] })
    expect(JSON.stringify(list)).not.toContain('geheim')
    await put(google({ credentials: null }))
    await later(10)
    expect(await last()).toMatchObject({ state: 'failed', error: expect.stringContaining('401') })
  })

  it('goes with what it told when it is taken away', async () => {
    answers = () => ({ body: rss('a') })
    await put(google())
    await later(10)
    expect((await DELETE(request('DELETE'), named())).status).toBe(204)
    expect(await productsOf(context, shop)).toMatchObject([{ inStock: false, goneAt: expect.any(String) }])
    await expectProblem(await DELETE(request('DELETE'), named()), 404)
    expect(await later(DAY)).toBe(0)
  })

  it('is read once although two find it due', async () => {
    answers = () => ({ body: rss('a') })
    await put(google())
    context.pass(10)
    await Promise.all([sweepFeeds(context), sweepFeeds(context)])
    expect(asked).toHaveLength(1)
  })

  it('that a crash interrupted is read again after an hour, and its report says so', async () => {
    answers = () => ({ body: rss('a') })
    await put(google())
    const broken = { ...context, fetch: () => new Promise<never>(() => undefined) }
    context.pass(10)
    void sweepFeeds(broken)
    await vi.waitFor(async () => expect(await last()).toMatchObject({ state: 'running' }))
    await expectProblem(await IMPORT(request('POST'), named()), 409)
    expect(await later(HOUR / 2)).toBe(0)
    expect(await later(HOUR)).toBe(1)
    expect(await reports()).toMatchObject([
      { state: 'done' },
      { state: 'failed', error: 'it was interrupted' },
    ])
  })

  it('keeps twenty reports', async () => {
    answers = () => ({ body: rss('a') })
    await put(google({ everyMinutes: 60 }))
    for (let times = 0; times < 23; times++) await later(2 * HOUR)
    expect(await reports()).toHaveLength(20)
    const other = await IMPORTS(request('GET', undefined, '?source=other'), none)
    expect(await other.json()).toEqual({ imports: [] })
  })

  it.each([
    ['a kind that is none', { kind: 'ebay' }, '/kind'],
    ['an address that is none', { url: 'ftp://shop.example/feed' }, '/url'],
    ['every minute', { everyMinutes: 1 }, '/everyMinutes'],
    ['an unknown field', { colour: 'red' }, '/colour'],
    ['a shop of Shopify’s without a currency', { kind: 'shopify' }, '/currency'],
    ['a name with a colon', { credentials: { user: 'a:b', password: 'c' } }, '/credentials/user'],
  ])('is refused with %s', async (_what, more, pointer) => {
    const answer = await put(google(more))
    expect(answer.status).toBe(422)
    expect((await answer.json()).errors).toMatchObject([{ pointer }])
  })

  it('has a name that can stand in an address and is nobody else’s', async () => {
    for (const name of ['api', 'file', 'Ein Feed', '-a', 'a'.repeat(51)])
      await expectProblem(await put(google(), name), 404)
  })
})

describe('a Shopify storefront', () => {
  const wait = vi.fn(async () => undefined)
  const read = async () => {
    const [feed] = await database.superuser.sql<{ id: string }[]>`
      select id from product_feeds where shop_id = ${shop.id}`
    context.pass(10)
    await runFeed(context, shop.id, feed?.id ?? '', wait)
  }
  beforeEach(async () => {
    wait.mockClear()
    await put({ kind: 'shopify', url: server.origin, currency: 'EUR' }, 'store')
  })

  it('is read page by page until one is empty', async () => {
    const page = fixture('shopify.products.json')
    answers = ({ url }) => ({ body: url?.includes('page=1') ? page : '{"products":[]}' })
    await read()
    expect(asked.map(({ url }) => url)).toEqual([
      '/products.json?limit=250&page=1',
      '/products.json?limit=250&page=2',
    ])
    expect(await productsOf(context, shop)).toMatchObject([
      { id: '8125390094591', price: 3490, priceBefore: 4490, source: 'store' },
    ])
    expect(await last()).toMatchObject({ read: 2, new: 2 })
  })

  it('that is busy is asked again; that stays so takes nothing away', async () => {
    const page = fixture('shopify.products.json')
    let busy = 2
    answers = ({ url }) =>
      busy-- > 0
        ? { status: 429, headers: { 'retry-after': '4' } }
        : { body: url?.includes('page=1') ? page : '{"products":[]}' }
    await read()
    expect(wait.mock.calls).toEqual([[4000], [4000]])
    expect(await last()).toMatchObject({ state: 'done', read: 2 })
    context.pass(DAY)
    answers = ({ url }) => (url?.includes('page=1') ? { body: page } : { status: 503 })
    await read()
    expect(await last()).toMatchObject({ state: 'failed', error: 'page 2: the address answers 503', gone: 0 })
    context.pass(DAY)
    answers = () => ({ body: '<html>password</html>' })
    await read()
    expect(await last()).toMatchObject({
      state: 'failed',
      error: expect.stringMatching(/^page 1: is no JSON/),
    })
    expect((await productsOf(context, shop))[0]).toMatchObject({ goneAt: null })
  })
})

describe('a WooCommerce shop', () => {
  it('is read by its REST API: published products, and the variations of those that have some', async () => {
    answers = ({ url, headers }) => {
      if (headers.authorization !== `Basic ${Buffer.from('ck_1:cs_1').toString('base64')}`)
        return { status: 401 }
      const { pathname } = new URL(url ?? '', 'http://shop.test')
      if (pathname === '/wp-json/wc/v3/products')
        return { body: fixture('woocommerce.products.json'), headers: { 'x-wp-totalpages': '1' } }
      if (pathname === '/wp-json/wc/v3/products/800/variations')
        return { body: fixture('woocommerce.variations.json') }
      return { status: 404 }
    }
    await put(
      {
        kind: 'woocommerce',
        url: `${server.origin}/`,
        currency: 'EUR',
        credentials: { user: 'ck_1', password: 'cs_1' },
      },
      'woo',
    )
    await later(10)
    expect(asked.map(({ url }) => url)).toEqual([
      '/wp-json/wc/v3/products?status=publish&orderby=id&order=asc&per_page=100&page=1',
      '/wp-json/wc/v3/products/800/variations?per_page=100&page=1',
    ])
    expect(await last()).toMatchObject({
      state: 'done',
      read: 4,
      new: 3,
      refused: 1,
      refusals: [{ id: '811', place: 'products page 1, 4' }],
    })
    expect(await productsOf(context, shop)).toMatchObject([
      { id: '794', price: 2990, priceBefore: 3990 },
      { id: '800', price: 9900, url: 'https://shop.example.org/produkt/loden/?attribute_pa_size=m' },
    ])
  })
})
