import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { replay } from '@/lib/services/replay'
import { crashAfter } from '@/tests/support/after'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { effectsOf } from '@/tests/support/effects'
import { parcelUpdate, post, scan, send } from '@/tests/support/post'

vi.mock('next/server', () => import('@/tests/support/after'))

const ARRIVED = scan('2026-11-20T10:02:00+01:00', 'in_transit.arrived')
const DELIVERED = scan('2026-11-20T11:30:00+01:00', 'delivered.signed')
const moved = parcelUpdate({ scans: [ARRIVED] })
const delivered = parcelUpdate({ scans: [ARRIVED, DELIVERED], signedBy: 'HUBER' })
const EVERYTHING = { since: new Date('2026-01-01T00:00:00Z') }
const NONE = { processed: 0, ignored: 0, unreadable: 0, failed: 0 }

let database: TestDatabase
let context: TestContext
beforeAll(async () => {
  database = await createTestDatabase()
  context = testContext(database)
  useContext(context, database)
})
afterAll(() => database.drop())

const effects = (shop: TestShop) => effectsOf(database, shop.id)
const sql = () => database.superuser.sql

/** Leaves a delivery as an adapter that didn't know its shape would have. */
async function unreadable(shop: TestShop, body: object): Promise<void> {
  await send(context, shop, 'standard', body)
  crashAfter()
  await sql()`update inbox set state = 'unreadable', error = '[]' where shop_id = ${shop.id} and state = 'received'`
  await sql()`delete from work_ready where shop_id = ${shop.id}`
}

describe('replay', () => {
  it('recovers what an older adapter could not read', async () => {
    const shop = await addShop(context)
    await unreadable(shop, moved)
    expect(await effects(shop)).toMatchObject({ shipments: [] })
    expect(await replay(context, shop.id, { states: ['unreadable'] })).toEqual({ ...NONE, processed: 1 })
    expect(await effects(shop)).toMatchObject({
      inbox: [{ state: 'processed', error: null }],
      scans: 1,
      waiting: 0,
      shipments: [{ projection: { status: 'in_transit.arrived' } }],
    })
  })

  it('changes nothing when nothing was fixed, and tells nobody twice', async () => {
    const shop = await addShop(context)
    await post(context, shop, 'standard', moved)
    await post(context, shop, 'standard', delivered)
    const before = await effects(shop)
    expect(before.outbox).toHaveLength(2)
    expect(await replay(context, shop.id, EVERYTHING)).toEqual({ ...NONE, processed: 2 })
    expect(await effects(shop)).toEqual(before)
  })

  it('replaces what was read wrongly, also where a later delivery told the same scan again', async () => {
    const shop = await addShop(context)
    await post(context, shop, 'standard', moved)
    await post(context, shop, 'standard', delivered)
    const right = await effects(shop)
    // As an adapter with another table and another idea of the zone had read them.
    await sql()`update scans set scan = scan || '{"status": null}' where shop_id = ${shop.id}`
    await sql()`update scans set fingerprint = md5(fingerprint), scan = jsonb_set(scan, '{time,at}', '"2026-11-20T10:02:00.000Z"')
      where shop_id = ${shop.id} and scan #>> '{time,localTime}' = '2026-11-20T10:02:00'`
    await sql()`update shipments set projection = projection || '{"status": "pending.unknown"}' where shop_id = ${shop.id}`
    expect(await replay(context, shop.id, EVERYTHING)).toEqual({ ...NONE, processed: 2 })
    const after = await effects(shop)
    expect({ ...after, shipments: after.shipments.map(({ projection }) => projection) }).toEqual({
      ...right,
      shipments: right.shipments.map(({ projection }) => projection),
    })
  })

  it('of one delivery leaves the others alone', async () => {
    const shop = await addShop(context)
    await unreadable(shop, moved)
    await unreadable(shop, parcelUpdate({ number: '00340434161094000002', scans: [ARRIVED] }))
    const [one, two] =
      await sql()`select id, delivery_id as identity from inbox where shop_id = ${shop.id} order by id`
    expect(await replay(context, shop.id, { delivery: String(one?.id) })).toEqual({ ...NONE, processed: 1 })
    expect(await effects(shop)).toMatchObject({ inbox: [{ state: 'processed' }, { state: 'unreadable' }] })
    expect(await replay(context, shop.id, { delivery: String(two?.identity) })).toEqual({
      ...NONE,
      processed: 1,
    })
    expect(await replay(context, shop.id, { delivery: 'nothing' })).toEqual(NONE)
  })

  it('takes those that fit everything that is named', async () => {
    const shop = await addShop(context)
    await unreadable(shop, moved)
    const later = new Date(context.now().getTime() + 1000)
    expect(await replay(context, shop.id, { states: ['unreadable'], since: later })).toEqual(NONE)
    expect(await replay(context, shop.id, { states: ['failed'] })).toEqual(NONE)
  })

  it('keeps what is still unreadable, and what was read of a body that is unreadable today', async () => {
    const shop = await addShop(context)
    await post(context, shop, 'standard', { type: 'parcel.updated', data: { scans: 'none' } })
    await post(context, shop, 'standard', moved)
    await sql()`update inbox set body = '\\x7b7d' where shop_id = ${shop.id}`
    const before = await effects(shop)
    expect(await replay(context, shop.id, EVERYTHING)).toEqual({ ...NONE, unreadable: 2 })
    const after = await effects(shop)
    expect(after).toMatchObject({ ...before, inbox: [{ state: 'unreadable' }, { state: 'processed' }] })
  })

  it('gives a delivery that failed five times another chance', async () => {
    const shop = await addShop(context)
    await unreadable(shop, moved)
    await sql()`update inbox set state = 'failed', attempts = 5 where shop_id = ${shop.id}`
    expect(await replay(context, shop.id, { states: ['failed'] })).toEqual({ ...NONE, processed: 1 })
    expect(await effects(shop)).toMatchObject({ inbox: [{ state: 'processed', attempts: 0, error: null }] })
  })

  it('undoes a delivery that fails on the way as a whole, and goes on', async () => {
    const shop = await addShop(context)
    await post(context, shop, 'standard', moved)
    await post(context, shop, 'standard', parcelUpdate({ number: '00340434161094000002', scans: [ARRIVED] }))
    const before = await effects(shop)
    await sql().unsafe(`create function refuse() returns trigger language plpgsql as $$
      begin if new.scan ->> 'text' = 'refused' then raise exception 'refused'; end if; return new; end $$`)
    await sql().unsafe('create trigger refuse before insert on scans for each row execute function refuse()')
    const bad = parcelUpdate({
      scans: [scan('2026-11-20T10:05:00+01:00', 'in_transit.departed', { text: 'refused' })],
    })
    await sql()`update inbox set body = ${Buffer.from(JSON.stringify(bad))}
      where shop_id = ${shop.id} and id = (select id from inbox where shop_id = ${shop.id} order by id limit 1)`
    expect(await replay(context, shop.id, EVERYTHING)).toEqual({ ...NONE, processed: 1, failed: 1 })
    await sql().unsafe('drop trigger refuse on scans')
    expect(await effects(shop)).toEqual(before)
  })

  it('sees no other shop’s deliveries', async () => {
    const shop = await addShop(context)
    const other = await addShop(context)
    await unreadable(other, moved)
    expect(await replay(context, shop.id, EVERYTHING)).toEqual(NONE)
    expect(await effects(other)).toMatchObject({ inbox: [{ state: 'unreadable' }], shipments: [] })
  })
})
