import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { slotCounts } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { slotPreviewSchema } from '@/lib/api/schemas/slot-preview-schema'
import { createApiKey } from '@/lib/services/create-api-key'
import { writeSlotCounts } from '@/lib/services/measuring/note-slots'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { order, parcelUpdate, post, putOrder, scan } from '@/tests/support/post'
import { previewApi, slotsApi } from '@/tests/support/slots-api'

vi.mock('next/server', () => import('@/tests/support/after'))

const ORDER = 'AG-1001'
const WORKSHOP = {
  slot: 'custom',
  placement: 'after-history',
  settings: { title: 'Aus der Werkstatt', html: '<p>Genäht in Bad Tölz.</p>' },
  translations: { en: { title: 'From the workshop' } },
}
const NEWS = { slot: 'announcement', placement: 'under-status', settings: { title: 'Neue Zeiten' } }

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
  shop = await addShop(context, { defaultLocale: 'de', locales: ['de', 'en', 'fr', 'bar'] })
  await putOrder(
    shop,
    ORDER,
    order({ deliveryAddress: { countryCode: 'DE' }, parcels: [{ carrier: 'dhl', number: 'P1' }] }),
  )
  const scans = [scan('2026-11-20T09:00:00Z', 'in_transit.arrived')]
  await post(context, shop, 'standard', parcelUpdate({ number: 'P1', scans }))
  await slotsApi(shop, 'PUT', 'workshop', WORKSHOP)
})

const seen = async (more: object = {}) => {
  const { status, json } = await previewApi(shop, { order: ORDER, ...more })
  expect([status, json]).toMatchObject([200, {}])
  const { chosen, left, ...page } = slotPreviewSchema.parse(json)
  return {
    ...page,
    chosen: chosen.map(({ id }) => id),
    because: Object.fromEntries(left.map(({ id, because }) => [id, because])),
    left,
  }
}

describe('a preview', () => {
  it('shows the order’s page with what is placed, and tells why the rest is not on it', async () => {
    await slotsApi(shop, 'PUT', 'abroad', { ...NEWS, targeting: { countries: ['AT'], buyer: 'repeat' } })
    const { chosen, left, html, locale } = await seen()
    expect(locale).toBe('de')
    expect(chosen).toContain('workshop')
    expect(html).toContain('Aus der Werkstatt')
    expect(html).toContain('Genäht in Bad Tölz.')
    expect(html).not.toContain('Neue Zeiten')
    expect(left.find(({ id }) => id === 'abroad')).toMatchObject({
      because: 'not_targeted',
      missed: ['countries', 'buyer'],
      words: 'This order is not meant by its targeting: countries, buyer.',
    })
  })

  it('is in any language', async () => {
    const { html } = await seen({ locale: 'en' })
    expect(html).toContain('<html lang="en"')
    expect(html).toContain('From the workshop')
  })

  it.each(['exception.damaged', 'failed_attempt.recipient_absent', 'returning.refused'])(
    'of a parcel that stands as %s is calm: nothing is sold, and there is a way to ask',
    async (status) => {
      const { chosen, because, html } = await seen({ pretend: { status } })
      expect(because.workshop).toBe('unhappy')
      expect(html).not.toContain('Aus der Werkstatt')
      expect(chosen).toContain('contact')
    },
  )

  it('leaves the order as it stands', async () => {
    await seen({ pretend: { status: 'exception.damaged' } })
    expect((await seen()).chosen).toContain('workshop')
  })

  it('is of any moment: what begins and ends does so in it', async () => {
    const schedule = { from: '2026-12-01T00:00:00Z', until: '2026-12-24T00:00:00Z' }
    await slotsApi(shop, 'PUT', 'advent', { ...NEWS, schedule })
    expect((await seen()).because.advent).toBe('not_yet')
    expect((await seen({ pretend: { at: '2026-12-24T00:00:00Z' } })).because.advent).toBe('over')
    const on = { status: 'in_transit.arrived', at: '2026-12-02T00:00:00Z' }
    expect((await seen({ pretend: on })).chosen).toContain('advent')
  })

  it('is of a parcel that arrived days ago, though it is still on its way', async () => {
    const targeting = { daysSinceDelivery: { from: 5 } }
    await slotsApi(shop, 'PUT', 'later', { ...NEWS, targeting })
    const pretend = { status: 'delivered.other', since: '2026-11-15T12:00:00Z' }
    expect((await seen({ pretend })).chosen).toContain('later')
    expect((await seen({ pretend: { ...pretend, since: null } })).because.later).toBe('not_targeted')
  })

  it('is of a parcel that comes later than was promised', async () => {
    await slotsApi(shop, 'PUT', 'sorry', { ...NEWS, targeting: { delayed: true } })
    expect((await seen()).because.sorry).toBe('not_targeted')
    expect((await seen({ pretend: { status: 'exception.delayed' } })).chosen).toContain('sorry')
  })

  it('can be of slots that nobody has placed yet, and places none', async () => {
    const { chosen, html } = await seen({ slots: [{ id: 'try', ...NEWS }] })
    expect(chosen).toContain('try')
    expect(chosen).not.toContain('workshop')
    expect(html).toContain('Neue Zeiten')
    expect((await slotsApi(shop, 'GET', 'try')).status).toBe(404)
  })

  it('counts no view', async () => {
    await seen()
    await writeSlotCounts(context)
    const counts = await withShop(context.db, shop.id, (tx) =>
      tx.select().from(slotCounts).where(eq(slotCounts.shopId, shop.id)),
    )
    expect(counts).toEqual([])
  })

  it('is the same answer for the same Idempotency-Key', async () => {
    const ask = () => previewApi(shop, { order: ORDER }, { 'idempotency-key': 'once' })
    const first = await ask()
    await slotsApi(shop, 'DELETE', 'workshop')
    const second = await ask()
    expect(second.headers.get('idempotency-replayed')).toBe('true')
    expect(second.json).toEqual(first.json)
  })
})

describe('a preview is refused', () => {
  it.each([
    ['a status that there isn’t', { pretend: { status: 'lost' } }, '/pretend/status'],
    ['a moment without a zone', { pretend: { at: '2026-12-01T09:00:00' } }, '/pretend/at'],
    ['a language that there isn’t', { locale: 'xx' }, '/locale'],
    ['a setting', { slots: [{ id: 'try', ...NEWS, settings: { title: 7 } }] }, '/slots/0/settings/title'],
    ['a kind', { slots: [{ id: 'try', ...NEWS, slot: 'jackpot' }] }, '/slots/0/slot'],
    [
      'an id that is there twice',
      {
        slots: [
          { id: 'try', ...NEWS },
          { id: 'try', ...WORKSHOP },
        ],
      },
      '/slots/1/id',
    ],
  ])('for %s, at its own place', async (_, more, pointer) => {
    const { status, json } = await previewApi(shop, { order: ORDER, ...more })
    expect([status, json]).toMatchObject([422, { errors: [{ pointer }] }])
  })

  it('for an order that the shop hasn’t, and for a warehouse', async () => {
    expect((await previewApi(shop, { order: 'AG-9' })).status).toBe(404)
    const other = await addShop(context, {}, [])
    expect((await previewApi(other, { order: ORDER })).status).toBe(404)
    const apiKey = await createApiKey(context, shop.id, 'Lager', undefined, 'warehouse')
    expect((await previewApi({ apiKey }, { order: ORDER })).status).toBe(403)
  })
})
