import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { GET as readResults } from '@/app/api/v1/slots/[slot]/results/route'
import { withShop } from '@/db/with-shop'
import { newId } from '@/lib/core/ids'
import { goLink } from '@/lib/measuring/go-link'
import { sourceToken } from '@/lib/measuring/source'
import { countHarm } from '@/lib/services/measuring/count-harm'
import { noteSlots, writeSlotCounts } from '@/lib/services/measuring/note-slots'
import { type RunningTest, stopHarmfulVariants } from '@/lib/services/measuring/stop-harmful-variants'
import { askConsent } from '@/tests/support/consent-routes'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { order, putOrder } from '@/tests/support/post'
import { CAP_BACK, returnScene } from '@/tests/support/return-scene'
import { ask } from '@/tests/support/returns-api'

vi.mock('next/server', () => import('@/tests/support/after'))

const SOURCE = { slot: 'cross-sell', variant: 'a' }
const HOME = 'https://shop.alpenglueck.example/'

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
  shop = await addShop(context, { homeUrl: HOME, timeZone: 'Europe/Berlin' }, [])
})

const linkTo = (target: string, source = SOURCE): string => {
  const place = {
    keyring: context.keyring,
    shop: shop.shop,
    locale: 'de',
    stand: { kind: 'hosted', slug: shop.shop.slug },
  } as const
  return goLink(place, source, target)
}
const click = async (link: string, init: RequestInit = {}): Promise<Response> => {
  const answer = await askConsent(link, init)
  if (!answer) throw new Error(`nobody answers ${link}`)
  return answer
}
const counts = async () => {
  await writeSlotCounts(context)
  const rows = await database.superuser
    .sql`select * from slot_counts where shop_id = ${shop.id} order by slot, variant, day`
  return rows.map(({ slot, variant, views, clicks }) => [slot, variant, Number(views), Number(clicks)])
}
const results = async (query = '?since=2026-11-01') => {
  const answer = await readResults(
    new Request(`http://doorstep.test/${query}`, { headers: { authorization: `Bearer ${shop.apiKey}` } }),
    { params: Promise.resolve({ slot: 'cross-sell' }) },
  )
  return { status: answer.status, body: await answer.json() }
}

describe('a click', () => {
  it('leads to the shop’s page, is counted, and sets nothing', async () => {
    const answer = await click(linkTo(`${HOME}p/1?size=M`))
    expect(answer.status).toBe(307)
    expect(answer.headers.get('location')).toBe(
      `${HOME}p/1?size=M&doorstep=${sourceToken(context.keyring, shop.id, SOURCE)}`,
    )
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(await counts()).toEqual([['cross-sell', 'a', 0, 1]])
  })

  it('that is none isn’t counted: fetched ahead, or at an address nobody was given', async () => {
    await click(linkTo(`${HOME}p/1`), { headers: { 'sec-purpose': 'prefetch;prerender' } })
    const forged = await click(linkTo(`${HOME}p/1`).replace('cross-sell', 'other'))
    expect(forged.status).toBe(404)
    const away = await click(`/${shop.shop.slug}/de/go/cross-sell?to=https%3A%2F%2Fevil.example%2F&v=a&s=0`)
    expect([away.status, away.headers.get('location')]).toEqual([404, null])
    expect(await counts()).toEqual([])
  })

  it('and a view are sums by day in the shop’s zone, whatever process they were noted in', async () => {
    noteSlots(context, shop.shop, 'views', [SOURCE, { ...SOURCE, variant: 'b' }])
    noteSlots(context, shop.shop, 'views', [SOURCE])
    expect(await counts()).toEqual([
      ['cross-sell', 'a', 2, 0],
      ['cross-sell', 'b', 1, 0],
    ])
    noteSlots(context, shop.shop, 'clicks', [SOURCE])
    context.pass(11 * 3600 + 1)
    noteSlots(context, shop.shop, 'views', [SOURCE])
    expect(await counts()).toEqual([
      ['cross-sell', 'a', 2, 1],
      ['cross-sell', 'a', 1, 0],
      ['cross-sell', 'b', 1, 0],
    ])
  })

  it('waits for a database that is away', async () => {
    noteSlots(context, shop.shop, 'clicks', [SOURCE])
    const away = {
      ...context,
      db: new Proxy(context.db, { get: () => () => Promise.reject(new Error('away')) }),
    }
    await writeSlotCounts(away)
    expect(await counts()).toEqual([['cross-sell', 'a', 0, 1]])
  })
})

describe('an order', () => {
  const token = (variant = 'a') => sourceToken(context.keyring, shop.id, { ...SOURCE, variant })
  const lines = [{ id: '1', title: 'Mütze', quantity: 2, unitPrice: 3900, discount: 300 }]

  it('is the slot’s whose token it brings, with what was paid, and follows what the shop says later', async () => {
    await putOrder(
      shop,
      'AG-1',
      order({ sourceToken: token(), lines, discounts: [{ code: 'X', amount: 500 }] }),
    )
    await putOrder(shop, 'AG-2', order({ sourceToken: 'spring-mail' }))
    await putOrder(shop, 'AG-3', order({ sourceToken: token().replace(/.$/, 'g') }))
    expect((await results()).body.variants).toMatchObject([{ variant: 'a', orders: 1, value: { EUR: 7000 } }])
    await putOrder(shop, 'AG-1', order({ sourceToken: token('b'), lines }))
    expect((await results()).body.variants).toMatchObject([{ variant: 'b', orders: 1, value: { EUR: 7500 } }])
    await putOrder(shop, 'AG-1', order({ lines }))
    expect((await results()).body.variants).toEqual([])
  })

  it('of another shop’s slot is nobody’s', async () => {
    const other = await addShop(context, {}, [])
    await putOrder(other, 'AG-1', order({ sourceToken: token() }))
    const rows = await database.superuser.sql`select 1 from conversions where shop_id = ${other.id}`
    expect(rows).toHaveLength(0)
  })
})

describe('results', () => {
  it('say plainly when they can’t tell, and who is better when they can', async () => {
    const note = (what: 'views' | 'clicks', variant: string, times: number) =>
      noteSlots(
        context,
        shop.shop,
        what,
        Array.from({ length: times }, () => ({ ...SOURCE, variant })),
      )
    note('views', 'a', 90)
    note('views', 'b', 90)
    note('clicks', 'b', 30)
    expect((await results()).body.variants[1]).toMatchObject({ variant: 'b', verdict: 'not_enough_data' })
    note('views', 'a', 3000)
    note('views', 'b', 3000)
    note('clicks', 'a', 120)
    note('clicks', 'b', 300)
    const { body } = await results()
    expect(body.variants[0]).toMatchObject({ variant: 'a', difference: null, verdict: null, stopped: null })
    expect(body.variants[1]).toMatchObject({ variant: 'b', views: 3090, clicks: 330, verdict: 'better' })
    expect((await results('?since=2026-11-21')).body.variants).toEqual([])
    expect((await results('?since=yesterday')).status).toBe(400)
  })
})

describe('the harm limit', () => {
  /** As many orders an arm, each by its id's last digit; `complaints` of them are marked by the help desk. */
  async function sell(orders: number, complaints: Record<'a' | 'b', number>): Promise<RunningTest> {
    const given = new Map<string, string>()
    const rows = (['a', 'b'] as const).flatMap((variant) =>
      Array.from({ length: orders }, (_, index) => {
        const id = newId()
        given.set(id, variant)
        return { id, tags: index < complaints[variant] ? ['complaint'] : [] }
      }),
    )
    await database.superuser.sql`
      insert into orders (shop_id, id, number, number_key, placed_at, currency, discounts, tags, customer_tags, version, created_at, updated_at)
      select ${shop.id}, (r->>'id')::uuid, r->>'id', r->>'id', '2026-11-15', 'EUR', '[]', r->'tags', '[]', 1, now(), now()
      from jsonb_array_elements(${JSON.stringify(rows)}::text::jsonb) r`
    return {
      slot: 'cross-sell',
      since: new Date('2026-11-14T00:00:00Z'),
      variants: ['a', 'b'],
      variantOf: (id) => given.get(id) ?? null,
      limits: { returns: 0.02, complaints: 0.02 },
    }
  }
  const stop = (test: RunningTest) =>
    withShop(context.db, shop.id, (tx) => stopHarmfulVariants(tx, shop.id, test, context.now()))
  const told = () =>
    database.superuser
      .sql`select payload from outbox where shop_id = ${shop.id} and milestone = 'variant_stopped'`

  it('stops a wording that people complain about, once, and tells the merchant', async () => {
    const test = await sell(400, { a: 20, b: 70 })
    expect(await stop(test)).toEqual(['b'])
    expect(await stop(test)).toEqual([])
    expect((await told()).map(({ payload }) => payload)).toEqual([
      { slot: 'cross-sell', variant: 'b', harm: 'complaints', share: 0.175, baseShare: 0.05, orders: 400 },
    ])
    noteSlots(context, shop.shop, 'views', [SOURCE, { ...SOURCE, variant: 'b' }])
    expect((await results()).body.variants.map((one: { stopped: unknown }) => one.stopped)).toMatchObject([
      null,
      { harm: 'complaints' },
    ])
  })

  it('counts a return that was opened, and none that was called off', async () => {
    const scene = await returnScene(context)
    const tell = async (path: string, body: object) => {
      const headers = { authorization: `Bearer ${scene.shop.apiKey}` }
      const { response } = await ask('POST', `/api/v1/returns${path}`, { body, headers })
      return response.json()
    }
    const counted = () =>
      withShop(context.db, scene.shop.id, (tx) =>
        countHarm(tx, scene.shop.id, {
          since: new Date('2026-11-01T00:00:00Z'),
          variants: ['a', 'b'],
          variantOf: (id) => (id === scene.id ? 'b' : null),
        }),
      )
    const none = { variant: 'a', hits: 0, tried: 0 }
    expect((await counted()).returns).toEqual([none, { variant: 'b', hits: 0, tried: 1 }])
    const { number, version } = await tell('', { order: 'AG-1', ...CAP_BACK })
    expect((await counted()).returns).toEqual([none, { variant: 'b', hits: 1, tried: 1 }])
    await tell(`/${number}/cancel`, { version, reason: 'As agreed.' })
    expect((await counted()).returns).toEqual([none, { variant: 'b', hits: 0, tried: 1 }])
  })

  it('leaves one alone that does no more harm than the first, and orders from before the test', async () => {
    expect(await stop(await sell(400, { a: 40, b: 44 }))).toEqual([])
    const test = await sell(400, { a: 0, b: 200 })
    expect(await stop({ ...test, since: new Date('2026-11-16T00:00:00Z') })).toEqual([])
    expect(await told()).toHaveLength(0)
  })
})
