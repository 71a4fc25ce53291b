import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { processInbox } from '@/lib/services/process-inbox'
import { sweep } from '@/lib/services/sweep'
import { crashAfter } from '@/tests/support/after'
import { addShop, type TestContext, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { effectsOf } from '@/tests/support/effects'
import { parcelUpdate, scan, send } from '@/tests/support/post'

vi.mock('next/server', () => import('@/tests/support/after'))

const moved = parcelUpdate({ scans: [scan('2026-11-20T10:02:00+01:00', 'in_transit.arrived')] })

let database: TestDatabase
let context: TestContext
beforeAll(async () => {
  database = await createTestDatabase()
  context = testContext(database)
  useContext(context, database)
})
afterAll(() => database.drop())

const effects = (shop: { id: Parameters<typeof effectsOf>[1] }) => effectsOf(database, shop.id)

describe('work', () => {
  it('that a crash left between the answer and the parcel is done by the sweeper', async () => {
    const shop = await addShop(context)
    await send(context, shop, 'standard', moved)
    crashAfter()
    expect(await effects(shop)).toMatchObject({ waiting: 1, shipments: [] })
    expect(await sweep(context)).toBe(0)
    context.pass(3)
    expect(await sweep(context)).toBe(1)
    expect(await effects(shop)).toMatchObject({ waiting: 0, inbox: [{ state: 'processed' }], scans: 1 })
  })

  it('that two processes take at once is done once', async () => {
    const shop = await addShop(context)
    await send(context, shop, 'standard', moved)
    crashAfter()
    const [row] = await database.superuser.sql`select id from inbox where shop_id = ${shop.id}`
    await Promise.all([1, 2, 3].map(() => processInbox(context, shop.id, row?.id)))
    expect(await effects(shop)).toMatchObject({
      waiting: 0,
      scans: 1,
      outbox: [expect.any(String)],
      shipments: [{ version: 1 }],
    })
  })

  it('that fails is put off, given up after five tries, and stands in nobody’s way', async () => {
    const shop = await addShop(context)
    const other = await addShop(context)
    await send(context, shop, 'standard', moved)
    crashAfter()
    await database.superuser
      .sql`update inbox set body = ${Buffer.from('{"type":"parcel.updated"}')} where shop_id = ${shop.id}`
    await send(context, other, 'standard', moved)
    crashAfter()
    const tries: number[] = []
    for (let round = 0; round < 400 && (await effects(shop)).waiting > 0; round++) {
      context.pass(3)
      await sweep(context)
      tries.push((await effects(shop)).inbox[0]?.attempts ?? 0)
    }
    expect(await effects(other)).toMatchObject({ waiting: 0, inbox: [{ state: 'processed' }] })
    expect(await effects(shop)).toMatchObject({
      inbox: [{ state: 'failed', attempts: 5, error: expect.stringContaining('/data') }],
    })
    expect(tries.slice(0, 3)).toEqual([1, 1, 1])
    expect(tries.indexOf(2)).toBeGreaterThan(1)
  })
})
