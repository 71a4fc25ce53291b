import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { findOrderForLookUp } from '@/db/queries/find-order'
import { addressFixes, careCases, outbox, wishes } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { careListSchema } from '@/lib/api/schemas/care-schema'
import { logger } from '@/lib/core/logger'
import { orderNumberKey } from '@/lib/orders/order'
import { erasePerson } from '@/lib/services/erase-person'
import { forgetExpired } from '@/lib/services/forget-expired'
import { orderToken } from '@/lib/services/order-links'
import { sweep } from '@/lib/services/sweep'
import { api, askCare } from '@/tests/support/care'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { order, parcelUpdate, post, putOrder, scan } from '@/tests/support/post'
import { type Visitor, visitor } from '@/tests/support/visitor'

vi.mock('next/server', () => import('@/tests/support/after'))

const DAY = 24 * 3600
const ADDRESS = {
  name: 'Resi Huber',
  line1: 'Sendlinger Str. 111',
  postalCode: '80331',
  city: 'München',
  countryCode: 'DE',
}

let database: TestDatabase
let context: TestContext
let shop: TestShop
let me: Visitor
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

beforeEach(async () => {
  context = testContext(database, '2026-11-20T12:00:00.000Z')
  useContext(context, database)
  shop = await addShop(context)
  me = visitor(askCare)
})

const report = (data: object) => post(context, shop, 'standard', parcelUpdate(data))

/** An order with one parcel, and its links. */
async function place(number = 'AG-1', more: object = {}) {
  await putOrder(
    shop,
    number,
    order({
      customer: { name: 'Resi Huber', email: 'resi@example.org' },
      deliveryAddress: ADDRESS,
      parcels: [{ carrier: 'dhl', number: `P-${number}` }],
      ...more,
    }),
  )
  const found = await withShop(context.db, shop.id, (tx) =>
    findOrderForLookUp(tx, shop.id, orderNumberKey(number)),
  )
  if (!found) throw new Error('no order')
  const link = (scope: 'view' | 'act', part: string, tree = '') =>
    `${tree}/${shop.shop.slug}/en/o/${orderToken(context.keyring, shop.shop.key, found.id, scope)}/${part}`
  return { id: found.id, parcel: `P-${number}`, link }
}

const wrongAddress = (number: string, at = '2026-11-20T09:00:00+01:00') =>
  report({ number, scans: [scan(at, 'exception.address_problem')] })

async function listed(query = '') {
  const response = await api(shop, 'GET', `/api/v1/care${query}`)
  expect(response.status).toBe(200)
  return careListSchema.parse(await response.json())
}

const tick = async (seconds: number) => {
  context.pass(seconds)
  while ((await sweep(context)) > 0);
}

const told = (subjectType: string) =>
  withShop(context.db, shop.id, (tx) => tx.select().from(outbox).where(eq(outbox.subjectType, subjectType)))

describe('an address that a carrier couldn’t deliver to', () => {
  it('is corrected on the page, told to the shop, and on its list until somebody has seen to it', async () => {
    const { parcel, link } = await place()
    await wrongAddress(parcel)
    expect((await listed()).entries).toMatchObject([
      { kind: 'address', orders: ['AG-1'], parcel: { number: parcel }, correction: null },
    ])
    await me.open(link('act', 'address'))
    expect([me.status, me.valueOf('line1')]).toEqual([200, 'Sendlinger Str. 111'])
    await me.answer({ line1: 'Sendlinger Str. 11' }, '[data-part=address-form]')
    expect(me.hops.at(-1)).toMatchObject({ status: 303 })
    expect(me.text()).toContain('has the address and sees to it')
    const [message] = await told('address')
    expect(message).toMatchObject({
      milestone: 'corrected',
      payload: {
        order: 'AG-1',
        parcels: [{ carrier: 'dhl', number: parcel }],
        previous: { line1: 'Sendlinger Str. 111' },
        address: { line1: 'Sendlinger Str. 11' },
      },
    })
    const [entry] = (await listed()).entries
    expect(entry?.correction?.address.line1).toBe('Sendlinger Str. 11')
    expect((await api(shop, 'POST', `/api/v1/care/${entry?.id}/handled`)).status).toBe(204)
    expect((await api(shop, 'POST', `/api/v1/care/${entry?.id}/handled`)).status).toBe(204)
    expect((await listed()).entries).toEqual([])
    expect((await listed('?handled=true')).entries).toMatchObject([{ id: entry?.id, handledBy: 'tests' }])
  })

  it('leaves the list by itself when the parcel goes on, and comes back with a new problem', async () => {
    const { parcel, link } = await place()
    await wrongAddress(parcel)
    await me.open(link('act', 'address'))
    await me.submit('[data-part=address-form]')
    await report({ number: parcel, scans: [scan('2026-11-20T11:00:00+01:00', 'in_transit.forwarded')] })
    expect((await listed()).entries).toEqual([])
    await wrongAddress(parcel, '2026-11-21T09:00:00+01:00')
    expect((await listed()).entries).toMatchObject([{ kind: 'address', correction: null }])
  })

  it('shows what looks unusual, and takes it all the same when its writer says so', async () => {
    const { parcel, link } = await place()
    await wrongAddress(parcel)
    await me.open(link('act', 'address'))
    await me.answer({ postalCode: '10115' }, '[data-part=address-form]')
    expect(me.status).toBe(422)
    expect(me.text()).toContain('Postcodes of München begin with 80 or 81')
    expect(await told('address')).toEqual([])
    await me.submit('[data-part=address-form]', ['choice', 'mine'])
    expect((await told('address'))[0]?.payload).toMatchObject({ address: { postalCode: '10115' } })
  })

  it('suggests the state that a ZIP code belongs to', async () => {
    const us = {
      ...ADDRESS,
      line1: '1 Main St',
      postalCode: '10001',
      city: 'New York',
      region: 'NJ',
      countryCode: 'US',
    }
    const { parcel, link } = await place('AG-US', { deliveryAddress: us })
    await wrongAddress(parcel)
    await me.open(link('act', 'address'))
    await me.submit('[data-part=address-form]')
    expect(me.text()).toContain('1 Main St, 10001 New York, NY')
    await me.submit('[data-part=address-form]', ['choice', 'suggested'])
    expect((await told('address'))[0]?.payload).toMatchObject({ address: { region: 'NY' } })
  })

  it('asks for what is missing and keeps the rest', async () => {
    const { parcel, link } = await place()
    await wrongAddress(parcel)
    await me.open(link('act', 'address'))
    await me.answer({ city: '', line1: 'Sendlinger Str. 12' }, '[data-part=address-form]')
    expect(me.status).toBe(422)
    expect(me.errors().map(({ text, target }) => [text, target?.id])).toEqual([['This is missing.', 'city']])
    expect(me.valueOf('line1')).toBe('Sendlinger Str. 12')
  })

  it('is shown to nobody who only has a link to look, until they know the order’s e-mail address', async () => {
    const { parcel, link } = await place()
    await wrongAddress(parcel)
    await me.open(link('view', 'address'))
    expect(me.html).not.toContain('Sendlinger')
    await me.answer({ email: 'someone@example.org' }, '[data-part=email-form]')
    expect(me.status).toBe(422)
    expect(me.text()).toContain('isn’t the order’s email address')
    await me.answer({ email: 'RESI@example.org' }, '[data-part=email-form]')
    expect(me.valueOf('line1')).toBe('Sendlinger Str. 111')
    // A form of one's own with the link that only looks changes nothing.
    await me.send(link('view', 'address'), new URLSearchParams({ ...ADDRESS, line1: 'Elsewhere 1' }))
    expect(await told('address')).toEqual([])
  })

  it('has no form where nothing is wrong, and stays within the shop', async () => {
    const { link } = await place()
    await me.open(link('act', 'address'))
    expect(me.all('[data-part=address-form]')).toEqual([])
    expect(me.text()).toContain('No carrier asks for another address')
    await me.send(link('act', 'address'), new URLSearchParams({ ...ADDRESS, line1: 'Elsewhere 1' }))
    expect(await told('address')).toEqual([])
    const other = await addShop(context)
    await me.open(link('act', 'address').replace(shop.shop.slug, other.shop.slug))
    expect(me.status).toBe(404)
  })

  it('is corrected in a frame as well, and no log says what was written', async () => {
    const lines: string[] = []
    const spy = vi.spyOn(logger, 'info').mockImplementation((message, fields) => {
      lines.push(JSON.stringify([message, fields]))
      return true
    })
    const { parcel, link } = await place()
    await wrongAddress(parcel)
    await me.open(link('act', 'address', '/e'))
    await me.answer({ line1: 'Sendlinger Str. 77' }, '[data-part=address-form]')
    expect(me.address).toMatch(/^\/e\//)
    spy.mockRestore()
    const said = lines.join('\n')
    expect(said).toContain('line1')
    expect(said).not.toMatch(/Sendlinger|Huber|80331/)
  })
})

describe('a wish for a delivery', () => {
  it('is noted, told to the shop and shown; the newest counts', async () => {
    const { parcel, link } = await place()
    await report({ number: parcel, scans: [scan('2026-11-20T09:00:00+01:00', 'in_transit.arrived')] })
    await me.open(link('act', 'wishes'))
    expect(me.all<HTMLAnchorElement>('[data-part=carrier-wishes] a')[0]?.href).toContain('dhl.com')
    await me.answer({ kind: 'safe_place', place: 'In the shed' }, '[data-part=step-form]')
    expect(me.text()).toContain('Wished so far: left here: In the shed')
    await me.answer({ kind: 'other_day', day: '2026-11-24' }, '[data-part=step-form]')
    expect(me.text()).toContain('Wished so far: on Tuesday 24 November')
    expect((await told('wish')).map(({ payload }) => payload.wish)).toEqual([
      { kind: 'safe_place', where: 'In the shed' },
      { kind: 'other_day', day: '2026-11-24' },
    ])
    expect((await listed('?kind=wish')).entries).toMatchObject([
      { orders: ['AG-1'], wish: { kind: 'other_day', day: '2026-11-24' }, parcel: null },
    ])
  })

  it('says what it lacks', async () => {
    const { link } = await place()
    await me.open(link('act', 'wishes'))
    await me.submit('[data-part=step-form]')
    expect(me.errors().map(({ text }) => text)).toEqual(['Choose one.'])
    await me.answer({ kind: 'neighbour' }, '[data-part=step-form]')
    expect(me.errors().map(({ target }) => target?.id)).toEqual(['who', 'neighbour'])
    await me.send(link('act', 'wishes'), new URLSearchParams({ kind: 'other_day', day: '2027-01-01' }))
    expect(me.errors().map(({ text }) => text)).toEqual(['Choose a day.'])
    expect(await told('wish')).toEqual([])
  })

  it('comes too late once the parcel is on its vehicle', async () => {
    const { parcel, link } = await place()
    await report({
      number: parcel,
      scans: [scan('2026-11-20T09:00:00+01:00', 'out_for_delivery.on_vehicle')],
    })
    await me.open(link('act', 'wishes'))
    expect(me.all('form[data-part=step-form]')).toEqual([])
    await me.send(link('act', 'wishes'), new URLSearchParams({ kind: 'safe_place', place: 'shed' }))
    expect(await told('wish')).toEqual([])
  })
})

describe('a parcel that waits to be collected', () => {
  it('turns urgent three days before it goes back, and the shop is told once', async () => {
    const { parcel } = await place()
    const scans = [scan('2026-11-20T09:00:00+01:00', 'available_for_pickup.locker')]
    await report({ number: parcel, scans, pickup: { name: 'Packstation 124', lastDay: '2026-11-27' } })
    expect((await listed()).entries).toEqual([])
    await tick(3 * DAY)
    expect((await listed()).entries).toEqual([])
    await tick(DAY)
    expect((await listed()).entries).toMatchObject([
      { kind: 'pickup', occurrence: '2026-11-27', parcel: { pickup: { lastDay: '2026-11-27' } } },
    ])
    await report({
      number: parcel,
      scans: [...scans, scan('2026-11-24T11:00:00+01:00', 'available_for_pickup.locker')],
    })
    await tick(DAY)
    const reminders = (await told('shipment')).filter(({ milestone }) => milestone === 'pickup_reminder')
    expect(reminders).toMatchObject([{ occurrence: '2026-11-27', payload: { orders: ['AG-1'] } }])
    await report({ number: parcel, scans: [scan('2026-11-25T18:00:00+01:00', 'delivered.collected')] })
    expect((await listed()).entries).toEqual([])
  })
})

describe('the list', () => {
  it('has what is late once the promised days are over, in pages', async () => {
    for (const number of ['AG-1', 'AG-2', 'AG-3']) {
      const { parcel } = await place(number)
      await report({
        number: parcel,
        scans: [scan('2026-11-19T09:00:00+01:00', 'in_transit.arrived')],
        window: { earliest: '2026-11-20', latest: '2026-11-20' },
      })
    }
    expect((await listed()).entries).toEqual([])
    await tick(DAY)
    const first = await listed('?kind=late&limit=2')
    const second = await listed(`?kind=late&limit=2&after=${first.next}`)
    expect([...first.entries, ...second.entries].flatMap(({ orders }) => orders).sort()).toEqual([
      'AG-1',
      'AG-2',
      'AG-3',
    ])
    expect(second.next).toBeNull()
    expect((await api(shop, 'GET', '/api/v1/care?kind=lost')).status).toBe(400)
    expect((await api(shop, 'POST', '/api/v1/care/none/handled')).status).toBe(404)
  })

  it('is the shop’s own', async () => {
    const { parcel } = await place()
    await wrongAddress(parcel)
    const [entry] = (await listed()).entries
    const other = await addShop(context)
    expect((await api(other, 'POST', `/api/v1/care/${entry?.id}/handled`)).status).toBe(404)
    expect(await (await api(other, 'GET', '/api/v1/care')).json()).toEqual({ entries: [], next: null })
  })
})

describe('what was corrected and wished for', () => {
  it('is forgotten ninety days later, by the shop’s messages too; what is still open stays on the list', async () => {
    const { parcel, link } = await place()
    await wrongAddress(parcel)
    await me.open(link('act', 'address'))
    await me.answer({ line1: 'Sendlinger Str. 11' }, '[data-part=address-form]')
    await me.open(link('act', 'wishes'))
    await me.answer({ kind: 'safe_place', place: 'In the shed' }, '[data-part=step-form]')
    const kept = () =>
      withShop(context.db, shop.id, async (tx) => [
        ...(await tx.select().from(addressFixes)),
        ...(await tx.select().from(wishes)),
      ])
    context.pass(89 * DAY)
    await forgetExpired(context)
    expect(await kept()).toHaveLength(2)
    context.pass(2 * DAY)
    await forgetExpired(context)
    expect(await kept()).toEqual([])
    const said = JSON.stringify(
      [...(await told('address')), ...(await told('wish'))].map(({ payload }) => payload),
    )
    expect(said).toContain('AG-1')
    expect(said).not.toMatch(/Sendlinger|shed/)
    expect((await listed()).entries).toMatchObject([{ kind: 'address', correction: null }])
  })
})

describe('erasing a person', () => {
  it('reaches the addresses and wishes they wrote, and what the shop was told of them', async () => {
    const { parcel, link } = await place()
    await wrongAddress(parcel)
    await me.open(link('act', 'address'))
    await me.answer({ line1: 'Sendlinger Str. 11' }, '[data-part=address-form]')
    await me.open(link('act', 'wishes'))
    await me.answer(
      { kind: 'neighbour', who: 'Familie Moser', neighbour: 'first floor' },
      '[data-part=step-form]',
    )
    await erasePerson(context, shop.id, { email: 'resi@example.org' })
    await withShop(context.db, shop.id, async (tx) => {
      expect(await tx.select().from(addressFixes)).toEqual([])
      expect(await tx.select().from(wishes)).toEqual([])
      expect(await tx.select().from(careCases).where(eq(careCases.kind, 'wish'))).toEqual([])
    })
    const left = JSON.stringify(
      [...(await told('address')), ...(await told('wish'))].map(({ payload }) => payload),
    )
    expect(left).not.toMatch(/Sendlinger|Moser/)
  })
})
