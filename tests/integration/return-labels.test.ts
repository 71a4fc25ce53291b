import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { findReturnById } from '@/db/queries/read-return'
import { numberRanges, returnFiles, shipments } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { drawLabel } from '@/lib/returns/labels/draw-label'
import type { LabelRange } from '@/lib/returns/settings'
import { findLabelFacts } from '@/lib/services/returns/labels/find-label-facts'
import { requestLabels } from '@/lib/services/returns/labels/request-labels'
import { runLabelWork } from '@/lib/services/returns/labels/run-label-work'
import { voidLabels } from '@/lib/services/returns/labels/void-labels'
import { sweep } from '@/lib/services/sweep'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { type Answer, type FakeProvider, fakeProvider } from '@/tests/support/label-providers'
import {
  approve,
  boxesOf,
  labelMethod,
  labelWork,
  type Packed,
  writeMethods,
  writeReturn,
  writeSettings,
} from '@/tests/support/label-return'
import { parcelUpdate, post, scan } from '@/tests/support/post'
import { readPdf } from '@/tests/support/read-label'
import { labelFacts, talkIn } from '@/tests/support/sample-label'

vi.mock('next/server', () => import('@/tests/support/after'))

let database: TestDatabase
let server: FakeProvider
let context: TestContext
let shop: TestShop
let pdf: Uint8Array

beforeAll(async () => {
  database = await createTestDatabase()
  server = await fakeProvider()
  pdf = await drawLabel(labelFacts(), 'a6', talkIn('de'))
})
afterAll(async () => {
  await server.close()
  await database.drop()
})
beforeEach(async () => {
  server.reset()
  context = testContext(database)
  useContext(context, database)
  shop = await addShop(context, {}, ['standard'])
})

const inShop = <T>(work: Parameters<typeof withShop<T>>[2]) => withShop(context.db, shop.id, work)
const readReturn = async (id: string) => {
  const found = await inShop((tx) => findReturnById(tx, shop.id, id))
  if (!found) throw new Error('no such return')
  return found
}
/** A return let through, with the method that the shop's policy has. */
const sent = async (packed: Packed = {}) => {
  const { id } = await writeReturn(context, shop.id, packed)
  const finished = await approve(context, shop.id, id)
  return { id, finished }
}
const range = (more: Partial<LabelRange> = {}): LabelRange => ({
  name: 'dhl-2026',
  scheme: 's10',
  prefix: 'RR',
  suffix: 'DE',
  first: 10,
  last: 99_999_999,
  symbology: 'code128',
  ...more,
})

describe('labels of our own', () => {
  beforeEach(() =>
    writeMethods(context, shop.id, [labelMethod(), { kind: 'own_carrier', id: 'own', texts: { en: 'Own' } }]),
  )

  it('work out of the box: the return’s own number, at once, and the return knows it', async () => {
    const { id, finished } = await sent({ boxes: [['refund'], ['refund']] })
    expect(finished.state).toBe('label_issued')
    const { number, log, boxes } = await readReturn(id)
    expect(boxes).toMatchObject([
      {
        labelState: 'issued',
        carrier: 'dhl',
        number: `${number}01`,
        label: { provider: 'builtin', qrText: `${number}01` },
      },
      { labelState: 'issued', carrier: 'dhl', number: `${number}02` },
    ])
    expect(log.map(({ event }) => event)).toEqual(['submit_approved', 'label_issued'])
    expect(log.at(-1)?.data).toEqual({ numbers: [`${number}01`, `${number}02`] })
    expect(await labelWork(context, shop.id)).toEqual([])
  })

  it('come out of the shop’s range of the carrier, one after the other', async () => {
    await writeSettings(context, shop.id, { ranges: { dhl: range() } })
    const { id } = await sent({ boxes: [['refund'], ['refund']] })
    expect((await boxesOf(context, shop.id, id)).map(({ number }) => number)).toEqual([
      'RR000000102DE',
      'RR000000116DE',
    ])
  })

  it('have no gaps and no doubles, however many ask at once', async () => {
    await writeSettings(context, shop.id, {
      ranges: { dhl: range({ scheme: 'plain', prefix: 'A', suffix: '', first: 1, last: 999 }) },
    })
    const made = await Promise.all(Array.from({ length: 12 }, () => writeReturn(context, shop.id)))
    await Promise.all(made.map(({ id }) => approve(context, shop.id, id)))
    const boxes = await Promise.all(made.map(({ id }) => boxesOf(context, shop.id, id)))
    expect(boxes.flatMap((all) => all.map(({ number }) => number)).toSorted()).toEqual(
      Array.from({ length: 12 }, (_, i) => `A${String(i + 1).padStart(3, '0')}`),
    )
  })

  it('give a number back where the transaction fails', async () => {
    await writeSettings(context, shop.id, { ranges: { dhl: range() } })
    const { id } = await writeReturn(context, shop.id)
    await expect(
      inShop(async (tx) => {
        await requestLabels(tx, context, shop.id, id)
        throw new Error('something else went wrong')
      }),
    ).rejects.toThrow('something else')
    await approve(context, shop.id, id)
    expect((await boxesOf(context, shop.id, id))[0]?.number).toBe('RR000000102DE')
  })

  it('go on where a range was moved forward, and never back', async () => {
    await writeSettings(context, shop.id, { ranges: { dhl: range() } })
    await sent()
    await writeSettings(context, shop.id, { ranges: { dhl: range({ first: 500 }) } })
    await sent()
    await writeSettings(context, shop.id, { ranges: { dhl: range({ first: 1 }) } })
    await sent()
    const [row] = await inShop((tx) => tx.select().from(numberRanges).where(eq(numberRanges.shopId, shop.id)))
    expect(row).toMatchObject({ name: 'dhl-2026', next: 502 })
  })

  it('say that a range is used up, let the return through all the same, and go on when there is a new one', async () => {
    await writeSettings(context, shop.id, { ranges: { dhl: range({ first: 1, last: 1 }) } })
    await sent()
    const { id, finished } = await sent()
    expect(finished.state).toBe('approved')
    expect(await boxesOf(context, shop.id, id)).toMatchObject([
      {
        labelState: 'failed',
        number: null,
        labelError: 'number_range_exhausted: the range dhl-2026 ends at 1 and is used up',
      },
    ])
    expect(await failures()).toMatchObject([{ box: 1, provider: 'builtin', state: 'approved' }])
    await writeSettings(context, shop.id, { ranges: { dhl: range({ name: 'dhl-2027', first: 700 }) } })
    await inShop((tx) => requestLabels(tx, context, shop.id, id))
    expect(await boxesOf(context, shop.id, id)).toMatchObject([{ labelState: 'issued', labelError: null }])
  })

  it('are another shop’s own: the same range counts for each', async () => {
    const other = await addShop(context, {}, [])
    await writeMethods(context, other.id, [labelMethod()])
    for (const { id } of [shop, other]) await writeSettings(context, id, { ranges: { dhl: range() } })
    await sent()
    const { id } = await writeReturn(context, other.id)
    await approve(context, other.id, id)
    expect((await boxesOf(context, other.id, id))[0]?.number).toBe('RR000000102DE')
  })

  it('are made for what travels alone', async () => {
    const { id, finished } = await sent({ boxes: [['keep'], ['refund', 'keep']] })
    expect(finished.state).toBe('label_issued')
    expect((await boxesOf(context, shop.id, id)).map(({ labelState }) => labelState)).toEqual([
      'none',
      'issued',
    ])
    const facts = await inShop(async (tx) => {
      const found = await findReturnById(tx, shop.id, id)
      return found && findLabelFacts(tx, context, shop.shop, found, 2)
    })
    expect(facts).toMatchObject({ boxes: 1, items: [{ title: 'Ding 2' }] })
  })

  it('are drawn from what is stored, and the number is scanned again', async () => {
    await writeSettings(context, shop.id, { ranges: { dhl: range({ symbology: 'datamatrix' }) } })
    const { id } = await sent()
    const facts = await inShop(async (tx) => {
      const found = await findReturnById(tx, shop.id, id)
      return found && findLabelFacts(tx, context, shop.shop, found, 1)
    })
    if (!facts) throw new Error('no facts')
    const { number } = await readReturn(id)
    expect(facts).toMatchObject({
      from: { name: 'Resi Huber', line1: 'Sendlinger Str. 1' },
      to: { name: 'Alpenglück Retouren' },
      orderNumbers: [`AG-${number}`],
      lastDay: '2026-12-18',
    })
    const [page] = await readPdf(await drawLabel(facts, 'a4', talkIn('de')))
    expect(page?.codes).toContainEqual({ format: 'DataMatrix', text: 'RR000000102DE' })
    expect(page?.codes).toContainEqual({ format: 'QRCode', text: `https://orders.example/r/${number}` })
  })

  it('of a present say nothing of its giver, and leave room to write', async () => {
    await writeSettings(context, shop.id, { ranges: { dhl: range() } })
    const { id } = await sent({ gift: true, email: 'receiver@example.org' })
    const facts = await inShop(async (tx) => {
      const found = await findReturnById(tx, shop.id, id)
      return found && findLabelFacts(tx, context, shop.shop, found, 1)
    })
    expect(facts).toMatchObject({ from: null, barcode: 'RR000000102DE' })
  })

  it('are voided at once, are drawn no more, and are made anew when they are asked for again', async () => {
    await writeSettings(context, shop.id, { ranges: { dhl: range() } })
    const { id } = await sent()
    await inShop((tx) => voidLabels(tx, context, shop.id, id))
    expect(await boxesOf(context, shop.id, id)).toMatchObject([
      { labelState: 'voided', number: 'RR000000102DE' },
    ])
    const facts = await inShop(async (tx) => {
      const found = await findReturnById(tx, shop.id, id)
      return found && findLabelFacts(tx, context, shop.shop, found, 1)
    })
    expect(facts).toBeNull()
    await inShop((tx) => requestLabels(tx, context, shop.id, id))
    expect(await boxesOf(context, shop.id, id)).toMatchObject([
      { labelState: 'issued', number: 'RR000000116DE' },
    ])
    expect(await labelWork(context, shop.id)).toEqual([])
  })

  it('aren’t asked for by a method that needs none', async () => {
    const { id, finished } = await sent({ method: 'own', kind: 'store' })
    expect(finished.state).toBe('approved')
    expect(await boxesOf(context, shop.id, id)).toMatchObject([{ labelState: 'none', number: null }])
  })
})

describe('the parcel that a label belongs to', () => {
  beforeEach(() => writeMethods(context, shop.id, [labelMethod()]))

  const shipmentOf = async (id: string) => {
    const [box] = await boxesOf(context, shop.id, id)
    const [row] = await inShop((tx) =>
      tx
        .select()
        .from(shipments)
        .where(and(eq(shipments.shopId, shop.id), eq(shipments.id, box?.shipmentId ?? ''))),
    )
    if (!row) throw new Error('no shipment')
    return row
  }

  it('is known before its first scan, and comes back', async () => {
    const { id } = await sent()
    expect(await shipmentOf(id)).toMatchObject({
      carrier: 'dhl',
      generation: 1,
      projection: { direction: 'inbound' },
    })
  })

  it('is told of by the same webhooks, and stays one that comes back although its scans don’t say so', async () => {
    const { id } = await sent()
    const { number } = await shipmentOf(id)
    const scans = [scan('2026-11-20T12:00:00Z', 'in_transit.picked_up')]
    expect((await post(context, shop, 'standard', parcelUpdate({ number, scans }))).status).toBe(200)
    expect((await shipmentOf(id)).projection).toMatchObject({
      direction: 'inbound',
      status: 'in_transit.picked_up',
    })
    expect((await readReturn(id)).state).toBe('in_transit')
  })
})

/** What the merchant was told of labels that could not be had. */
const failures = async () =>
  (
    await database.superuser.sql<{ payload: unknown }[]>`
      select payload from outbox where shop_id = ${shop.id} and milestone = 'label_failed' order by id`
  ).map(({ payload }) => payload)

const PROVIDER_SHIPMENT = {
  id: 'shp_1',
  rates: [{ id: 'rate_1', carrier: 'DHLPaket', service: 'Retoure', rate: '4.00' }],
  messages: [],
}
const bought = () => ({
  ...PROVIDER_SHIPMENT,
  tracking_code: '00340434161094000001',
  selected_rate: { carrier: 'DHLPaket' },
  postage_label: { label_url: `${server.origin}/label.pdf`, label_pdf_url: null },
})

describe('labels of a provider', () => {
  const file = (): Answer => ({ raw: pdf, headers: { 'content-type': 'application/pdf' } })
  const calls = () =>
    server.asked.map(({ method, url }) => `${method} ${url.replace(/[0-9a-f-]{36}/, '<return>')}`)
  const BUYING = ['POST /v2/shipments', 'POST /v2/shipments/shp_1/buy', 'GET /label.pdf']
  const run = (id: string) => runLabelWork(context, shop.id, id)

  beforeEach(async () => {
    await writeMethods(context, shop.id, [
      labelMethod({ provider: 'easypost', service: 'Retoure' }),
      labelMethod({ id: 'builtin' }),
    ])
    await writeSettings(
      context,
      shop.id,
      { labels: { easypost: { url: server.origin } } },
      { easypost: 'EZAKsecret' },
    )
    server.on('POST /v2/shipments', { status: 201, json: PROVIDER_SHIPMENT })
    server.on('POST /v2/shipments/shp_1/buy', { json: bought() })
    server.on('GET /label.pdf', file())
  })

  it('are asked for after the return was let through, and kept', async () => {
    const { id, finished } = await sent({ boxes: [['refund'], ['refund']] })
    expect(finished.state).toBe('approved')
    expect(server.asked).toEqual([])
    expect((await boxesOf(context, shop.id, id)).map(({ labelState }) => labelState)).toEqual(['due', 'due'])
    await run(id)
    expect(calls()).toEqual([...BUYING, ...BUYING])
    const { state, boxes } = await readReturn(id)
    expect(state).toBe('label_issued')
    expect(boxes[0]).toMatchObject({
      labelState: 'issued',
      number: '00340434161094000001',
      labelError: null,
      label: {
        provider: 'easypost',
        reference: 'shp_1',
        files: [{ form: 'a6', mediaType: 'application/pdf' }],
      },
      shipment: { projection: { direction: 'inbound' } },
    })
    const fileId = boxes[0]?.label?.files[0]?.fileId ?? ''
    const [kept] = await inShop((tx) =>
      tx
        .select()
        .from(returnFiles)
        .where(and(eq(returnFiles.shopId, shop.id), eq(returnFiles.id, fileId))),
    )
    expect(kept).toMatchObject({ ownerType: 'return', ownerId: id, kind: 'label', part: '1' })
    expect(Buffer.compare(Buffer.from(kept?.content ?? []), Buffer.from(pdf))).toBe(0)
    expect(await labelWork(context, shop.id)).toEqual([])
  })

  it('have another reference for every box', async () => {
    const { id } = await sent({ boxes: [['refund'], ['refund']] })
    await run(id)
    const references = server.asked.flatMap(({ url, body }) =>
      url === '/v2/shipments' ? [JSON.stringify(body).match(/"reference":"([^"]+)"/)?.[1]] : [],
    )
    expect(references).toEqual([`${id}-1`, `${id}-2`])
  })

  it('are bought once by two workers at once', async () => {
    const { id } = await sent()
    await Promise.all([run(id), run(id), run(id)])
    expect(calls()).toEqual(BUYING)
  })

  it('are done by the sweeper too', async () => {
    const { id } = await sent()
    context.pass(5)
    await sweep(context)
    expect((await readReturn(id)).state).toBe('label_issued')
  })

  it('are bought once although the program died between the purchase and the note of it', async () => {
    const { id } = await sent()
    const dying = {
      ...context,
      fetch: async (...call: Parameters<typeof context.fetch>) => {
        const answer = await context.fetch(...call)
        if (call[0].endsWith('/buy')) throw new Error('the power went out')
        return answer
      },
    }
    await expect(runLabelWork(dying, shop.id, id)).rejects.toThrow('the power went out')
    expect(await boxesOf(context, shop.id, id)).toMatchObject([{ labelState: 'due', labelTries: 1 }])
    server.on(`GET /v2/shipments/${id}-1`, { json: bought() })
    // Whoever comes within the lease leaves it alone.
    await run(id)
    expect(calls()).toEqual(BUYING.slice(0, 2))
    context.pass(301)
    await run(id)
    expect(calls()).toEqual([...BUYING.slice(0, 2), 'GET /v2/shipments/<return>-1', 'GET /label.pdf'])
    expect(await boxesOf(context, shop.id, id)).toMatchObject([
      { labelState: 'issued', number: '00340434161094000001' },
    ])
  })

  it('are asked for again later where the provider is away, and looked for first', async () => {
    server.on('POST /v2/shipments/shp_1/buy', { status: 503, raw: 'down' }, { json: bought() })
    const { id } = await sent()
    await run(id)
    expect(await boxesOf(context, shop.id, id)).toMatchObject([
      { labelState: 'due', labelError: '503', labelTries: 1 },
    ])
    const [work] = await labelWork(context, shop.id)
    expect(work?.dueAt.getTime()).toBe(context.now().getTime() + 10_000)
    server.on(`GET /v2/shipments/${id}-1`, { json: PROVIDER_SHIPMENT })
    context.pass(11)
    await run(id)
    expect(calls().filter((call) => call === 'POST /v2/shipments')).toHaveLength(1)
    expect((await readReturn(id)).state).toBe('label_issued')
  })

  it('wait as long as the provider asks', async () => {
    server.on('POST /v2/shipments', { status: 429, json: {}, headers: { 'retry-after': '900' } })
    const { id } = await sent()
    await run(id)
    const [work] = await labelWork(context, shop.id)
    expect(work?.dueAt.getTime()).toBe(context.now().getTime() + 900_000)
  })

  it('fail after the last try with the reason, and are had when a person asks again', async () => {
    server.on('POST /v2/shipments', { status: 503, raw: 'down' })
    const { id } = await sent()
    for (let tries = 0; tries < 7; tries++) {
      await run(id)
      context.pass(6 * 3600 + 1)
    }
    expect(await boxesOf(context, shop.id, id)).toMatchObject([
      { labelState: 'failed', labelError: '503', labelTries: 7 },
    ])
    expect(await labelWork(context, shop.id)).toEqual([])
    expect((await readReturn(id)).state).toBe('approved')
    expect(await failures()).toMatchObject([{ box: 1, provider: 'easypost', error: '503' }])
    server.on('POST /v2/shipments', { status: 201, json: PROVIDER_SHIPMENT })
    await inShop((tx) => requestLabels(tx, context, shop.id, id))
    await run(id)
    expect((await readReturn(id)).state).toBe('label_issued')
  })

  it.each([
    ['a refusal', { status: 422, json: { error: { message: 'Unable to ship' } } }, '422: Unable to ship'],
    ['a wrong secret', { status: 401, json: { error: { message: 'Unauthorized' } } }, '401: Unauthorized'],
    ['what nobody can read', { raw: '<html>' }, 'unreadable answer to POST /v2/shipments'],
  ] satisfies [string, Answer, string][])(
    'fail at once on %s, the other boxes are tried all the same',
    async (_what, answer, reason) => {
      server.on('POST /v2/shipments', answer, { status: 201, json: PROVIDER_SHIPMENT })
      const { id } = await sent({ boxes: [['refund'], ['refund']] })
      await run(id)
      expect(await boxesOf(context, shop.id, id)).toMatchObject([
        { labelState: 'failed', labelError: reason, number: null },
        { labelState: 'issued', labelError: null },
      ])
      expect((await readReturn(id)).state).toBe('approved')
      expect(await labelWork(context, shop.id)).toEqual([])
    },
  )

  it.each([
    [
      'the secret is missing',
      async () => writeSettings(context, shop.id, {}, {}),
      {},
      'easypost is not set up',
    ],
    ['the order has no address', async () => undefined, { line1: null }, 'no whole delivery address'],
  ] satisfies [string, () => Promise<unknown>, Packed, string][])(
    'ask nobody where %s',
    async (_what, prepare, packed, reason) => {
      await prepare()
      const { id } = await sent(packed)
      await run(id)
      expect(server.asked).toEqual([])
      const [box] = await boxesOf(context, shop.id, id)
      expect(box).toMatchObject({ labelState: 'failed', labelTries: 0 })
      expect(box?.labelError).toContain(reason)
    },
  )

  const fromSameCountry = () =>
    database.superuser.sql`
      update orders set delivery_address = jsonb_set(delivery_address, '{countryCode}', '"AT"')
      where shop_id = ${shop.id}`

  it('name a gift’s receiver and never its giver', async () => {
    const { id } = await sent({ gift: true, email: 'receiver@example.org' })
    await fromSameCountry()
    await run(id)
    const asked = JSON.stringify(server.asked[0]?.body)
    expect(asked).toContain('receiver@example.org')
    expect(asked).not.toContain('resi@example.org')
    expect(asked).not.toContain('+49891234567')
    expect(asked).not.toContain('Resi')
  })

  it('send a gift from the shop’s own address: the order’s may be its giver’s home', async () => {
    const { id, finished } = await sent({ gift: true, email: 'receiver@example.org' })
    await fromSameCountry()
    await run(id)
    const asked = JSON.stringify(server.asked[0]?.body)
    expect(asked).toContain(`Return ${finished.number}`)
    expect(asked).not.toContain('Sendlinger')
  })

  it('are nobody’s to ask for where a gift comes from another country: its sender isn’t known', async () => {
    const { id } = await sent({ gift: true, email: 'receiver@example.org' })
    await run(id)
    expect(server.asked).toEqual([])
    const [box] = await boxesOf(context, shop.id, id)
    expect(box).toMatchObject({ labelState: 'failed' })
    expect(box?.labelError).toContain('another country')
  })

  it('are given back when they are voided, and nobody can print them any more', async () => {
    const { id } = await sent()
    await run(id)
    server.on('POST /v2/shipments/shp_1/refund', { json: { ...bought(), refund_status: 'submitted' } })
    await inShop((tx) => voidLabels(tx, context, shop.id, id))
    expect(await boxesOf(context, shop.id, id)).toMatchObject([
      { labelState: 'voiding', label: { files: [] } },
    ])
    expect(await inShop((tx) => tx.select().from(returnFiles).where(eq(returnFiles.ownerId, id)))).toEqual([])
    const [work] = await labelWork(context, shop.id)
    await runLabelWork(context, shop.id, work?.subject ?? '')
    expect(calls().at(-1)).toBe('POST /v2/shipments/shp_1/refund')
    expect(await boxesOf(context, shop.id, id)).toMatchObject([{ labelState: 'voided', labelError: null }])
    expect(await labelWork(context, shop.id)).toEqual([])
  })

  it('say where a provider doesn’t take one back', async () => {
    const { id } = await sent()
    await run(id)
    server.on('POST /v2/shipments/shp_1/refund', { json: { ...bought(), refund_status: 'rejected' } })
    await inShop((tx) => voidLabels(tx, context, shop.id, id))
    const [work] = await labelWork(context, shop.id)
    await runLabelWork(context, shop.id, work?.subject ?? '')
    expect(await boxesOf(context, shop.id, id)).toMatchObject([
      { labelState: 'voided', labelError: 'not given back: EasyPost rejects the refund' },
    ])
  })

  it('are called off for nothing where nobody was asked yet', async () => {
    const { id } = await sent()
    await inShop((tx) => voidLabels(tx, context, shop.id, id))
    await run(id)
    expect(server.asked).toEqual([])
    expect(await boxesOf(context, shop.id, id)).toMatchObject([{ labelState: 'voided' }])
    expect(await labelWork(context, shop.id)).toEqual([])
  })

  it('are looked for and given back where it isn’t known whether they were bought', async () => {
    server.on('POST /v2/shipments/shp_1/buy', { status: 503, raw: 'down' })
    const { id } = await sent()
    await run(id)
    await inShop((tx) => voidLabels(tx, context, shop.id, id))
    server.on(`GET /v2/shipments/${id}-1`, { json: bought() })
    server.on('POST /v2/shipments/shp_1/refund', { json: { ...bought(), refund_status: 'submitted' } })
    const work = await labelWork(context, shop.id)
    context.pass(60)
    for (const { subject } of work) await runLabelWork(context, shop.id, subject)
    expect(calls().at(-1)).toBe('POST /v2/shipments/shp_1/refund')
    expect(await boxesOf(context, shop.id, id)).toMatchObject([{ labelState: 'voided', labelError: null }])
    expect(await labelWork(context, shop.id)).toEqual([])
  })

  it('that come while they are voided are given back', async () => {
    const { id } = await sent()
    const slow = {
      ...context,
      fetch: async (...call: Parameters<typeof context.fetch>) => {
        if (call[0].endsWith('/label.pdf')) await inShop((tx) => voidLabels(tx, context, shop.id, id))
        return context.fetch(...call)
      },
    }
    server.on('POST /v2/shipments/shp_1/refund', { json: { ...bought(), refund_status: 'submitted' } })
    server.on(`GET /v2/shipments/${id}-1`, { json: bought() })
    await runLabelWork(slow, shop.id, id)
    expect(await boxesOf(context, shop.id, id)).toMatchObject([{ labelState: 'voiding' }])
    for (const { subject } of await labelWork(context, shop.id)) await runLabelWork(context, shop.id, subject)
    expect(calls()).toContain('POST /v2/shipments/shp_1/refund')
    expect(await boxesOf(context, shop.id, id)).toMatchObject([{ labelState: 'voided' }])
    expect(await labelWork(context, shop.id)).toEqual([])
  })

  it('of another way replace them under another reference, while the old ones are given back', async () => {
    const { id } = await sent()
    await run(id)
    await inShop(async (tx) => {
      await voidLabels(tx, context, shop.id, id)
      await requestLabels(tx, context, shop.id, id)
    })
    expect(await boxesOf(context, shop.id, id)).toMatchObject([{ labelState: 'due' }])
    server.on('POST /v2/shipments/shp_1/refund', { json: { ...bought(), refund_status: 'submitted' } })
    for (const { subject } of await labelWork(context, shop.id)) await runLabelWork(context, shop.id, subject)
    const references = server.asked.flatMap(({ url, body }) =>
      url === '/v2/shipments' ? [JSON.stringify(body).match(/"reference":"([^"]+)"/)?.[1]] : [],
    )
    expect(references).toHaveLength(2)
    expect(new Set(references).size).toBe(2)
    for (const reference of references) expect(reference?.length).toBeLessThanOrEqual(50)
    expect(await boxesOf(context, shop.id, id)).toMatchObject([{ labelState: 'issued' }])
    expect(calls().filter((call) => call.endsWith('/refund'))).toHaveLength(1)
  })

  it('are nobody else’s: a shop without the secret gets none by the other’s', async () => {
    const other = await addShop(context, {}, [])
    await writeMethods(context, other.id, [labelMethod({ provider: 'easypost' })])
    const { id } = await writeReturn(context, other.id)
    await approve(context, other.id, id)
    await runLabelWork(context, other.id, id)
    expect(server.asked).toEqual([])
    expect(await boxesOf(context, other.id, id)).toMatchObject([{ labelState: 'failed' }])
  })
})
