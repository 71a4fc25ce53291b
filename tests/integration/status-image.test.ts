import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { GET } from '@/app/img/[token]/status.png/route'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { order, parcelUpdate, post, putOrder, scan } from '@/tests/support/post'

vi.mock('next/server', () => import('@/tests/support/after'))

let database: TestDatabase
let context: TestContext
let shop: TestShop
let token: string

const ask = (of: string, query = '', headers: Record<string, string> = {}) =>
  GET(new Request(`https://orders.example/img/${of}/status.png${query}`, { headers }), {
    params: Promise.resolve({ token: of }),
  })

const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer())

beforeAll(async () => {
  database = await createTestDatabase()
  context = testContext(database)
  useContext(context, database)
  shop = await addShop(context, { name: 'Alpenglück 🏔️ 山' })
  const created = await putOrder(
    shop,
    'AG-1',
    order({ locale: 'de', parcels: [{ carrier: 'dhl', number: 'P1' }] }),
  )
  const body: { links: { order: string } } = await created.json()
  token = body.links.order.split('/').at(-1) ?? ''
  await post(
    context,
    shop,
    'standard',
    parcelUpdate({
      number: 'P1',
      scans: [scan('2026-11-20T10:00:00+01:00', 'in_transit.arrived')],
      window: { earliest: '2026-11-21', latest: '2026-11-22' },
    }),
  )
})
afterAll(() => database.drop())

describe('an order’s picture', () => {
  it('is a PNG of 1200 by 600 below 60 KB that nobody keeps as fresh, and any page may show', async () => {
    const response = await ask(token)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(response.headers.get('cache-control')).toBe('no-cache, max-age=0')
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(response.headers.get('set-cookie')).toBeNull()
    const png = await bytes(response)
    expect(png.length).toBeLessThan(60_000)
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 600 })
  })

  it('stays the same bytes and is not sent again while nothing changes', async () => {
    const [first, second] = await Promise.all([ask(token), ask(token)])
    expect((await bytes(first)).equals(await bytes(second))).toBe(true)
    const etag = first.headers.get('etag') ?? ''
    const again = await ask(token, '', { 'if-none-match': etag })
    expect([again.status, again.headers.get('etag')]).toEqual([304, etag])
    expect((await bytes(again)).length).toBe(0)
  })

  it('speaks the order’s language, or the one that is asked for where the shop speaks it', async () => {
    const own = await ask(token)
    const german = await ask(token, '?locale=de')
    const english = await ask(token, '?locale=en')
    const unknown = await ask(token, '?locale=fr')
    expect(german.headers.get('etag')).toBe(own.headers.get('etag'))
    expect(unknown.headers.get('etag')).toBe(own.headers.get('etag'))
    expect(english.headers.get('etag')).not.toBe(own.headers.get('etag'))
    expect((await bytes(english)).equals(await bytes(own))).toBe(false)
  })

  it('is another one once the parcel moves, and once its words change with the day', async () => {
    const before = await ask(token)
    const held = { 'if-none-match': before.headers.get('etag') ?? '' }
    await post(
      context,
      shop,
      'standard',
      parcelUpdate({
        number: 'P1',
        scans: [scan('2026-11-20T12:30:00+01:00', 'out_for_delivery.on_vehicle')],
      }),
    )
    const moved = await ask(token, '', held)
    expect(moved.status).toBe(200)
    expect((await bytes(moved)).equals(await bytes(before))).toBe(false)
    const tonight = { 'if-none-match': moved.headers.get('etag') ?? '' }
    expect((await ask(token, '', tonight)).status).toBe(304)
    context.pass(86_400)
    expect((await ask(token, '', tonight)).status).toBe(200)
  })
})

describe('a link that opens nothing', () => {
  it('gets a neutral picture: the same for noise, for an unknown shop and for a wrong link of a known one', async () => {
    const wrong = `${shop.shop.key}.AAAAAAAAAAAAAAAAAAAAAA`
    const answers = await Promise.all(['noise', 'nobody.AAAAAAAAAAAAAAAAAAAAAA', wrong].map((of) => ask(of)))
    const [first, ...others] = await Promise.all(answers.map(bytes))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    for (const other of others) expect(first && other.equals(first)).toBe(true)
    expect(await sharp(first).metadata()).toMatchObject({ format: 'png', width: 1200, height: 600 })
    expect(first?.equals(await bytes(await ask(token)))).toBe(false)
  })

  it('gets it even while the database is away', async () => {
    const opening = Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }))
    opening.catch(() => {})
    globalThis.doorstepConnection = { opening, open: null }
    const response = await ask(token)
    useContext(context, database)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect((await bytes(response)).equals(await bytes(await ask('noise')))).toBe(true)
  })
})
