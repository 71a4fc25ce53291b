import { eq, isNotNull } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { orders, outbox, shipments, voucherBudgets, voucherCodes, voucherGrants } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import { voucherListSchema } from '@/lib/api/schemas/voucher-schema'
import { newId } from '@/lib/core/ids'
import { parcelNumberKey } from '@/lib/parcels/parcel-number'
import { grantVoucher } from '@/lib/services/care/grant-voucher'
import { sweep } from '@/lib/services/sweep'
import { api } from '@/tests/support/care'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { order, parcelUpdate, post, putOrder, scan } from '@/tests/support/post'

vi.mock('next/server', () => import('@/tests/support/after'))

const HOUR = 3600
const GENERATED = { from: 'generated', pattern: 'SORRY-#####-#####' }

let database: TestDatabase
let context: TestContext
let shop: TestShop
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

beforeEach(async () => {
  context = testContext(database, '2026-11-20T12:00:00.000Z')
  useContext(context, database)
  shop = await addShop(context)
})

async function rule(body: object): Promise<void> {
  const response = await api(shop, 'PUT', '/api/v1/vouchers/rules/EUR', body)
  expect([response.status, await response.clone().json()]).toMatchObject([200, {}])
}

/** An order of 189.90 €, its parcel promised for today: late from 23:00 UTC on. */
async function place(number: string, more: object = {}, parcels = [`P-${number}`]): Promise<void> {
  await putOrder(
    shop,
    number,
    order({ parcels: parcels.map((one) => ({ carrier: 'dhl', number: one })), ...more }),
  )
  for (const parcel of parcels)
    await post(
      context,
      shop,
      'standard',
      parcelUpdate({
        number: parcel,
        scans: [scan('2026-11-19T09:00:00+01:00', 'in_transit.arrived')],
        window: { earliest: '2026-11-20', latest: '2026-11-20' },
      }),
    )
}

async function tick(hours: number): Promise<void> {
  context.pass(hours * HOUR)
  while ((await sweep(context)) > 0);
}

async function granted() {
  const response = await api(shop, 'GET', '/api/v1/vouchers?limit=100')
  return voucherListSchema.parse(await response.json())
}

const told = () =>
  withShop(context.db, shop.id, (tx) => tx.select().from(outbox).where(eq(outbox.subjectType, 'voucher')))

const amount = (value: number, hours = 0, more: object = {}) => ({
  hours,
  gives: { kind: 'amount', value },
  codes: GENERATED,
  ...more,
})

describe('a broken promise', () => {
  it('brings the voucher of the shop’s rule, once, and hands it to the outbox', async () => {
    await rule({ monthlyBudget: 10_000, tiers: [amount(500, 24, { minimum: 2000, validDays: 90 })] })
    await place('AG-1')
    await tick(12)
    expect((await granted()).vouchers).toEqual([])
    await tick(24)
    const { vouchers, budgets } = await granted()
    expect(vouchers).toMatchObject([
      {
        order: 'AG-1',
        kind: 'amount',
        value: 500,
        currency: 'EUR',
        minimum: 2000,
        validUntil: '2027-02-20',
        hoursLate: 25,
      },
    ])
    expect(vouchers[0]?.code).toMatch(/^SORRY-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
    expect(budgets).toEqual([{ currency: 'EUR', month: '2026-11', spent: 500, grants: 1 }])
    expect(await told()).toMatchObject([
      { milestone: 'granted', channel: 'feed', payload: { order: 'AG-1', code: vouchers[0]?.code } },
    ])
    await post(
      context,
      shop,
      'standard',
      parcelUpdate({ number: 'P-AG-1', scans: [scan('2026-11-22T09:00:00+01:00', 'in_transit.departed')] }),
    )
    await tick(48)
    expect((await granted()).vouchers).toHaveLength(1)
  })

  it('brings one for an order, however many of its parcels are late', async () => {
    await rule({ monthlyBudget: 10_000, tiers: [amount(500)] })
    await place('AG-1', {}, ['P-1', 'P-2', 'P-3'])
    await tick(13)
    expect((await granted()).budgets).toEqual([{ currency: 'EUR', month: '2026-11', spent: 500, grants: 1 }])
  })

  it('raises a generated code with the hours, and charges the difference', async () => {
    await rule({ monthlyBudget: 10_000, tiers: [amount(500), amount(1500, 48)] })
    await place('AG-1')
    await tick(13)
    const [first] = (await granted()).vouchers
    await tick(48)
    const { vouchers, budgets } = await granted()
    expect(vouchers).toMatchObject([{ code: first?.code, value: 1500 }])
    expect(budgets).toMatchObject([{ spent: 1500, grants: 1 }])
    expect((await told()).map(({ milestone }) => milestone).sort()).toEqual(['granted', 'raised'])
  })

  it('brings nothing where the recipient is to act, where the parcel came in time, or in another currency', async () => {
    await rule({ monthlyBudget: 10_000, tiers: [amount(500)] })
    await place('AG-1')
    await place('AG-2')
    await place('AG-3', { currency: 'CHF' })
    await place('AG-4')
    const say = (number: string, at: string, status: string) =>
      post(context, shop, 'standard', parcelUpdate({ number, scans: [scan(at, status)] }))
    await say('P-AG-1', '2026-11-20T13:00:00+01:00', 'exception.address_problem')
    await say('P-AG-2', '2026-11-20T17:00:00+01:00', 'delivered.signed')
    await say('P-AG-4', '2026-11-20T17:00:00+01:00', 'failed_attempt.recipient_absent')
    await tick(72)
    expect((await granted()).vouchers).toEqual([])
  })

  it('brings one even where the order comes to be known after its parcel was late', async () => {
    await rule({ monthlyBudget: 10_000, tiers: [amount(500)] })
    const late = {
      scans: [scan('2026-11-14T09:00:00+01:00', 'in_transit.arrived')],
      window: { earliest: '2026-11-18', latest: '2026-11-18' },
    }
    await post(context, shop, 'standard', parcelUpdate({ number: 'P-AG-9', ...late }))
    await tick(1)
    await putOrder(shop, 'AG-9', order({ parcels: [{ carrier: 'dhl', number: 'P-AG-9' }] }))
    await tick(1)
    expect((await granted()).vouchers).toMatchObject([{ order: 'AG-9' }])
  })
})

describe('the budget of a month', () => {
  it('is told once when it is spent; codes that run out give the budget back', async () => {
    await rule({ monthlyBudget: 1000, tiers: [amount(500, 0, { codes: { from: 'pool', pool: 'five' } })] })
    expect(
      await (
        await api(shop, 'PUT', '/api/v1/vouchers/codes', {
          pool: 'five',
          codes: ['FIVE-1', 'five-1', 'FIVE-2'],
        })
      ).json(),
    ).toEqual({ written: 2, known: 1 })
    for (const number of ['AG-1', 'AG-2', 'AG-3']) await place(number)
    await tick(13)
    expect((await granted()).budgets).toMatchObject([{ spent: 1000, grants: 2 }])
    expect((await told()).map(({ milestone }) => milestone).sort()).toEqual([
      'budget_spent',
      'granted',
      'granted',
    ])
    await rule({ monthlyBudget: 9000, tiers: [amount(500, 1, { codes: { from: 'pool', pool: 'five' } })] })
    await place('AG-4')
    await tick(2)
    expect((await granted()).budgets).toMatchObject([{ spent: 1000, grants: 2 }])
    expect((await told()).map(({ milestone }) => milestone)).toContain('codes_used_up')
    expect(await (await api(shop, 'GET', '/api/v1/vouchers/codes')).json()).toEqual({
      pools: [{ pool: 'five', free: 0, given: 2 }],
    })
  })

  it('is never overspent by 1,000 delays at once, and no code is given twice', async () => {
    const LIMIT = 123_400
    await rule({ monthlyBudget: LIMIT, tiers: [amount(500, 0, { codes: { from: 'pool', pool: 'many' } })] })
    const codes = Array.from({ length: 1000 }, (_, index) => `MANY-${String(index).padStart(4, '0')}`)
    await api(shop, 'PUT', '/api/v1/vouchers/codes', { pool: 'many', codes })
    // One late box with the things of a thousand orders: each may have its voucher.
    await place('AG-0', {}, ['BOX'])
    const [box] = await withShop(context.db, shop.id, (tx) =>
      tx
        .select({ id: shipments.id })
        .from(shipments)
        .where(eq(shipments.numberKey, parcelNumberKey('BOX'))),
    )
    const shipmentId = box?.id ?? ''
    const ids = Array.from({ length: 1000 }, () => newId())
    await withShop(context.db, shop.id, async (tx) => {
      const [sample] = await tx.select().from(orders).where(eq(orders.number, 'AG-0'))
      if (!sample) throw new Error('no order')
      const names = ids.map((id, index) => ({ ...sample, id, number: `N-${index}`, numberKey: `N-${index}` }))
      await tx.insert(orders).values(names)
    })
    context.pass(13 * HOUR)
    // Twice each, as two instances that sweep at the same time would.
    const asked = [...ids, ...ids].map((orderId) =>
      grantVoucher(context, shop.id, { orderId, shipmentId }).then(() => null, String),
    )
    expect((await Promise.all(asked)).filter((failed) => failed !== null)).toEqual([])
    await withShop(context.db, shop.id, async (tx) => {
      const grants = await tx.select().from(voucherGrants)
      const [budget] = await tx.select().from(voucherBudgets)
      const given = await tx.select().from(voucherCodes).where(isNotNull(voucherCodes.orderId))
      // Nothing more would fit, and nothing was lost on the way.
      expect(budget).toMatchObject({ spent: Math.floor(LIMIT / 500) * 500, grants: Math.floor(LIMIT / 500) })
      expect(grants).toHaveLength(Math.floor(LIMIT / 500))
      expect(new Set(grants.map(({ code }) => code)).size).toBe(grants.length)
      expect(new Set(grants.map(({ orderId }) => orderId)).size).toBe(grants.length)
      expect(given.map(({ code, orderId }) => `${code} ${orderId}`).sort()).toEqual(
        grants.map(({ code, orderId }) => `${code} ${orderId}`).sort(),
      )
    })
  }, 120_000)
})
