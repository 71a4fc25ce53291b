import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { PUT as PICK } from '@/app/api/v1/picked-products/route'
import { DELETE } from '@/app/api/v1/products/[product]/route'
import { GET, PUT } from '@/app/api/v1/products/route'
import { POST } from '@/app/api/webhooks/[provider]/[endpoint]/route'
import { feedBodySchema } from '@/lib/catalogue/feed-body'
import { shopifyWebhook } from '@/lib/catalogue/shopify/shopify-webhook'
import { SourceError } from '@/lib/catalogue/source-error'
import { importEntries } from '@/lib/services/catalogue/import-entries'
import { readGoogleFeed } from '@/lib/services/catalogue/read-google-feed'
import { writeFeed } from '@/lib/services/catalogue/write-feed'
import { replay } from '@/lib/services/replay'
import { sweep } from '@/lib/services/sweep'
import { mediaId } from '@/lib/shops/media-id'
import { signFor, TEST_SECRET } from '@/tests/fixtures/sign'
import { runAfter } from '@/tests/support/after'
import { entriesOf, item, itemsOf, productsOf } from '@/tests/support/catalogue'
import {
  addEndpoint,
  addShop,
  type TestContext,
  type TestShop,
  testContext,
  useContext,
} from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { expectProblem } from '@/tests/support/expect-problem'

vi.mock('next/server', () => import('@/tests/support/after'))

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
  shop = await addShop(context, {}, [])
})

type Listed = Parameters<typeof entriesOf>[0]

const load = (list: Listed, { full = true, source = 'merchant' } = {}) => {
  context.pass(60)
  return importEntries(context, shop.id, { source, full }, entriesOf(list))
}
const request = (method: string, body?: unknown, query = '') =>
  new Request(`http://doorstep.test/${query}`, {
    method,
    headers: { authorization: `Bearer ${shop.apiKey}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
const none = { params: Promise.resolve({}) }
const put = (products: unknown) => PUT(request('PUT', { products }), none)
const told = (id: string, more: object = {}) => ({
  id,
  title: `Product ${id}`,
  url: `https://shop.example/p/${id}`,
  currency: 'EUR',
  price: 1000,
  ...more,
})

describe('an import', () => {
  it('tells what is new, changed, as it was, gone and refused', async () => {
    const first = await load([item('a'), item('b'), item('c')])
    expect(first).toMatchObject({ error: null, report: { read: 3, new: 3, changed: 0, gone: 0, refused: 0 } })
    const second = await load([
      item('a'),
      item('b', { price: 900 }),
      item('d'),
      { id: 'x', why: 'price: is missing' },
    ])
    expect(second.report).toEqual({
      read: 4,
      new: 1,
      changed: 1,
      unchanged: 1,
      gone: 1,
      refused: 1,
      refusals: [{ place: 'line 4', id: 'x', why: 'price: is missing' }],
    })
    expect(await productsOf(context, shop)).toMatchObject([
      { id: 'a', goneAt: null },
      { id: 'b', price: 900 },
      { id: 'c', inStock: false, goneAt: expect.any(String), title: 'Product c' },
      { id: 'd' },
    ])
  })

  it('of the same once more changes nothing', async () => {
    await load([item('a'), item('b')])
    const [before] = await productsOf(context, shop)
    expect((await load([item('a'), item('b')])).report).toMatchObject({ unchanged: 2, new: 0, gone: 0 })
    const [after] = await productsOf(context, shop)
    expect(after).toEqual(before)
  })

  it('shows the variants of a product as one, wherever in the feed they stand', async () => {
    const many = Array.from({ length: 1100 }, (_, index) => item(`n${index}`))
    await load([
      item('m', { product: 'P', price: 1200, image: 'https://shop.example/m.jpg' }),
      ...many,
      item('l', { product: 'P', price: 900, inStock: false }),
    ])
    const [product] = (await productsOf(context, shop)).filter(({ id }) => id === 'P')
    expect(product).toMatchObject({ title: 'Product m', price: 1200, inStock: true })
    expect(await database.superuser.sql`select media_id from products where key = 'P'`).toMatchObject([
      { media_id: mediaId('https://shop.example/m.jpg') },
    ])
    await load([item('l', { product: 'P', price: 900 })], { full: false })
    const [cheaper] = (await productsOf(context, shop)).filter(({ id }) => id === 'P')
    expect(cheaper).toMatchObject({ title: 'Product l', price: 900 })
  })

  it('moves a variant from one product to another, and forgets neither', async () => {
    await load([item('a', { product: 'P' }), item('b', { product: 'P', price: 2000 })])
    await load([item('a', { product: 'Q' })], { full: false })
    expect(await productsOf(context, shop)).toMatchObject([
      { id: 'P', title: 'Product b', price: 2000 },
      { id: 'Q', title: 'Product a' },
    ])
    await load([item('b', { product: 'Q' })], { full: false })
    expect(await productsOf(context, shop)).toMatchObject([{ id: 'P', inStock: false }, { id: 'Q' }])
  })

  it('takes nothing away that is only named badly, told in part, or cut off', async () => {
    await load([item('a'), item('b')])
    expect((await load([item('a'), { id: 'b', why: 'price: is missing' }])).report).toMatchObject({ gone: 0 })
    expect((await load([item('a')], { full: false })).report).toMatchObject({ gone: 0 })
    context.pass(60)
    const cutOff = async function* () {
      yield* entriesOf([item('a', { price: 1 })])
      throw new SourceError('line 9: unclosed tag: rss')
    }
    const broken = await importEntries(context, shop.id, { source: 'merchant', full: true }, cutOff())
    expect(broken).toMatchObject({ error: 'line 9: unclosed tag: rss', report: { changed: 1, gone: 0 } })
    expect(await load([])).toMatchObject({ error: expect.stringContaining('no item'), report: { gone: 0 } })
    expect(await load([{ id: 'a', why: 'x' }])).toMatchObject({
      error: expect.any(String),
      report: { gone: 0 },
    })
    expect((await productsOf(context, shop)).map(({ goneAt }) => goneAt)).toEqual([null, null])
  })

  it('brings back what is told again, under the id that it had', async () => {
    await load([item('a'), item('b')])
    const ids = () => database.superuser.sql`select id from products where shop_id = ${shop.id} order by key`
    const before = await ids()
    await load([item('a')])
    expect((await load([item('a'), item('b')])).report).toMatchObject({ changed: 1, unchanged: 1 })
    expect(await ids()).toEqual(before)
    expect(await productsOf(context, shop)).toMatchObject([{}, { id: 'b', goneAt: null, inStock: true }])
  })

  it('takes away only what its own source told', async () => {
    await load([item('a')], { source: 'one' })
    await load([item('b')], { source: 'two' })
    expect((await load([item('c')], { source: 'one' })).report).toMatchObject({ gone: 1 })
    expect(await productsOf(context, shop)).toMatchObject([
      { id: 'a', goneAt: expect.any(String) },
      { id: 'b', goneAt: null },
      { id: 'c', goneAt: null },
    ])
  })

  it('takes the first of an id that stands there twice, near or far', async () => {
    const many = Array.from({ length: 700 }, (_, index) => item(`n${index}`))
    const { report } = await load([
      item('a', { price: 1 }),
      item('a', { price: 2 }),
      ...many,
      item('a', { price: 3 }),
    ])
    expect(report).toMatchObject({
      read: 703,
      new: 701,
      refused: 2,
      refusals: [
        { place: 'line 2', id: 'a' },
        { place: 'line 703', id: 'a' },
      ],
    })
    expect((await productsOf(context, shop)).find(({ id }) => id === 'a')).toMatchObject({ price: 1 })
  })

  it('reports a reason that was cut within a character', async () => {
    const why = `price: ${'x'.repeat(292)}🎒`
    const { report } = await load([item('a'), { id: '🎒'.repeat(200), why }])
    expect(report.refusals[0]?.why).toBe(`${why.slice(0, 299)}\ufffd`)
    expect(report.refusals[0]?.id).toHaveLength(300)
  })

  it('names a hundred refusals and counts the others', async () => {
    const bad = Array.from({ length: 250 }, (_, index) => ({ id: `${index}`, why: 'price: is missing' }))
    const { report } = await load([...bad, item('a')])
    expect(report.refused).toBe(250)
    expect(report.refusals).toHaveLength(100)
  })

  it('leaves alone what was told as of later than its own beginning', async () => {
    const slow = async function* () {
      context.pass(10)
      await put([told('a', { price: 500 })])
      yield* entriesOf([item('a', { price: 1000 })])
    }
    await importEntries(context, shop.id, { source: 'merchant', full: true }, slow())
    expect(await productsOf(context, shop)).toMatchObject([{ id: 'a', price: 500, source: 'api' }])
  })

  it('counts every variant although several write at once', async () => {
    const colours = Array.from({ length: 8 }, (_, index) =>
      item(`v${index}`, { product: 'P', price: 1000 - index }),
    )
    await Promise.all(
      colours.map((one, index) =>
        importEntries(context, shop.id, { source: `s${index}`, full: false }, entriesOf([one])),
      ),
    )
    expect(await productsOf(context, shop)).toMatchObject([{ id: 'P', price: 993, title: 'Product v7' }])
    expect(await itemsOf(context, shop)).toHaveLength(8)
  })

  it('of a feed’s bytes writes what can be used and names what can’t', async () => {
    const feed =
      'id,title,link,price,availability\nA,Hut,https://shop.example/a,"19,90 EUR",in stock\nB,Schal,https://shop.example/b,free,in stock\n'
    const entries = readGoogleFeed(Readable.from([Buffer.from(feed)]), {
      currency: null,
      sku: 'id',
      now: context.now(),
    })
    const { report } = await importEntries(context, shop.id, { source: 'file', full: true }, entries)
    expect(report).toMatchObject({ read: 2, new: 1, refused: 1, refusals: [{ place: 'line 3', id: 'B' }] })
    expect(await productsOf(context, shop)).toMatchObject([{ id: 'A', price: 1990 }])
  })
})

describe('PUT /api/v1/products', () => {
  it('writes products by id; those left out stay as they are', async () => {
    const answer = await put([
      told('a'),
      told('b', { product: 'P', tags: ['new'], image: 'https://shop.example/b.jpg' }),
    ])
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ new: 2, changed: 0, unchanged: 0 })
    context.pass(1)
    expect(await (await put([told('a', { price: 900 })])).json()).toEqual({
      new: 0,
      changed: 1,
      unchanged: 0,
    })
    context.pass(1)
    expect(await (await put([told('a', { price: 900 })])).json()).toEqual({
      new: 0,
      changed: 0,
      unchanged: 1,
    })
    expect(await itemsOf(context, shop)).toMatchObject([
      { key: 'a', product: 'a', sku: 'a', price: 900 },
      { key: 'b', product: 'P', tags: ['new'] },
    ])
  })

  it.each([
    ['an unknown field', told('a', { colour: 'red' }), '/products/0/colour'],
    ['a price that is no whole number', told('a', { price: 9.9 }), '/products/0/price'],
    ['a page that is no web address', told('a', { url: 'javascript:alert(1)' }), '/products/0/url'],
    ['a price before that is none', told('a', { priceBefore: 1000 }), '/products/0/priceBefore'],
    ['a currency that is none', told('a', { currency: 'euro' }), '/products/0/currency'],
    ['a product without a title', told('a', { title: ' ' }), '/products/0/title'],
  ])('refuses %s by its place, and writes nothing', async (_what, product, pointer) => {
    const answer = await put([product, told('b')])
    expect(answer.status).toBe(422)
    expect((await answer.json()).errors).toMatchObject([{ pointer }])
    expect(await productsOf(context, shop)).toEqual([])
  })

  it('takes a thousand at once, each id once', async () => {
    expect((await put(Array.from({ length: 1000 }, (_, index) => told(`${index}`)))).status).toBe(200)
    await expectProblem(await put(Array.from({ length: 1001 }, (_, index) => told(`${index}`))), 422)
    await expectProblem(await put([]), 422)
    const twice = await put([told('a'), told('a')])
    expect((await twice.json()).errors).toMatchObject([{ pointer: '/products/1/id' }])
  })

  it('lists them page by page, and takes one out', async () => {
    await put([told('a'), told('b'), told('c')])
    const page = async (query: string) => (await GET(request('GET', undefined, query), none)).json()
    const first = await page('?limit=2')
    expect(first).toMatchObject({ products: [{ id: 'a' }, { id: 'b' }], next: 'b' })
    expect(await page('?limit=2&after=b')).toMatchObject({ products: [{ id: 'c' }], next: null })
    await expectProblem(await GET(request('GET', undefined, '?limit=x'), none), 400)
    const remove = (product: string) => DELETE(request('DELETE'), { params: Promise.resolve({ product }) })
    expect((await remove('b')).status).toBe(204)
    await expectProblem(await remove('b'), 404)
    expect((await productsOf(context, shop))[1]).toMatchObject({ id: 'b', inStock: false })
  })

  it('shows no shop another shop’s', async () => {
    const other = await addShop(context, {}, [])
    await put([told('a')])
    expect(await productsOf(context, other)).toEqual([])
  })
})

describe('PUT /api/v1/picked-products', () => {
  const pick = (products: unknown) => PICK(request('PUT', { products }), none)
  const picked = async () =>
    (await productsOf(context, shop)).flatMap(({ id, picked }) => (picked === null ? [] : [[picked, id]]))

  it('replaces the list, in its order, and an import leaves it alone', async () => {
    await load([item('a'), item('b'), item('c')])
    expect((await pick(['c', 'a'])).status).toBe(200)
    expect(await picked()).toEqual([
      [1, 'a'],
      [0, 'c'],
    ])
    await load([item('a', { price: 1 }), item('b'), item('c')])
    expect(await picked()).toHaveLength(2)
    await pick(['a', 'b'])
    expect(await picked()).toEqual([
      [0, 'a'],
      [1, 'b'],
    ])
    await pick([])
    expect(await picked()).toEqual([])
  })

  it('names what isn’t sold', async () => {
    await load([item('a')])
    const answer = await pick(['a', 'x'])
    expect(answer.status).toBe(422)
    expect((await answer.json()).errors).toMatchObject([{ pointer: '/products/1', code: 'unknown_product' }])
    await expectProblem(await pick(['a', 'a']), 422)
    expect(await picked()).toEqual([])
  })
})

describe('Shopify’s webhooks', () => {
  let endpoint: string
  let count = 0
  const feed = () =>
    writeFeed(
      context,
      shop.id,
      'shopify',
      feedBodySchema.parse({ kind: 'shopify', url: 'https://shop.example', currency: 'EUR' }),
    )
  const variant = (id: number, more: object = {}) => ({
    id,
    sku: `S${id}`,
    price: '10.00',
    inventory_quantity: 5,
    ...more,
  })
  const product = (id: number, variants: object[], more: object = {}) => ({
    id,
    title: `Shirt ${id}`,
    handle: `shirt-${id}`,
    status: 'active',
    published_at: '2026-01-01T00:00:00Z',
    updated_at: context.now().toISOString(),
    variants,
    ...more,
  })
  const hook = async (topic: string, body: object) => {
    const bytes = new TextEncoder().encode(JSON.stringify(body))
    const headers = signFor(shopifyWebhook.signature, bytes, { now: context.now() })
    headers.set('x-shopify-topic', topic)
    headers.set('x-shopify-webhook-id', `hook-${count++}`)
    const answer = await POST(
      new Request('http://doorstep.test/', { method: 'POST', headers, body: bytes }),
      {
        params: Promise.resolve({ provider: 'shopify', endpoint }),
      },
    )
    await runAfter()
    return answer
  }
  const update = (body: object) => hook('products/update', body)
  beforeEach(async () => {
    endpoint = await addEndpoint(context, shop.id, { provider: 'shopify', secrets: [TEST_SECRET] })
  })

  it('write a product, its variants, and what is gone of it', async () => {
    await feed()
    expect((await update(product(1, [variant(11), variant(12, { price: '8.00' })]))).status).toBe(200)
    expect(await productsOf(context, shop)).toMatchObject([
      { id: '1', price: 800, url: 'https://shop.example/products/shirt-1?variant=12', source: 'shopify' },
    ])
    context.pass(60)
    await update(product(1, [variant(11)]))
    expect(await productsOf(context, shop)).toMatchObject([{ price: 1000 }])
    context.pass(60)
    await hook('products/delete', { id: 1 })
    expect(await productsOf(context, shop)).toMatchObject([{ inStock: false, goneAt: expect.any(String) }])
    context.pass(60)
    await update(product(1, [variant(11)]))
    expect(await productsOf(context, shop)).toMatchObject([{ inStock: true, goneAt: null }])
  })

  it('that come late or again change nothing that is newer', async () => {
    await feed()
    const old = product(1, [variant(11, { price: '5.00' }), variant(12)])
    context.pass(60)
    await update(product(1, [variant(11, { price: '7.00' })]))
    context.pass(60)
    await update(old)
    expect(await itemsOf(context, shop)).toMatchObject([{ key: '11', price: 700 }])
    expect(await replay(context, shop.id, {})).toMatchObject({ processed: 2, failed: 0 })
    expect(await itemsOf(context, shop)).toMatchObject([{ key: '11', price: 700 }])
  })

  it('keep variants that the body leaves out although they are sold', async () => {
    await feed()
    await update(product(1, [variant(11), variant(12)]))
    context.pass(60)
    await update(
      product(1, [variant(11)], {
        variant_gids: [11, 12].map((id) => ({ admin_graphql_api_id: `gid://shopify/ProductVariant/${id}` })),
      }),
    )
    expect((await itemsOf(context, shop)).map(({ goneAt }) => goneAt)).toEqual([null, null])
  })

  it('are kept while nothing says where the storefront is, and read by a replay', async () => {
    expect((await update(product(1, [variant(11)]))).status).toBe(200)
    expect(await productsOf(context, shop)).toEqual([])
    await feed()
    expect(await replay(context, shop.id, {})).toMatchObject({ processed: 1 })
    expect(await productsOf(context, shop)).toMatchObject([{ id: '1' }])
    await sweep(context)
  })

  it('are refused with a wrong signature', async () => {
    const body = new TextEncoder().encode('{"id":1}')
    const headers = signFor(shopifyWebhook.signature, body, { now: context.now(), secret: 'another' })
    const answer = await POST(new Request('http://doorstep.test/', { method: 'POST', headers, body }), {
      params: Promise.resolve({ provider: 'shopify', endpoint }),
    })
    expect(answer.status).toBe(401)
  })
})
