import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findReturnById } from '@/db/queries/read-return'
import { listExchangesToChoose, listHolds, readFreeStock } from '@/db/queries/read-stock'
import { type ShopTx, withShop } from '@/db/with-shop'
import type { Outcome } from '@/lib/returns/vocabulary'
import { changeExchange } from '@/lib/services/returns/change-exchange'
import { planPayments } from '@/lib/services/returns/money/plan-payments'
import { recordRefund } from '@/lib/services/returns/money/record-refund'
import { holdStock } from '@/lib/services/returns/stock/hold-stock'
import { releaseStock } from '@/lib/services/returns/stock/release-stock'
import { reportUnavailable } from '@/lib/services/returns/stock/report-unavailable'
import { shipExchanges } from '@/lib/services/returns/stock/ship-exchanges'
import { sweep } from '@/lib/services/sweep'
import { addShop, type TestContext, type TestShop, testContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { type AskedFor, type Circumstances, RECEIVED } from '@/tests/support/money-facts'
import { sells, setReturnItem, writeMoneyReturn } from '@/tests/support/money-return'

const AT = '2026-11-20T12:00:00.000Z'
const DAY = 86_400

let database: TestDatabase
let context: TestContext
let shop: TestShop

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  context = testContext(database)
  shop = await addShop(context, {}, [])
})

const inShop = <T>(work: (tx: ShopTx) => Promise<T>) => withShop(context.db, shop.id, work)
const exchanged = (more: Circumstances = {}, asked: AskedFor = {}) =>
  writeMoneyReturn(context, shop.id, [{ outcome: 'exchange_variant', ...asked }], more)
const hold = (id: string) => inShop((tx) => holdStock(tx, context, shop.id, id))
const ship = (id: string) => inShop((tx) => shipExchanges(tx, context, shop.id, id))
const release = (id: string) => inShop((tx) => releaseStock(tx, context, shop.id, id))
const free = async (sku = 'new-1') =>
  (await inShop((tx) => readFreeStock(tx, shop.id, [sku], context.now()))).get(sku)
const states = async (id: string) =>
  (await inShop((tx) => listHolds(tx, shop.id, id, context.now()))).map(({ key, state }) => [key, state])
const toChoose = (id: string) => inShop((tx) => listExchangesToChoose(tx, shop.id, id))
const read = async (id: string) => {
  const returned = await inShop((tx) => findReturnById(tx, shop.id, id))
  if (!returned) throw new Error('it is there')
  return returned
}
const payments = async (id: string) =>
  (await read(id)).payments.map(({ kind, amount, state }) => [kind, amount, state])

describe('what an exchange sends', () => {
  it('is set aside when it is asked for, once, and free again when the return is called off', async () => {
    await sells(context, shop.id, 'new-1', 3)
    const { id } = await exchanged({}, { quantity: 2 })
    await hold(id)
    await hold(id)
    expect([await free(), await states(id)]).toEqual([1, [['1', 'held']]])
    await release(id)
    expect([await free(), await states(id)]).toEqual([3, [['1', 'released']]])
  })

  it('is never sold twice, however many ask at once', async () => {
    await sells(context, shop.id, 'new-1', 7)
    const asked = await Promise.all(Array.from({ length: 50 }, () => exchanged()))
    await Promise.all(asked.map(({ id }) => hold(id)))
    const all = (await Promise.all(asked.map(({ id }) => states(id)))).flat()
    expect(all.filter(([, state]) => state === 'held')).toHaveLength(7)
    expect(all.filter(([, state]) => state === 'unavailable')).toHaveLength(43)
    expect(await free()).toBe(0)
  })

  it('is free again when the return doesn’t set off in time, and kept for one that did', async () => {
    await sells(context, shop.id, 'new-1', 2)
    const late = await exchanged()
    const onItsWay = await exchanged({ sentAt: AT, state: 'in_transit' })
    await hold(late.id)
    await hold(onItsWay.id)
    context.pass(13 * DAY)
    expect(await free()).toBe(0)
    context.pass(2 * DAY)
    expect(await free()).toBe(1)
    const other = await exchanged()
    await hold(other.id)
    expect(await states(other.id)).toEqual([['1', 'held']])
  })

  it('isn’t counted where the shop doesn’t count it', async () => {
    await sells(context, shop.id, 'new-1', null)
    const { id } = await exchanged({}, { quantity: 99 })
    await hold(id)
    expect([await free(), await states(id)]).toEqual([null, [['1', 'held']]])
  })

  it('is the same thing again for a replacement', async () => {
    await sells(context, shop.id, 'sku-1', 1)
    const { id } = await exchanged({ shipExchange: 'at_once' }, { outcome: 'replacement' })
    await hold(id)
    await ship(id)
    expect([await free('sku-1'), await states(id)]).toEqual([0, [['1', 'shipped']]])
  })

  it('leaves once by the shop’s rule and is taken out of the stock', async () => {
    await sells(context, shop.id, 'new-1', 3)
    const { id } = await exchanged()
    await hold(id)
    await ship(id)
    expect(await payments(id)).toEqual([])
    await setReturnItem(context, shop.id, id, '1', { receivedQuantity: 1, receivedAt: new Date(AT) })
    await Promise.all([ship(id), ship(id)])
    expect(await payments(id)).toEqual([['exchange', 10_000, 'due']])
    expect([await free(), await states(id)]).toEqual([2, [['1', 'shipped']]])
  })

  it('is another shop’s business there', async () => {
    await sells(context, shop.id, 'new-1', 1)
    const { id } = await exchanged()
    const other = await addShop(context, {}, [])
    await expect(
      withShop(context.db, other.id, (tx) => holdStock(tx, context, other.id, id)),
    ).resolves.toBeUndefined()
    expect([await free(), await states(id)]).toEqual([1, []])
  })
})

describe('what is out of stock at the last moment', () => {
  /** The hold ran out, others took what there was, then the parcel came all the same. */
  async function gone() {
    await sells(context, shop.id, 'new-1', 1)
    const written = await exchanged({ state: 'received', sentAt: AT, receivedAt: AT }, { item: RECEIVED })
    await hold(written.id)
    await sells(context, shop.id, 'new-1', 0)
    await ship(written.id)
    return written
  }

  it('isn’t sent: the shopper is asked, the merchant told, the log says so', async () => {
    const { id, number } = await gone()
    expect(await payments(id)).toEqual([])
    expect(await toChoose(id)).toEqual(['1'])
    const returned = await read(id)
    expect(returned.version).toBe(2)
    expect(returned.log).toMatchObject([
      { event: 'exchange_unavailable', actor: 'system', data: { item: '1', sku: 'new-1', quantity: 1 } },
    ])
    const told = await database.superuser.sql`
      select milestone, payload from outbox where shop_id = ${shop.id} and subject = ${id}`
    expect(told).toMatchObject([
      { milestone: 'exchange_unavailable', payload: { number, item: '1', sku: 'new-1' } },
    ])
  })

  it('isn’t sent later behind the shopper’s back, and isn’t told again', async () => {
    const { id } = await gone()
    await sells(context, shop.id, 'new-1', 5)
    await ship(id)
    expect(await payments(id)).toEqual([])
    expect((await read(id)).log).toHaveLength(1)
  })

  it('becomes the money where the shopper takes that', async () => {
    const { id } = await gone()
    const by = { actor: 'shopper' } as const
    const changed = await changeExchange(context, shop.id, { id }, by, {
      key: '1',
      outcome: 'refund',
      sku: null,
    })
    expect(changed).toMatchObject({ ok: true })
    expect(await toChoose(id)).toEqual([])
    await setReturnItem(context, shop.id, id, '1', { checkedAt: new Date(AT), grade: 'as_new' })
    await inShop((tx) => planPayments(tx, context, shop.id, id))
    expect(await payments(id)).toEqual([['refund', 10_000, 'due']])
  })

  it('becomes another variant where the shopper takes that', async () => {
    await sells(context, shop.id, 'new-2', 1)
    const { id } = await gone()
    // The shop's own products: the line is of the same one.
    await database.superuser.sql`update variants set product = 'p' where shop_id = ${shop.id}`
    await database.superuser.sql`update order_lines set product = 'p' where shop_id = ${shop.id}`
    const by = { actor: 'shopper' } as const
    const changed = await changeExchange(context, shop.id, { id }, by, {
      key: '1',
      outcome: 'exchange_variant',
      sku: 'new-2',
    })
    expect(changed).toMatchObject({ ok: true })
    expect(await toChoose(id)).toEqual([])
    expect(await payments(id)).toEqual([['exchange', 10_000, 'due']])
    expect(await free('new-2')).toBe(0)
  })

  it('becomes no variant of another price where it is a present', async () => {
    await sells(context, shop.id, 'new-2', 1)
    const { id } = await gone()
    await database.superuser.sql`update returns set gift = true where id = ${id}`
    await database.superuser.sql`update variants set product = 'p' where shop_id = ${shop.id}`
    await database.superuser.sql`update order_lines set product = 'p' where shop_id = ${shop.id}`
    const choose = (outcome: Outcome) =>
      changeExchange(context, shop.id, { id }, { actor: 'shopper' }, { key: '1', outcome, sku: 'new-2' })
    await database.superuser.sql`update variants set price = price + 100 where sku = 'new-2'`
    for (const outcome of ['exchange_variant', 'exchange_product'] as const)
      expect(await choose(outcome)).toMatchObject({ error: { code: 'unknown_variant' } })
    await database.superuser.sql`update variants set price = price - 100 where sku = 'new-2'`
    expect(await choose('exchange_variant')).toMatchObject({ ok: true })
  })

  it('can be said by the merchant: what was to be sent is taken back', async () => {
    await sells(context, shop.id, 'new-1', 1)
    const { id, number } = await exchanged({ shipExchange: 'at_once' })
    await hold(id)
    await ship(id)
    context.pass(5)
    while ((await sweep(context)) > 0);
    expect(await payments(id)).toEqual([['exchange', 10_000, 'waiting']])
    expect(await reportUnavailable(context, shop.id, number, '9')).toMatchObject({
      error: { code: 'no_exchange' },
    })
    expect(await reportUnavailable(context, shop.id, number, '1')).toEqual({ ok: true, value: null })
    expect(await reportUnavailable(context, shop.id, number, '1')).toEqual({ ok: true, value: null })
    expect([await payments(id), await toChoose(id)]).toEqual([[['exchange', 10_000, 'withdrawn']], ['1']])
    expect((await read(id)).log).toHaveLength(1)
    const told = await database.superuser.sql<{ milestone: string }[]>`
      select milestone from outbox where shop_id = ${shop.id} and subject = ${id} order by created_at, id`
    expect(told.map(({ milestone }) => milestone)).toEqual([
      'exchange_due',
      'exchange_withdrawn',
      'exchange_unavailable',
    ])
  })

  it.each(['repair', 'replacement'] as const)(
    'isn’t money besides, once a %s is sent that nobody counts',
    async (outcome) => {
      const { id, number } = await writeMoneyReturn(
        context,
        shop.id,
        [{ outcome, item: { sku: null, receivedQuantity: 1, receivedAt: AT } }, {}],
        { shipExchange: 'at_once', sentAt: AT, state: 'in_transit' },
      )
      await ship(id)
      expect(await payments(id)).toEqual([['exchange', 0, 'due']])
      await recordRefund(context, shop.id, number, { kind: 'exchange', reference: 'parcel 9' })
      expect((await read(id)).state).toBe('in_transit')
      const wish = { key: '1', outcome: 'refund', sku: null } as const
      expect(await changeExchange(context, shop.id, { id }, { actor: 'shopper' }, wish)).toEqual({
        ok: false,
        error: { code: 'already_sent', key: '1' },
      })
    },
  )

  it('can’t be said of what was sent', async () => {
    await sells(context, shop.id, 'new-1', 1)
    const { id, number } = await exchanged({ shipExchange: 'at_once' })
    await hold(id)
    await ship(id)
    await recordRefund(context, shop.id, number, { kind: 'exchange', reference: 'order 9' })
    expect(await reportUnavailable(context, shop.id, number, '1')).toEqual({
      ok: false,
      error: { code: 'exchange_sent' },
    })
  })
})
