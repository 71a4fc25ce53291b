import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { ScanTime } from '@/lib/parcels/report'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { effectsOf } from '@/tests/support/effects'
import { type bytesOf, fixtureBytes, parcelUpdate, post, scan } from '@/tests/support/post'
import { singleScanBodies } from '@/tests/support/single-scan-bodies'

vi.mock('next/server', () => import('@/tests/support/after'))

let database: TestDatabase
let context: TestContext
let shop: TestShop
beforeAll(async () => {
  database = await createTestDatabase()
  context = testContext(database)
  useContext(context, database)
  shop = await addShop(context)
})
afterAll(() => database.drop())

/** Posts to a new shop and says what it made of the body. */
async function read(provider: string, body: Parameters<typeof bytesOf>[0]) {
  const own = await addShop(context)
  const { status } = await post(context, own, provider, body)
  return { status, ...(await effectsOf(database, own.id)) }
}

const timesOf = ({ shipments }: { shipments: { projection: { timeline: { time: ScanTime }[] } }[] }) =>
  shipments.flatMap(({ projection }) => projection.timeline.map(({ time }) => time))

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part)))),
  )

describe('what is no JSON', () => {
  const deep = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth)
  const bodies: [string, Uint8Array<ArrayBuffer> | string][] = [
    ['nothing', ''],
    ['white space', ' \n'],
    ['a body that breaks off', JSON.stringify(parcelUpdate({})).slice(0, -2)],
    ['bytes that are no UTF-8', bytes('{"type":"', [0xff, 0xfe, 0x80], '"}')],
    ['a surrogate half in UTF-8', bytes('{"type":"', [0xed, 0xa0, 0x80], '"}')],
    ['a NUL byte', bytes('{"type":"', [0], '"}')],
    ['ten thousand lists', deep('[', ']', 10_000)],
    ['ten thousand objects', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    ['half a million opened lists', '['.repeat(500_000)],
    ['a form', 'payload=%7B%7D'],
  ]
  it.each(bodies)('is refused with 400: %s', async (_what, body) => {
    for (const provider of ['standard', 'easypost', 'ups'])
      expect((await post(context, shop, provider, body)).status).toBe(400)
  })

  it('leaves nothing behind', async () => {
    expect((await effectsOf(database, shop.id)).inbox).toEqual([])
  })
})

describe('odd JSON', () => {
  it('with a byte order mark is read', async () => {
    const body = bytes([0xef, 0xbb, 0xbf], JSON.stringify(parcelUpdate({ status: 'in_transit.arrived' })))
    expect(await read('standard', body)).toMatchObject({ status: 200, statements: 1 })
  })

  it('with equal keys says the last of them', async () => {
    const body = JSON.stringify(parcelUpdate({})).replace('"number"', '"number":"1111111111","number"')
    expect((await read('standard', body)).shipments).toMatchObject([{ number: '00340434161094000001' }])
  })

  it('with a number beyond 2^53 keeps its digits', async () => {
    const body = JSON.stringify(parcelUpdate({})).replace('"00340434161094000001"', '340434161094000001')
    expect((await read('standard', body)).shipments).toMatchObject([{ number: '340434161094000001' }])
    const trailing = body.replace('340434161094000001', '92055901755477000271990251')
    expect((await read('standard', trailing)).shipments).toMatchObject([
      { number: '92055901755477000271990251' },
    ])
  })

  it('that names __proto__ or constructor changes nothing for anybody', async () => {
    const body = JSON.stringify(parcelUpdate({ carrier: 'constructor' })).replace(
      '{"type"',
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"type"',
    )
    expect(await read('standard', body)).toMatchObject({ status: 200, inbox: [{ state: 'processed' }] })
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  /** NUL, halves of surrogate pairs, marks that turn writing round, and what would end a statement. */
  const ODD = `\\u0000a\\ud83db\\udc00c\\u202ed\\ufeff'; drop table scans; --${'\\ud83d'.repeat(300)}`

  it.each([
    ['aftership', 'update.2026-07.out-for-delivery.dhl'],
    ['easypost', 'updated.return.usps'],
    ['ship24', 'delivered.doc-example'],
    ['shipengine', 'v2.fedex.delivered'],
    ['shippo', 'updated.address-issue.dhl'],
    ['ups', 'alert-v2.delivered.signed'],
    ['standard', 'locker'],
  ])(
    'with characters in any text of %s (%s) that no database takes is stored and read',
    async (provider, name) => {
      const own = await addShop(context)
      const source = new TextDecoder().decode(fixtureBytes(`${provider}/${name}.json`))
      const strings = [...source.matchAll(/: "([^"]{2,})"/g)]
      expect(strings.length).toBeGreaterThan(3)
      for (const { index, 0: whole } of strings) {
        const body = `${source.slice(0, index)}${whole.slice(0, -1)}${ODD}"${source.slice(index + whole.length)}`
        expect([200, 202], whole).toContain((await post(context, own, provider, body)).status)
      }
      const { inbox } = await effectsOf(database, own.id)
      expect(inbox.filter(({ state }) => state === 'received' || state === 'failed')).toEqual([])
      expect(inbox.filter(({ state }) => state === 'processed').length).toBeGreaterThan(0)
    },
  )
})

describe('odd facts', () => {
  it('of a false Z claim no zone: the local clock stays as it was written', async () => {
    const bodies = singleScanBodies().filter(([provider]) => ['easypost', 'shippo'].includes(provider))
    expect(bodies.length).toBeGreaterThan(3)
    for (const [provider, path] of bodies) {
      const times = timesOf(await read(provider, fixtureBytes(`${provider}/${path}`)))
      const marked = times.filter(({ raw }) => /(Z|\+00:?00)$/.test(raw ?? ''))
      expect(marked.length, path).toBeGreaterThan(0)
      for (const time of marked)
        expect(time).toMatchObject({ at: null, zoneKnown: false, localTime: time.raw?.slice(0, 19) })
    }
  })

  it('of the year 2875 promise nothing and date nothing', async () => {
    const scans = [
      scan('2026-11-19T10:00:00Z', 'in_transit.arrived'),
      scan('2875-10-22T10:00:00Z', 'in_transit.departed'),
    ]
    const body = parcelUpdate({ scans, window: { earliest: '2875-10-22', latest: '2875-10-22' } })
    const { shipments } = await read('standard', body)
    expect(shipments[0]?.projection).toMatchObject({
      window: null,
      originalWindow: null,
      lastScan: '2026-11-19T10:00:00.000Z',
    })
    expect(shipments[0]?.projection.timeline).toHaveLength(2)
  })

  it('of fifteen thousand scans in one body are all kept', async () => {
    const minute = (i: number) => new Date(Date.UTC(2026, 10, 1) + i * 60_000).toISOString()
    const scans = Array.from({ length: 15_000 }, (_, i) => ({ at: minute(i), status: 'in_transit.arrived' }))
    expect(await read('standard', parcelUpdate({ scans }))).toMatchObject({
      status: 200,
      inbox: [{ state: 'processed' }],
      scans: 15_000,
    })
  })

  it('of a topic as long as a book leave a short reason', async () => {
    const { status, inbox } = await read('standard', { type: 'x'.repeat(900_000) })
    expect([status, inbox[0]?.state]).toEqual([200, 'ignored'])
    expect(inbox[0]?.error?.length).toBe(2_000)
  })

  it('of unknown codes keep the scan and leave the state', async () => {
    const scans = [
      scan('2026-11-19T10:00:00Z', 'in_transit.arrived'),
      scan('2026-11-20T10:00:00Z', 'levitating.gently'),
    ]
    const { shipments } = await read('standard', parcelUpdate({ scans }))
    expect(shipments[0]?.projection).toMatchObject({
      status: 'in_transit.arrived',
      timeline: [{ status: null }, {}],
    })
    const known = await read(
      'standard',
      parcelUpdate({ scans: [scan('2026-11-20T10:00:00Z', 'delivered.by_drone')] }),
    )
    expect(known.shipments[0]?.projection.status).toBe('delivered.other')
  })

  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null
  /** The value with every field in turn set to null, list members and nested fields too. */
  function* nulled(value: unknown): Generator<unknown> {
    if (Array.isArray(value))
      for (const [i, member] of value.entries()) for (const next of nulled(member)) yield value.with(i, next)
    else if (isObject(value))
      for (const key of Object.keys(value)) {
        yield { ...value, [key]: null }
        for (const next of nulled(value[key])) yield { ...value, [key]: next }
      }
  }

  it.each([
    ['standard', 'window-with-hours'],
    ['aftership', 'update.legacy-v4.exception'],
    ['easypost', 'updated.delivered.ups.guide'],
    ['ups', 'alert-v2.exception.no-zone'],
    ['ship24', 'two-parcels'],
    ['shipengine', 'v1.dhl.locker.number-in-address'],
    ['shippo', 'updated.in-transit.test'],
  ])('of %s with a null in any place of %s are never an error of ours', async (provider, name) => {
    const own = await addShop(context)
    const bodies = [...nulled(JSON.parse(new TextDecoder().decode(fixtureBytes(`${provider}/${name}.json`))))]
    expect(bodies.length).toBeGreaterThan(10)
    for (const body of bodies)
      expect([200, 202]).toContain((await post(context, own, provider, JSON.stringify(body))).status)
    const { inbox } = await effectsOf(database, own.id)
    expect(inbox.filter(({ state }) => state === 'received' || state === 'failed')).toEqual([])
  })
})
