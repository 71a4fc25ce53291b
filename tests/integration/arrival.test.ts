import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { addShop, type TestContext, testContext, useContext } from '@/tests/support/context'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { effectsOf } from '@/tests/support/effects'
import { parcelUpdate, post, scan } from '@/tests/support/post'
import { singleScanBodies } from '@/tests/support/single-scan-bodies'

vi.mock('next/server', () => import('@/tests/support/after'))

let database: TestDatabase
let context: TestContext
beforeAll(async () => {
  database = await createTestDatabase()
  context = testContext(database)
  useContext(context, database)
})
afterAll(() => database.drop())

/** A generator of numbers from 0 to 1 that says the same in every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = numbers(seed)
  return list
    .map((item) => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

/** Posts the bodies in their order to a shop of their own and says what became of them. */
async function outcomeOf(provider: string, bodies: readonly (string | object)[]) {
  const shop = await addShop(context, {}, [provider])
  for (const body of bodies) expect((await post(context, shop, provider, body)).status).toBe(200)
  const { shipments, scans, statements, outbox, told } = await effectsOf(database, shop.id)
  return {
    told,
    outbox,
    facts: { scans, statements, shipments: shipments.map(({ version: _, ...rest }) => rest) },
  }
}

const SEEDS = [1, 2, 3]

/** An official example whose delivery is dated days before its other scans: what was believed meanwhile differs. */
const CONTRADICTORY = new Set(['updated.delivered.ups.guide.json'])

describe('one scan a body', () => {
  it.each(singleScanBodies())(
    'of %s (%s): whatever the order and however often they come, the parcel is the same',
    async (provider, path, bodies) => {
      const inOrder = await outcomeOf(provider, bodies)
      expect(inOrder.facts.shipments).toHaveLength(1)
      const orders = [
        bodies.toReversed(),
        ...SEEDS.map((seed) => shuffled([...bodies, ...bodies, ...bodies], seed)),
      ]
      for (const order of orders) {
        const { facts, outbox, told } = await outcomeOf(provider, order)
        expect(facts).toEqual(inOrder.facts)
        if (!CONTRADICTORY.has(path)) expect(outbox).toEqual(inOrder.outbox)
        expect(inOrder.outbox.map((key) => key.split('/').slice(2, 4).join('/'))).toEqual(
          expect.arrayContaining(told),
        )
      }
    },
  )

  it('of two providers make one parcel, whatever comes first', async () => {
    const time = '2026-11-20T10:02:00+01:00'
    const ours = parcelUpdate({ scans: [scan(time, 'out_for_delivery.on_vehicle')] })
    const theirs = {
      event: 'tracking_update',
      event_id: '6f1d3c1e-6b1c-4d55-8e66-7f8899aabbcc',
      msg: {
        tracking_number: '00340434161094000001',
        slug: 'dhl',
        tag: 'OutForDelivery',
        checkpoints: [
          {
            checkpoint_time: time,
            tag: 'OutForDelivery',
            subtag: 'OutForDelivery_001',
            message: 'In Zustellung',
          },
        ],
      },
    }
    const [first, second] = await Promise.all(
      [
        ['standard', 'aftership'],
        ['aftership', 'standard'],
      ].map(async (providers) => {
        const shop = await addShop(context)
        for (const provider of providers)
          await post(context, shop, provider, provider === 'standard' ? ours : theirs)
        return (await effectsOf(database, shop.id)).shipments.map(({ projection, carrier }) => ({
          projection,
          carrier,
        }))
      }),
    )
    expect(first).toEqual(second)
    expect(first).toMatchObject([
      { carrier: 'dhl', projection: { timeline: [{ providers: ['aftership', 'standard'] }] } },
    ])
  })
})

describe('a milestone', () => {
  const days = ['2026-11-18T08:00:00+01:00', '2026-11-19T08:00:00+01:00'].map((at) =>
    parcelUpdate({ scans: [scan(at, 'out_for_delivery.on_vehicle')] }),
  )

  it('is told once, also when a late scan moves the day on which it began', async () => {
    expect((await outcomeOf('standard', days)).told).toEqual(['out_for_delivery/2026-11-18'])
    expect((await outcomeOf('standard', days.toReversed())).told).toEqual(['out_for_delivery/2026-11-19'])
  })

  it('that became known when the parcel was further is noted, and nobody is told', async () => {
    const delivered = parcelUpdate({ scans: [scan('2026-11-19T11:00:00+01:00', 'delivered.neighbour')] })
    const { told, outbox } = await outcomeOf('standard', [delivered, ...days])
    expect(told).toEqual(['delivered/once'])
    expect(outbox).toHaveLength(2)
  })
})
