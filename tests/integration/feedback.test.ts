import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import * as framed from '@/app/(embed)/e/[shop]/[locale]/o/[token]/feedback/route'
import * as hosted from '@/app/(shop)/[shop]/[locale]/o/[token]/feedback/route'
import { GET as listFeedback } from '@/app/api/v1/feedback/route'
import { feedbackListSchema } from '@/lib/api/schemas/feedback-schema'
import { erasePerson } from '@/lib/services/erase-person'
import { lookUpOrder } from '@/lib/services/look-up-order'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { fits } from '@/tests/support/fits'
import { order, parcelUpdate, post, putOrder, scan } from '@/tests/support/post'

vi.mock('next/server', () => import('@/tests/support/after'))

const EMAIL = 'resi@example.org'

let database: TestDatabase
let context: TestContext
let shop: TestShop

const place = (number: string, parcel: string) =>
  putOrder(
    shop,
    number,
    order({
      customer: { name: 'Resi Huber', email: EMAIL },
      deliveryAddress: { postalCode: '80331', countryCode: 'DE' },
      parcels: [{ carrier: 'dhl', number: parcel, lines: [{ id: '1', quantity: 1 }] }],
    }),
  )
const deliver = (parcel: string, status = 'delivered.other') =>
  post(
    context,
    shop,
    'standard',
    parcelUpdate({ number: parcel, scans: [scan('2026-11-19T10:00:00Z', status)] }),
  )

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  context = testContext(database)
  useContext(context, database)
  shop = await addShop(context)
  await place('AG-1', 'P1')
  await deliver('P1')
})

const linkOf = async (number = 'AG-1', proof = EMAIL): Promise<string> => {
  const found = await lookUpOrder(context, shop.shop, { number, proof, peer: '192.0.2.1' })
  if (!found.ok) throw new Error(found.error.code)
  return found.value.token
}

const answer = async (
  fields: Record<string, string>,
  { token, routes = hosted }: { token?: string; routes?: typeof hosted } = {},
): Promise<Response> => {
  const params = { shop: shop.shop.slug, locale: 'de', token: token ?? (await linkOf()) }
  const request = new Request('https://orders.example/', {
    method: 'POST',
    body: new URLSearchParams(fields),
  })
  return routes.POST(request, { params: Promise.resolve(params) })
}

const list = async (query = '') => {
  const response = await listFeedback(
    new Request(`https://orders.example/api/v1/feedback${query}`, {
      headers: { authorization: `Bearer ${shop.apiKey}` },
    }),
    { params: Promise.resolve({}) },
  )
  return feedbackListSchema.parse(await fits('GET', '/api/v1/feedback', response))
}
const told = () =>
  database.superuser.sql<{ payload: object }[]>`
    select payload from outbox where shop_id = ${shop.id} and subject_type = 'feedback' and milestone = 'given'`
const versionOf = async (number: string): Promise<number | undefined> => {
  const [row] = await database.superuser.sql<{ version: number }[]>`
    select version from orders where shop_id = ${shop.id} and number = ${number}`
  return row?.version
}

describe('how it was', () => {
  it('is kept with its words, told to the merchant without them, and leads back to the page', async () => {
    const token = await linkOf()
    const before = (await versionOf('AG-1')) ?? 0
    const response = await answer(
      { kind: 'stars', value: '4', comment: ' Gut.\r\nDanke! ', at: 'how-title' },
      { token },
    )
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(`/${shop.shop.slug}/de/o/${token}#how-title`)
    expect(await list()).toEqual({
      feedback: [
        {
          order: 'AG-1',
          kind: 'stars',
          value: 4,
          comment: 'Gut.\nDanke!',
          locale: 'de',
          at: '2026-11-20T12:00:00.000Z',
        },
      ],
      next: null,
    })
    expect(await told()).toMatchObject([
      { payload: { order: 'AG-1', kind: 'stars', value: 4, hasComment: true } },
    ])
    expect(JSON.stringify(await told())).not.toContain('Gut')
    // The page compares nothing but this, and shows its thanks.
    expect(await versionOf('AG-1')).toBe(before + 1)
  })

  it('is said once: the first answer counts, and nobody is told twice', async () => {
    await answer({ kind: 'stars', value: '5' })
    const second = await answer({ kind: 'nps', value: '0', comment: 'no' })
    expect(second.status).toBe(303)
    expect((await list()).feedback).toMatchObject([{ kind: 'stars', value: 5, comment: null }])
    expect(await told()).toHaveLength(1)
  })

  it('counts once when it is sent twenty times at once', async () => {
    const token = await linkOf()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => answer({ kind: 'nps', value: String(index % 11) }, { token })),
    )
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 303))
    expect((await list()).feedback).toHaveLength(1)
    expect(await told()).toHaveLength(1)
  })

  it('is said in a frame, too, and leads back into it', async () => {
    const token = await linkOf()
    const response = await answer({ kind: 'nps', value: '10' }, { token, routes: framed })
    expect(response.headers.get('location')).toMatch(new RegExp(`^/e/${shop.shop.slug}/de/o/${token}`))
    expect((await list()).feedback).toHaveLength(1)
  })

  it.each([
    [{ kind: 'stars', value: '0' }],
    [{ kind: 'stars', value: '6' }],
    [{ kind: 'stars', value: '4.5' }],
    [{ kind: 'nps', value: '11' }],
    [{ kind: 'nps', value: '-1' }],
    [{ kind: 'nps', value: '' }],
    [{ kind: 'thumbs', value: '1' }],
    [{ kind: 'stars' }],
    [{ kind: 'stars', value: '5', comment: 'x'.repeat(2_001) }],
  ])('is refused when no form of ours sends it: %o', async (fields) => {
    expect((await answer({ ...fields })).status).toBe(400)
    expect((await list()).feedback).toEqual([])
  })

  it('keeps what looks like a page as text, and leads nowhere else', async () => {
    const at = 'x" onmouseover="alert(1)'
    const response = await answer({ kind: 'stars', value: '1', comment: '<script>alert(1)</script>', at })
    expect(response.headers.get('location')).not.toContain('alert')
    expect((await list()).feedback[0]?.comment).toBe('<script>alert(1)</script>')
  })

  it('is asked only after everything has arrived', async () => {
    await place('AG-2', 'P2')
    await deliver('P2', 'in_transit.arrived')
    expect((await answer({ kind: 'stars', value: '5' }, { token: await linkOf('AG-2') })).status).toBe(400)
    await deliver('P2')
    expect((await answer({ kind: 'stars', value: '5' }, { token: await linkOf('AG-2') })).status).toBe(303)
  })

  it('isn’t taken from who only looks at a shared link, nor through another shop', async () => {
    const looking = await linkOf('AG-1', '80331')
    expect((await answer({ kind: 'stars', value: '1' }, { token: looking })).status).toBe(404)
    const mine = await linkOf()
    const home = shop
    shop = await addShop(context)
    expect((await answer({ kind: 'stars', value: '1' }, { token: mine })).status).toBe(404)
    expect((await list()).feedback).toEqual([])
    shop = home
    expect((await list()).feedback).toEqual([])
  })

  it('leads who comes back by address to the order', async () => {
    const token = await linkOf()
    const request = new Request('https://orders.example/')
    const params = Promise.resolve({ shop: shop.shop.slug, locale: 'de', token })
    const response = await hosted.GET(request, { params })
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(`/${shop.shop.slug}/de/o/${token}`)
  })
})

describe('the list', () => {
  it('has the newest first, a page at a time, by kind and day', async () => {
    for (const [index, kind] of (['stars', 'nps', 'stars'] as const).entries()) {
      await place(`L-${index}`, `L${index}`)
      await deliver(`L${index}`)
      await answer({ kind, value: '5' }, { token: await linkOf(`L-${index}`) })
      context.pass(3_600)
    }
    const first = await list('?limit=2')
    expect(first.feedback.map((one) => one.order)).toEqual(['L-2', 'L-1'])
    const rest = await list(`?limit=2&cursor=${first.next}`)
    expect(rest.feedback.map((one) => one.order)).toEqual(['L-0'])
    expect(rest.next).toBeNull()
    expect((await list('?kind=nps')).feedback.map((one) => one.order)).toEqual(['L-1'])
    expect((await list('?from=2026-11-20T13:00:00Z&to=2026-11-20T14:00:00Z')).feedback).toMatchObject([
      { order: 'L-1' },
    ])
  })
})

describe('erasing a person', () => {
  it('takes what they wrote, and leaves a number of nobody', async () => {
    await answer({ kind: 'stars', value: '2', comment: 'Resi war nicht daheim' })
    await erasePerson(context, shop.id, { email: EMAIL })
    expect((await list()).feedback).toMatchObject([{ value: 2, comment: null }])
    const rows = await database.superuser.sql`select * from feedback where shop_id = ${shop.id}`
    expect(JSON.stringify(rows)).not.toContain('Resi')
  })
})
