import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { fail } from '@/lib/core/result'
import type { Context } from '@/lib/services/context'
import { runSweeper, type Sweeper, type SweeperOptions } from '@/lib/services/run-sweeper'
import { sweep } from '@/lib/services/sweep'
import { crashAfter } from '@/tests/support/after'
import { addShop, type TestContext, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { effectsOf } from '@/tests/support/effects'
import { order, parcelUpdate, putOrder, scan, send } from '@/tests/support/post'

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

const running: Sweeper[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((sweeper) => sweeper.stop()))
})

const start = (
  options: SweeperOptions,
  getContext: () => Promise<Context> = async () => context,
): Sweeper => {
  const sweeper = runSweeper(getContext, { intervalMs: 5, random: () => 0.5, ...options })
  running.push(sweeper)
  return sweeper
}

describe('the sweeper', () => {
  it('takes up at once what a crash left', async () => {
    const shop = await addShop(context)
    await send(context, shop, 'standard', moved)
    crashAfter()
    context.pass(3)
    start({ intervalMs: 60_000 })
    await vi.waitFor(async () =>
      expect(await effectsOf(database, shop.id)).toMatchObject({ waiting: 0, scans: 1 }),
    )
  })

  it('goes round again and again, and never twice at the same time', async () => {
    let present = 0
    let most = 0
    let rounds = 0
    start({
      round: async () => {
        most = Math.max(most, ++present)
        await new Promise((resolve) => setTimeout(resolve, 15))
        present--
        return ++rounds
      },
    })
    await vi.waitFor(() => expect(rounds).toBeGreaterThan(3))
    expect(most).toBe(1)
  })

  it('goes on when the database comes back, and asks for it anew', async () => {
    let asked = 0
    const done = vi.fn(async () => 0)
    start({ round: done }, async () => {
      if (++asked < 3) throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
      return context
    })
    await vi.waitFor(() => expect(done).toHaveBeenCalledWith(context))
    expect(asked).toBeGreaterThanOrEqual(3)
  })

  it('waits longer with every round that fails', async () => {
    const begun: number[] = []
    start({
      intervalMs: 20,
      round: async () => {
        begun.push(performance.now())
        throw new Error('away')
      },
    })
    await vi.waitFor(() => expect(begun.length).toBe(4), { timeout: 5_000 })
    const waits = begun.slice(1).map((at, index) => at - (begun[index] ?? 0))
    expect(waits[1]).toBeGreaterThan((waits[0] ?? 0) * 1.3)
    expect(waits[2]).toBeGreaterThan((waits[1] ?? 0) * 1.3)
  })

  it('stops after the round it is in, and starts no other', async () => {
    let rounds = 0
    let finish = () => {}
    const sweeper = start({
      round: () =>
        new Promise((resolve) => {
          finish = () => resolve(++rounds)
        }),
    })
    await vi.waitFor(() => expect(finish).not.toBe(undefined))
    let stopped = false
    const stopping = sweeper.stop().then(() => {
      stopped = true
    })
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(stopped).toBe(false)
    finish()
    await stopping
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(rounds).toBe(1)
  })

  it('lets a piece that can’t be done step back, so that the next ones are', async () => {
    const shop = await addShop(context)
    const other = await addShop(context)
    await putOrder(
      shop,
      'AG-1',
      order({
        lines: [
          { id: '1', title: 'Regenjacke', quantity: 1, unitPrice: 1, image: 'http://127.0.0.1:1/a.png' },
        ],
      }),
    )
    context.pass(1)
    await send(context, other, 'standard', moved)
    crashAfter()
    context.pass(5)
    const broken = { ...context, fetch: () => Promise.reject(new Error('out of memory')) }
    expect(await sweep(broken)).toBe(2)
    expect(await effectsOf(database, other.id)).toMatchObject({ waiting: 0, scans: 1 })
    expect(await effectsOf(database, shop.id)).toMatchObject({ waiting: 1 })
    context.pass(5)
    expect(await sweep(broken)).toBe(0)
    context.pass(120)
    // The picture, and what the order holds.
    expect(await sweep({ ...context, fetch: async () => fail('too_large') })).toBe(2)
    expect(await effectsOf(database, shop.id)).toMatchObject({ waiting: 0 })
  })
})
