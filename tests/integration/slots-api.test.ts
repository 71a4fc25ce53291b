import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { getShop } from '@/db/queries/find-shop'
import { slotPlacements, slotStops } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { problemSchema } from '@/lib/api/schemas/problem-schema'
import { readSlotSchema, slotListSchema } from '@/lib/api/schemas/slot-schema'
import { createApiKey } from '@/lib/services/create-api-key'
import { MOST_SLOTS, putSlot } from '@/lib/services/slots/put-slot'
import { placedSlotSchema } from '@/lib/slots/placed-slot'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { slotsApi } from '@/tests/support/slots-api'

vi.mock('next/server', () => import('@/tests/support/after'))

const VOUCHER = { code: 'HERBST10', kind: 'percent', value: 1000, currency: 'EUR' }
const NEWS = { slot: 'announcement', placement: 'under-status', settings: { title: 'Neue Zeiten' } }
const TESTED = {
  ...NEWS,
  variants: [
    { id: 'a', share: 1 },
    { id: 'b', share: 1, settings: { title: 'Andere Zeiten' } },
  ],
}

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
  shop = await addShop(context, { defaultLocale: 'de', locales: ['de', 'en', 'fr', 'bar'] }, [])
})

const put = (id: string, body: unknown) => slotsApi(shop, 'PUT', id, body)
const placed = async (id: string, body: unknown) => readSlotSchema.parse((await put(id, body)).json)
const list = async () => slotListSchema.parse((await slotsApi(shop, 'GET', null)).json)
const versionOf = async () => (await getShop(context.db, shop.id)).version

describe('a slot that is placed', () => {
  it('is new once, is read as it was written with what wasn’t said, and replaced whole', async () => {
    const first = await put('news', { ...NEWS, priority: 7 })
    expect(first.status).toBe(201)
    expect(first.json).toEqual({
      id: 'news',
      slot: 'announcement',
      placement: 'under-status',
      enabled: true,
      priority: 7,
      settings: { title: 'Neue Zeiten' },
      translations: {},
      schedule: { from: null, until: null },
      targeting: {},
      caps: { page: 3, placement: 1 },
      variants: [],
      harmLimits: { returns: 0.05, complaints: 0.02 },
      testSince: null,
      stopped: [],
      createdAt: '2026-11-20T12:00:00.000Z',
      updatedAt: '2026-11-20T12:00:00.000Z',
    })
    context.pass(60)
    const again = await put('news', NEWS)
    expect(again.status).toBe(200)
    expect(again.json).toMatchObject({
      priority: 0,
      createdAt: '2026-11-20T12:00:00.000Z',
      updatedAt: '2026-11-20T12:01:00.000Z',
    })
    expect((await slotsApi(shop, 'GET', 'news')).json).toEqual(again.json)
    expect((await list()).slots).toEqual([again.json])
  })

  it('raises the shop’s version with every write, so that kept pages learn of it', async () => {
    const before = await versionOf()
    await put('news', NEWS)
    expect(await versionOf()).toBe(before + 1)
    await put('news', { ...NEWS, enabled: false })
    expect(await versionOf()).toBe(before + 2)
    expect((await slotsApi(shop, 'DELETE', 'news')).status).toBe(204)
    expect(await versionOf()).toBe(before + 3)
    expect((await slotsApi(shop, 'DELETE', 'news')).status).toBe(404)
    expect((await slotsApi(shop, 'GET', 'news')).status).toBe(404)
    await put('news', { ...NEWS, placement: 'nowhere' })
    expect(await versionOf()).toBe(before + 3)
  })

  it('keeps of rich text only what may stand in it, in every language and variant, and trims words', async () => {
    const dirty = {
      html: '<p onclick="x()">Da<script>alert(1)</script></p><img src="https://x.example/p.png">',
    }
    const body = {
      slot: 'custom',
      placement: 'aside',
      settings: { title: '  Werkstatt ', ...dirty },
      translations: { en: dirty },
      variants: [
        { id: 'a', share: 1, settings: dirty },
        { id: 'b', share: 1, translations: { fr: dirty } },
      ],
    }
    const { settings, translations, variants } = await placed('workshop', body)
    const clean = { html: '<p>Da</p>' }
    expect(settings).toEqual({ title: 'Werkstatt', ...clean })
    expect(translations).toEqual({ en: clean })
    expect(variants).toMatchObject([{ settings: clean }, { translations: { fr: clean } }])
    const [row] = await withShop(context.db, shop.id, (tx) =>
      tx.select().from(slotPlacements).where(eq(slotPlacements.shopId, shop.id)),
    )
    expect(JSON.stringify(row?.document)).not.toMatch(/script|onclick|img/)
  })

  it('is one of a hundred at most; those that are there can still be changed', async () => {
    const document = placedSlotSchema.parse(NEWS)
    for (let i = 0; i < MOST_SLOTS; i++) await putSlot(context, shop.id, `news-${i}`, document)
    expect((await put('one-more', NEWS)).status).toBe(409)
    expect((await put('news-0', NEWS)).status).toBe(200)
    expect((await list()).slots.length).toBe(MOST_SLOTS)
  })
})

describe('a test of wordings', () => {
  it('begins when there are two, goes on while they stay, and begins anew when one changes', async () => {
    expect((await placed('news', { ...TESTED, variants: TESTED.variants.slice(0, 1) })).testSince).toBeNull()
    context.pass(60)
    expect((await placed('news', TESTED)).testSince).toBe('2026-11-20T12:01:00.000Z')
    context.pass(60)
    expect((await placed('news', { ...TESTED, priority: 3 })).testSince).toBe('2026-11-20T12:01:00.000Z')
    const [a, b] = TESTED.variants
    const other = { ...TESTED, variants: [a, { ...b, share: 3 }] }
    expect((await placed('news', other)).testSince).toBe('2026-11-20T12:02:00.000Z')
    expect((await placed('news', NEWS)).testSince).toBeNull()
  })

  it('names the variants that were stopped', async () => {
    await put('news', TESTED)
    const at = context.now()
    const stop = { harm: 'returns', share: 0.2, baseShare: 0.1, orders: 900, at }
    await withShop(context.db, shop.id, (tx) =>
      tx.insert(slotStops).values({ shopId: shop.id, slot: 'news', variant: 'b', ...stop }),
    )
    const [read] = (await list()).slots
    expect(read?.stopped).toEqual([{ variant: 'b', at: at.toISOString(), harm: 'returns' }])
  })
})

describe('the list', () => {
  it('tells which kinds there are, where each may stand, and what it takes, as JSON Schema', async () => {
    const { kinds } = await list()
    expect(kinds.length).toBeGreaterThanOrEqual(17)
    expect(kinds.find(({ slot }) => slot === 'voucher')).toMatchObject({
      purpose: 'marketing',
      personal: false,
      placements: ['under-items', 'after-history', 'aside', 'returns-done', 'return-settled'],
      settings: {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        type: 'object',
        properties: { title: {}, text: {}, voucher: {}, link: {} },
        additionalProperties: false,
      },
    })
  })

  it('tells what stands by itself until the shop places that kind', async () => {
    const kindsOf = async () => (await list()).defaults.map(({ slot }) => slot)
    const before = await kindsOf()
    expect(before).toContain('contact')
    await put('help', { slot: 'contact', placement: 'under-status', enabled: false })
    expect(await kindsOf()).toEqual(before.filter((slot) => slot !== 'contact'))
  })
})

describe('what is refused', () => {
  const AT: readonly (readonly [what: string, body: object, pointer: string, code: string])[] = [
    ['a kind that there isn’t', { ...NEWS, slot: 'jackpot' }, '/slot', 'unknown_slot'],
    ['a name that every object has', { ...NEWS, slot: 'constructor' }, '/slot', 'unknown_slot'],
    ['a place that there isn’t', { ...NEWS, placement: 'on-top' }, '/placement', 'invalid_value'],
    [
      'a place where it may not stand',
      { slot: 'newsletter', placement: 'under-status' },
      '/placement',
      'wrong_placement',
    ],
    ['a field that there isn’t', { ...NEWS, colour: 'red' }, '/colour', 'unknown_field'],
    ['a setting that there isn’t', { ...NEWS, settings: { tilte: 'x' } }, '/settings/tilte', 'unknown_field'],
    ['a setting of another type', { ...NEWS, settings: { title: 7 } }, '/settings/title', 'invalid_type'],
    [
      'part of a setting',
      { ...NEWS, settings: { title: 'x', link: { url: 'javascript:x', label: 'x' } } },
      '/settings/link/url',
      'custom',
    ],
    [
      'a translation',
      { ...NEWS, translations: { en: { title: '' } } },
      '/translations/en/title',
      'too_small',
    ],
    [
      'a translation’s setting that there isn’t',
      { ...NEWS, translations: { fr: { titre: 'x' } } },
      '/translations/fr/titre',
      'unknown_field',
    ],
    [
      'a language that there isn’t',
      { ...NEWS, translations: { xx: {} } },
      '/translations/xx',
      'unknown_field',
    ],
    [
      'words for the default language beside the settings',
      { ...NEWS, translations: { de: { title: 'x' } } },
      '/translations/de',
      'default_locale',
    ],
    [
      'a variant',
      { ...TESTED, variants: [TESTED.variants[0], { id: 'b', share: 1, settings: { title: 7 } }] },
      '/variants/1/settings/title',
      'invalid_type',
    ],
    [
      'a variant’s translation',
      { ...TESTED, variants: [{ id: 'a', share: 1, translations: { bar: { title: 7 } } }] },
      '/variants/0/translations/bar/title',
      'invalid_type',
    ],
    [
      'a voucher whose parts don’t go together',
      { slot: 'voucher', placement: 'aside', settings: { voucher: { ...VOUCHER, value: 10_001 } } },
      '/settings/voucher/value',
      'custom',
    ],
    ['variants out of order', { ...TESTED, variants: TESTED.variants.toReversed() }, '/variants', 'custom'],
    [
      'a schedule that ends before it begins',
      { ...NEWS, schedule: { from: '2026-12-02T00:00:00Z', until: '2026-12-01T00:00:00Z' } },
      '/schedule',
      'custom',
    ],
    [
      'a status that there isn’t',
      { ...NEWS, targeting: { statuses: ['lost'] } },
      '/targeting/statuses/0',
      'custom',
    ],
  ]

  it.each(AT)('%s, at its own place', async (_, body, pointer, code) => {
    const { status, json } = await put('news', body)
    expect([status, json]).toMatchObject([422, { errors: [{ pointer, code }] }])
    expect((await list()).slots).toEqual([])
  })

  it('everything at once, each once', async () => {
    const variants = [
      { id: 'a', share: 1 },
      { id: 'b', share: 1, settings: { text: 7 } },
    ]
    const { json } = await put('news', {
      ...NEWS,
      settings: { title: 7 },
      translations: { en: { x: 1 } },
      variants,
    })
    const pointers = problemSchema.parse(json).errors?.map(({ pointer }) => pointer)
    expect(pointers?.toSorted()).toEqual([
      '/settings/title',
      '/translations/en/x',
      '/variants/1/settings/text',
    ])
  })

  it('names the kinds and the places that there are', async () => {
    expect((await put('news', { ...NEWS, slot: 'jackpot' })).json).toMatchObject({
      errors: [{ detail: expect.stringContaining('announcement, products, voucher') }],
    })
    expect((await put('letter', { slot: 'newsletter', placement: 'under-status' })).json).toMatchObject({
      errors: [{ detail: expect.stringContaining('after-history, aside') }],
    })
  })

  it.each(['Preview', 'preview', '-a', 'a'.repeat(61), 'a b'])('the id %s', async (id) => {
    expect((await put(encodeURIComponent(id), NEWS)).status).toBe(404)
  })

  it('what is no JSON, who has no key, and who has a warehouse’s', async () => {
    expect((await put('news', '{')).status).toBe(400)
    expect((await slotsApi({ apiKey: 'ds_nobody' }, 'PUT', 'news', NEWS)).status).toBe(401)
    const apiKey = await createApiKey(context, shop.id, 'Lager', undefined, 'warehouse')
    for (const method of ['GET', 'PUT', 'DELETE'] as const)
      expect((await slotsApi({ apiKey }, method, 'news', method === 'PUT' ? NEWS : undefined)).status).toBe(
        403,
      )
    expect((await slotsApi({ apiKey }, 'GET', null)).status).toBe(403)
  })
})

describe('another shop', () => {
  it('sees, changes and deletes none of it', async () => {
    const mine = await placed('news', NEWS)
    const other = await addShop(context, {}, [])
    expect((await slotsApi(other, 'GET', 'news')).status).toBe(404)
    expect((await slotsApi(other, 'DELETE', 'news')).status).toBe(404)
    expect((await slotsApi(other, 'PUT', 'news', { ...NEWS, priority: 9 })).status).toBe(201)
    expect((await slotsApi(shop, 'GET', 'news')).json).toEqual(mine)
    const rows = await database.superuser.db
      .select()
      .from(slotPlacements)
      .where(and(eq(slotPlacements.shopId, shop.id), eq(slotPlacements.id, 'news')))
    expect(rows.map(({ document }) => document.priority)).toEqual([0])
  })
})
