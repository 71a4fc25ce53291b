import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openOrder } from '@/app/_server/open-order'
import { lookUpOrder } from '@/lib/services/look-up-order'
import { addShop, type TestContext, type TestShop, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { order, putOrder } from '@/tests/support/post'

vi.mock('next/server', () => import('@/tests/support/after'))

const QUARTER = 15 * 60
const DAY = 24 * 3600

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
  const customer = { name: 'Resi Huber', email: 'Resi.Huber@Example.org' }
  const deliveryAddress = { postalCode: 'sw1a 1aa', countryCode: 'GB' }
  for (const number of ['AG-1', 'AG-2', 'AG-3', 'AG-4', 'AG-5', 'AG-6', 'AG-7'])
    await putOrder(shop, number, order({ customer, deliveryAddress }))
  await putOrder(shop, 'AG-BARE', order())
})

const EMAIL = 'resi.huber@example.org'
const look = (number: string, proof: string, peer = '192.0.2.1') =>
  lookUpOrder(context, shop.shop, { number, proof, peer })
const answer = async (...call: Parameters<typeof look>) => {
  const found = await look(...call)
  return found.ok ? 'found' : found.error.code
}
const answers = async (times: number, ...call: Parameters<typeof look>) => {
  const said: string[] = []
  for (let i = 0; i < times; i++) said.push(await answer(...call))
  return said
}
const opened = async (...call: Parameters<typeof look>) => {
  const found = await look(...call)
  const open = found.ok ? await openOrder(context, found.value.token) : null
  return open && { number: open.order.number, scope: open.order.scope }
}

describe('a look-up', () => {
  it('by e-mail address opens the order to act on it, by postcode to see it', async () => {
    expect(await opened('AG-1', EMAIL)).toEqual({ number: 'AG-1', scope: 'act' })
    expect(await opened('AG-1', 'SW1A 1AA')).toEqual({ number: 'AG-1', scope: 'view' })
  })

  it.each([' resi.huber@example.org ', 'RESI.HUBER@EXAMPLE.ORG', 'sw1a1aa', 'SW1A-1AA', ' Sw1A  1aa\n'])(
    'overlooks how «%s» is written',
    async (proof) => {
      for (const number of ['AG-1', 'ag-1', '#AG-1', ' a g - 1 '])
        expect(await answer(number, proof)).toBe('found')
    },
  )

  it('says the same for a wrong proof and for an order that nobody has', async () => {
    const wrong = await look('AG-1', 'nobody@example.org')
    expect(wrong).toEqual({ ok: false, error: { code: 'no_match' } })
    expect(await look('AG-999', EMAIL)).toEqual(wrong)
    expect(await look('AG-1', '80331')).toEqual(wrong)
  })

  it('takes nothing for a proof: neither emptiness nor what an order doesn’t have', async () => {
    for (const proof of ['', ' ', '@', '-', 'null', 'undefined', '\u0000'])
      expect(await answer('AG-BARE', proof, `198.51.100.${proof.length}`), JSON.stringify(proof)).not.toBe(
        'found',
      )
  })

  it('is an ordinary miss where the number holds what no database takes', async () => {
    for (const number of [
      '',
      ' ',
      '#',
      '\u0000',
      'AG\u0000-999',
      '\ud83d',
      '%',
      "' or 1=1 --",
      'x'.repeat(5000),
    ])
      expect(await answer(number, EMAIL), JSON.stringify(number.slice(0, 20))).toBe('no_match')
  })

  it('in one shop finds nothing of another', async () => {
    const other = await addShop(context)
    const found = await lookUpOrder(context, other.shop, { number: 'AG-1', proof: EMAIL, peer: '192.0.2.1' })
    expect(found).toEqual({ ok: false, error: { code: 'no_match' } })
  })
})

describe('too many attempts', () => {
  it('on one order: the sixth in a quarter of an hour isn’t judged, not even with the right proof', async () => {
    expect(await answers(5, 'AG-1', 'wrong@example.org')).toEqual(Array(5).fill('no_match'))
    expect(await look('AG-1', EMAIL)).toEqual({
      ok: false,
      error: { code: 'too_many_attempts', retryAfterSeconds: QUARTER },
    })
    expect(await answer(' #ag-1', EMAIL, '203.0.113.9')).toBe('too_many_attempts')
    expect(await answer('AG-2', EMAIL)).toBe('found')
    context.pass(QUARTER - 1)
    expect(await look('AG-1', EMAIL)).toMatchObject({ error: { retryAfterSeconds: 1 } })
    context.pass(1)
    expect(await answer('AG-1', EMAIL)).toBe('found')
  })

  it('on an order that nobody has are told just the same', async () => {
    const said = [
      await answers(6, 'AG-1', 'a@example.org', '192.0.2.1'),
      await answers(6, 'AG-999', 'a@example.org', '192.0.2.1'),
    ]
    expect(said[0]).toEqual([...Array(5).fill('no_match'), 'too_many_attempts'])
    expect(said[1]).toEqual(said[0])
  })

  it('on one order in a day: the twenty-first', async () => {
    for (let quarter = 0; quarter < 4; quarter++) {
      expect(await answers(5, 'AG-1', '80331', `198.51.${quarter}.1`)).toEqual(Array(5).fill('no_match'))
      context.pass(QUARTER)
    }
    expect(await look('AG-1', EMAIL)).toMatchObject({
      error: { code: 'too_many_attempts', retryAfterSeconds: 11 * 3600 },
    })
    context.pass(DAY)
    expect(await answer('AG-1', EMAIL)).toBe('found')
  })

  it('from one network: the thirty-first in an hour, whatever the order and the last number of the address', async () => {
    for (let i = 0; i < 30; i++) expect(await answer(`NO-${i}`, '80331', `203.0.113.${i}`)).toBe('no_match')
    expect(await answer('AG-1', EMAIL, '203.0.113.200')).toBe('too_many_attempts')
    expect(await answer('AG-1', EMAIL, '::ffff:203.0.113.7')).toBe('too_many_attempts')
    expect(await answer('AG-1', EMAIL, '203.0.114.1')).toBe('found')
    for (let i = 0; i < 30; i++)
      expect(await answer(`NO-6-${i}`, '80331', `2001:db8:0:1::${i}`)).toBe('no_match')
    expect(await answer('AG-2', EMAIL, '2001:db8:0:1:ffff::1')).toBe('too_many_attempts')
    expect(await answer('AG-2', EMAIL, '2001:db8:0:2::1')).toBe('found')
    context.pass(3600)
    expect(await answer('AG-1', EMAIL, '203.0.113.200')).toBe('found')
  })

  it('at once: of twenty wrong ones no more than five are judged', async () => {
    const said = await Promise.all(
      Array.from({ length: 20 }, (_, i) => answer('AG-1', '80331', `198.51.${i}.1`)),
    )
    expect(said.filter((one) => one === 'no_match')).toHaveLength(5)
    expect(said.filter((one) => one === 'too_many_attempts')).toHaveLength(15)
  })

  it('are never made of successes', async () => {
    expect(await answers(40, 'AG-1', EMAIL)).toEqual(Array(40).fill('found'))
    expect(await answers(5, 'AG-1', '80331')).toEqual(Array(5).fill('no_match'))
  })

  it('in one shop are no attempts in another', async () => {
    await answers(6, 'AG-1', '80331')
    const other = await addShop(context)
    const found = await lookUpOrder(context, other.shop, {
      number: 'AG-1',
      proof: '80331',
      peer: '192.0.2.1',
    })
    expect(found).toMatchObject({ error: { code: 'no_match' } })
  })

  it('are counted without keeping an address or an order’s number', async () => {
    await answers(3, 'AG-1', '80331', '192.0.2.77')
    const rows = await database.superuser
      .sql`select to_jsonb(a)::text as row from attempts a where shop_id = ${shop.id}`
    expect(rows.length).toBe(3)
    for (const { row } of rows) expect(row).not.toMatch(/AG-1|192\.0\.2|80331/)
  })
})
