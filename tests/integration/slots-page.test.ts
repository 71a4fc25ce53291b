import { JSDOM } from 'jsdom'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { previewOrder } from '@/app/_server/slots/preview'
import * as framed from '@/app/(embed)/e/[shop]/[locale]/o/[token]/route'
import * as hosted from '@/app/(shop)/[shop]/[locale]/o/[token]/route'
import { GET as getJson } from '@/app/api/v1/o/[token]/route'
import { withShop } from '@/db/with-shop'
import { newId } from '@/lib/core/ids'
import { logConsent } from '@/lib/services/consent/log-consent'
import { giveFeedback } from '@/lib/services/feedback/give-feedback'
import { lookUpOrder } from '@/lib/services/look-up-order'
import { writeSlotCounts } from '@/lib/services/measuring/note-slots'
import { deleteSlot } from '@/lib/services/slots/delete-slot'
import { putSlot } from '@/lib/services/slots/put-slot'
import { watchVariants } from '@/lib/services/slots/watch-variants'
import { mediaId } from '@/lib/shops/media-id'
import { type PlacedSlotBody, placedSlotSchema } from '@/lib/slots/placed-slot'
import { drawnVariant } from '@/lib/slots/variant-of'
import { runAfter } from '@/tests/support/after'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { orderIdOf } from '@/tests/support/draft-steps'
import { order, parcelUpdate, post, putOrder, scan } from '@/tests/support/post'
import { askReturn } from '@/tests/support/return-routes'
import { CAP_BACK, returnScene } from '@/tests/support/return-scene'
import { ask } from '@/tests/support/returns-api'
import { visitor } from '@/tests/support/visitor'

vi.mock('next/server', () => import('@/tests/support/after'))

const EMAIL = 'resi@example.org'
const HOME = 'https://shop.alpenglueck.example/'
const VOUCHER = { code: 'HERBST10', kind: 'percent', value: 1_000, currency: 'EUR', validUntil: '2026-12-31' }

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
  shop = await addShop(context, { homeUrl: HOME, timeZone: 'Europe/Berlin' }, ['standard'])
  await placeOrder(shop)
  await report('in_transit.arrived')
})

const placeOrder = (to: TestShop, more: object = {}) =>
  putOrder(
    to,
    'AG-1',
    order({
      customer: { name: 'Resi Huber', email: EMAIL },
      deliveryAddress: { postalCode: '80331', countryCode: 'DE' },
      parcels: [{ carrier: 'dhl', number: 'P1', lines: [{ id: '1', quantity: 1 }] }],
      ...more,
    }),
  )
const report = (status: string, number = 'P1', at = '2026-11-20T08:00:00Z') =>
  post(context, shop, 'standard', parcelUpdate({ number, scans: [scan(at, status)] }))

const place = async (id: string, body: object, to = shop): Promise<PlacedSlotBody> => {
  const document = placedSlotSchema.parse(body)
  const put = await putSlot(context, to.id, id, document)
  expect(put.ok).toBe(true)
  return document
}
const voucher = (more: object = {}) => ({
  slot: 'voucher',
  placement: 'after-history',
  settings: { voucher: VOUCHER, link: `${HOME}discount/{code}` },
  ...more,
})
const announcement = (title: string, more: object = {}) => ({
  slot: 'announcement',
  placement: 'under-status',
  settings: { title },
  ...more,
})

const linkOf = async (of = shop): Promise<string> => {
  const found = await lookUpOrder(context, of.shop, { number: 'AG-1', proof: EMAIL, peer: '192.0.2.1' })
  if (!found.ok) throw new Error(found.error.code)
  return found.value.token
}
const show = async ({ routes = hosted, of = shop, headers = {} as Record<string, string> } = {}) => {
  const params = { shop: of.shop.slug, locale: 'de', token: await linkOf(of) }
  const request = new Request('https://orders.example/', { headers })
  const html = await (await routes.GET(request, { params: Promise.resolve(params) })).text()
  const { document } = new JSDOM(html.replace(/<style>.*?<\/style>/gs, '')).window
  return {
    document,
    text: document.querySelector('main')?.textContent ?? '',
    slots: [...document.querySelectorAll<HTMLElement>('[data-slot]')].map((slot) => slot.dataset.slot),
  }
}
const json = async (etag?: string) => {
  const request = new Request('https://orders.example/?locale=de', {
    headers: etag ? { 'if-none-match': etag } : {},
  })
  const answer = await getJson(request, { params: Promise.resolve({ token: await linkOf() }) })
  return { status: answer.status, etag: answer.headers.get('etag') ?? '' }
}
const counts = async () => {
  await writeSlotCounts(context)
  const rows = await database.superuser
    .sql`select slot, variant, views from slot_counts where shop_id = ${shop.id} order by slot, variant`
  return rows.map(({ slot, variant, views }) => [slot, variant, Number(views)])
}

describe('a placed slot', () => {
  it.each([
    ['hosted', hosted],
    ['framed', framed],
  ] as const)('stands in its place below the answer, %s', async (_, routes) => {
    await place('news', announcement('Vor Weihnachten dauert es länger'))
    await place('code', voucher())
    const { document, slots } = await show({ routes })
    expect(slots).toEqual(['announcement', 'delivery-wishes', 'voucher'])
    const [news] = document.querySelectorAll('[data-slot=announcement]')
    const headline = document.querySelector('h1')
    expect(news?.closest('[data-live]')?.getAttribute('data-live')).toBe('slots-under-status')
    expect(
      headline && news && headline.compareDocumentPosition(news) & 4 /* DOCUMENT_POSITION_FOLLOWING */,
    ).toBe(4)
    const link = document.querySelector<HTMLAnchorElement>('[data-slot=voucher] a')
    expect(link?.getAttribute('href')).toContain(`/${shop.shop.slug}/de/go/code?to=`)
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('stands once over several parcels, whose cards keep their own content', async () => {
    const parcel = (number: string) => ({ carrier: 'dhl', number, lines: [] })
    await placeOrder(shop, { parcels: [parcel('P1'), parcel('P2')] })
    await place('news', announcement('Neues'))
    await place('code', voucher({ placement: 'under-items' }))
    const { slots, document } = await show()
    expect(slots.filter((slot) => slot === 'announcement')).toHaveLength(1)
    expect(slots.filter((slot) => slot === 'voucher')).toHaveLength(1)
    expect(document.querySelector('[data-live=parcels] [data-slot]')).toBeNull()
  })

  it('is there at once, and gone at once', async () => {
    const before = await json()
    expect((await show()).slots).not.toContain('announcement')
    expect(await json(before.etag)).toMatchObject({ status: 304 })
    await place('news', announcement('Neues'))
    expect((await show()).slots).toContain('announcement')
    const placed = await json(before.etag)
    expect(placed.status).toBe(200)
    await deleteSlot(context, shop.id, 'news')
    expect((await show()).slots).not.toContain('announcement')
    expect((await json(placed.etag)).status).toBe(200)
  })

  it('begins and ends by its schedule, also on a page that is kept', async () => {
    const [from, until] = ['2026-11-20T12:10:00Z', '2026-11-20T12:20:00Z']
    await place('news', announcement('Neues', { schedule: { from, until } }))
    const before = await json()
    expect((await show()).slots).not.toContain('announcement')
    context.pass(600)
    expect((await show()).slots).toContain('announcement')
    expect((await json(before.etag)).status).toBe(200)
    context.pass(600)
    expect((await show()).slots).not.toContain('announcement')
  })

  it('never appears in another shop', async () => {
    const other = await addShop(context, { homeUrl: HOME }, ['standard'])
    await placeOrder(other)
    await place('news', announcement('Nur bei uns'))
    expect((await show({ of: other })).text).not.toContain('Nur bei uns')
    expect((await show()).text).toContain('Nur bei uns')
  })
})

describe('products', () => {
  const fill = (id: string, url: string, picked: number) => database.superuser.sql`
    insert into products (shop_id, id, key, title, url, image, media_id, price, currency, tags, in_stock, picked, source, updated_at)
    values (${shop.id}, ${newId()}, ${id}, ${`Thing ${id}`}, ${url}, ${`${HOME}${id}.jpg`}, ${mediaId(`${HOME}${id}.jpg`)}, 1490, 'EUR', '[]', true, ${picked}, 'api', now())`

  it('lead to the shop’s own pages, and their pictures are fetched once they were shown', async () => {
    await fill('p1', `${HOME}p1`, 1)
    await fill('p2', 'https://elsewhere.example/p2', 2)
    expect((await show()).text).not.toContain('Thing')
    await place('more', { slot: 'products', placement: 'under-items' })
    const { text, document } = await show()
    expect(text).toContain('Thing p1')
    expect(text).not.toContain('Thing p2')
    expect(document.querySelector('[data-slot=products] a')?.getAttribute('href')).toContain('/go/more?to=')
    await runAfter()
    const asked = await database.superuser.sql`select source_url from media where shop_id = ${shop.id}`
    expect(asked.map(({ source_url }) => source_url)).toEqual([`${HOME}p1.jpg`])
  })
})

describe('somebody whose parcel is in trouble', () => {
  it.each(['exception.damaged', 'failed_attempt.address_problem', 'returning.refused'])(
    'is sold nothing and offered help: %s',
    async (status) => {
      await place('code', voucher())
      expect((await show()).slots).toContain('voucher')
      await report(status, 'P1', '2026-11-20T09:00:00Z')
      const { slots, text } = await show()
      expect(slots).not.toContain('voucher')
      expect(text).not.toContain('HERBST10')
      expect(slots).toContain('contact')
    },
  )
})

describe('somebody who objects', () => {
  it('sees nothing that was chosen by what they bought, and the rest as before', async () => {
    await report('delivered.other', 'P1', '2026-11-20T09:00:00Z')
    await placeOrder(shop, {
      lines: [{ id: '1', sku: 'AG-SHELL-M', title: 'Regenjacke', quantity: 1, unitPrice: 18990 }],
    })
    await place('more', {
      slot: 'review-request',
      placement: 'under-items',
      settings: { link: `${HOME}products/{sku}#review` },
    })
    await place('news', announcement('Neues'))
    expect((await show()).slots).toEqual(expect.arrayContaining(['review-request', 'announcement']))
    const before = await json()
    const [row] = await database.superuser.sql<
      { customer_key: string }[]
    >`select customer_key from orders where shop_id = ${shop.id}`
    const said = {
      act: 'objected',
      subject: 'personalisation',
      channel: null,
      at: context.now(),
      place: 'preferences',
      wording: null,
      proof: { by: 'one-click' },
    } as const
    await withShop(context.db, shop.id, (tx) =>
      logConsent(tx, shop.id, row?.customer_key ?? '', [said], context.now()),
    )
    const { slots } = await show()
    expect(slots).not.toContain('review-request')
    expect(slots).toContain('announcement')
    expect((await json(before.etag)).status).toBe(200)
  })
})

describe('the page', () => {
  it('shows the answer that was given, at once', async () => {
    await report('delivered.other', 'P1', '2026-11-20T09:00:00Z')
    await place('how', { slot: 'feedback', placement: 'under-items' })
    const asked = await show()
    expect(asked.document.querySelector('[data-slot=feedback] form')?.getAttribute('action')).toMatch(
      /\/o\/[^/]+\/feedback$/,
    )
    const before = await json()
    const given = { kind: 'stars', value: 5, comment: null } as const
    const id = await orderIdOf(context, shop, 'AG-1')
    await giveFeedback(context, shop.id, { order: { id, number: 'AG-1' }, answer: given, locale: 'de' })
    expect((await show()).document.querySelector('[data-slot=feedback] form')).toBeNull()
    expect((await json(before.etag)).status).toBe(200)
  })

  it('asks the database as often as without slots: once for all of it, and once for a page that is kept', async () => {
    const asked: string[] = []
    const { db } = context
    const noted = new Set<PropertyKey>(['execute', 'select', 'selectDistinct', 'insert', 'update', 'delete'])
    const count = <T extends object>(tx: T): T =>
      new Proxy(tx, {
        get: (target, name) => {
          if (noted.has(name)) asked.push(String(name))
          const value: unknown = Reflect.get(target, name)
          return typeof value === 'function' ? value.bind(target) : value
        },
      })
    const transaction: typeof db.transaction = (work, config) =>
      db.transaction((tx) => work(count(tx)), config)
    const counted = { ...context, db: Object.assign(Object.create(db), { transaction }) }
    const params = { shop: shop.shop.slug, locale: 'de', token: await linkOf() }
    const open = async () => {
      asked.length = 0
      const request = new Request('https://orders.example/')
      expect((await hosted.GET(request, { params: Promise.resolve(params) })).status).toBe(200)
      return [...asked]
    }
    await show({ routes: framed })
    useContext(counted, { ...database, app: { ...database.app, db: counted.db } })
    // Enters the shop, reads the order, its Wallet certificate and its returns.
    const whole = ['execute', 'execute', 'select', 'selectDistinct']
    const kept = ['execute', 'execute']
    expect(await open()).toEqual(whole)
    expect(await open()).toEqual(kept)
    await place('news', announcement('Neues'))
    await place('more', { slot: 'products', placement: 'under-items' })
    // A page that was kept is asked about first.
    expect(await open()).toEqual(['execute', ...whole])
    expect(await open()).toEqual(kept)
  })

  it('is counted when somebody opens it: no second look of the same page, no preview', async () => {
    await place('code', voucher())
    const of = async (id: string) => (await counts()).filter(([slot]) => slot === id)
    await show()
    await show({ headers: { 'sec-fetch-dest': 'document' } })
    await show({ headers: { 'sec-fetch-dest': 'empty' } })
    await show({ headers: { 'sec-purpose': 'prefetch;prerender' } })
    expect(await of('code')).toEqual([['code', 'a', 2]])
    const asked = { number: 'AG-1', locale: 'de', status: null, since: null, placed: null } as const
    await previewOrder(context, shop.shop, asked)
    expect(await of('code')).toEqual([['code', 'a', 2]])
  })
})

describe('a preview', () => {
  const preview = (more: object = {}) =>
    previewOrder(context, shop.shop, {
      number: 'AG-1',
      locale: 'de',
      status: null,
      since: null,
      placed: null,
      ...more,
    })

  it('shows an order as if it stood otherwise, and says why a slot doesn’t stand', async () => {
    await place('code', voucher())
    expect((await preview())?.choice.chosen['after-history']?.map(({ id }) => id)).toEqual(['code'])
    const lost = await preview({ status: 'exception.lost' })
    expect(lost?.choice.left).toContainEqual(expect.objectContaining({ id: 'code', because: 'unhappy' }))
    expect(lost?.html).not.toContain('HERBST10')
    expect((await preview({ status: 'delivered.other', locale: 'en' }))?.html).toContain('<html lang="en"')
    expect(await preview({ number: 'AG-404' })).toBeNull()
  })

  it('tries what isn’t placed', async () => {
    const placed = [{ ...placedSlotSchema.parse(announcement('Nur ein Versuch')), id: 'try' }]
    expect((await preview({ placed }))?.html).toContain('Nur ein Versuch')
    expect((await show()).text).not.toContain('Nur ein Versuch')
  })
})

describe('a return’s page', () => {
  it('shows what is placed on it once it was sent, and nothing of the order’s page', async () => {
    const scene = await returnScene(context)
    await place('sent', announcement('Danke', { placement: 'returns-done' }), scene.shop)
    await place('done', announcement('Erledigt', { placement: 'return-settled' }), scene.shop)
    await place('order', announcement('Anderswo'), scene.shop)
    const headers = { authorization: `Bearer ${scene.shop.apiKey}` }
    const { response } = await ask('POST', '/api/v1/returns', {
      body: { order: 'AG-1', ...CAP_BACK },
      headers,
    })
    const told: { links: { page: string } } = await response.json()
    const me = visitor(askReturn)
    await me.open(new URL(told.links.page).pathname)
    expect(me.status).toBe(200)
    expect(me.text()).toContain('Danke')
    expect(me.text()).not.toContain('Erledigt')
    expect(me.text()).not.toContain('Anderswo')
    await database.superuser.sql`update returns set state = 'refunded' where shop_id = ${scene.shop.id}`
    await me.open(new URL(told.links.page).pathname)
    expect(me.text()).toContain('Erledigt')
    expect(me.text()).not.toContain('Danke')
    await database.superuser.sql`update returns set state = 'rejected' where shop_id = ${scene.shop.id}`
    await me.open(new URL(told.links.page).pathname)
    expect(me.text()).not.toMatch(/Erledigt|Danke/)
  })
})

describe('a wording that does harm', () => {
  it('stops by itself, and orders that had it see the first one', async () => {
    const wording = (id: string) => ({ id, share: 1, settings: { title: `Wording ${id}` } })
    await place('news', announcement('Neues', { variants: [wording('a'), wording('b')] }))
    const [placement] = await database.superuser
      .sql`select test_since from slot_placements where shop_id = ${shop.id}`
    expect(placement?.test_since).not.toBeNull()
    await database.superuser.sql`
      insert into orders (shop_id, id, number, number_key, placed_at, currency, discounts, tags, customer_tags, version, created_at, updated_at)
      select ${shop.id}, gen_random_uuid(), 'N' || n, 'N' || n, '2026-11-21', 'EUR', '[]', '[]', '[]', 1, now(), now()
      from generate_series(1, 800) n`
    const rows = await database.superuser.sql<
      { id: string }[]
    >`select id from orders where shop_id = ${shop.id}`
    const placed = {
      ...placedSlotSchema.parse(announcement('', { variants: [wording('a'), wording('b')] })),
      id: 'news',
    }
    const harmed = rows.flatMap(({ id }) => (drawnVariant(placed, id)?.id === 'b' ? [id] : []))
    await watchVariants(context)
    const stops = () =>
      database.superuser.sql`select slot, variant from slot_stops where shop_id = ${shop.id}`
    expect([...(await stops())]).toEqual([])
    await database.superuser.sql`
      update orders set tags = '["complaint"]' where shop_id = ${shop.id} and id in ${database.superuser.sql(harmed)}`
    await watchVariants(context)
    expect([...(await stops())]).toEqual([{ slot: 'news', variant: 'b' }])
    expect((await show()).text).toContain('Wording a')
  })
})
