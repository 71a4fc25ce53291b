import { describe, expect, it } from 'vitest'
import type { DemoDelivery } from '@/db/seed/demo/deliveries'
import { demoPlan } from '@/db/seed/demo/plan'
import { demoShops } from '@/db/seed/demo/shops'
import { carriers } from '@/lib/carriers'
import type { Scan } from '@/lib/parcels/report'
import { MOMENTS } from './moments'
import { readDelivery } from './read-delivery'

const now = new Date('2026-11-21T13:00:00Z')
const { orders, deliveries, shops } = demoPlan(now, '')

const clockIn = (timeZone: string, moment: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
    .format(moment)
    .replace(' ', 'T')

const isAhead = (scan: Scan, delivery: DemoDelivery, moment: Date): boolean =>
  scan.time.at
    ? Date.parse(scan.time.at) > moment.getTime()
    : (scan.time.localTime ?? '') > clockIn(demoShops[delivery.shop].settings.timeZone, moment)

const AT_THE_DOOR = /^(failed_attempt|delivered|available_for_pickup)\./

describe('the demo’s webhooks', () => {
  it('are read by their vendor’s adapter, every code known, no scan ahead of now, at any hour of any day', () => {
    for (const { now, read, move } of MOMENTS)
      for (const { delivery, report } of [...read, move]) {
        const where = `${delivery.provider} ${delivery.number} at ${now.toISOString()}`
        expect(report.number).toBe(delivery.number)
        expect(report.scans.length, where).toBeGreaterThan(0)
        for (const scan of report.scans) {
          expect(scan.status, where).not.toBeNull()
          expect(scan.time.at ?? scan.time.localTime, where).not.toBeNull()
          expect(isAhead(scan, delivery, now), `${where}: ${scan.time.raw}`).toBe(false)
        }
      }
  })

  it('put nobody at a door between eight in the evening and seven in the morning', () => {
    const visits = MOMENTS.flatMap(({ read }) => read.flatMap(({ report }) => report.scans)).filter(
      ({ status }) => AT_THE_DOOR.test(status ?? ''),
    )
    expect(visits.length).toBeGreaterThan(MOMENTS.length)
    for (const { time } of visits) {
      const hour = Number(time.localTime?.slice(11, 13))
      expect(hour >= 7 && hour < 20, time.raw ?? '').toBe(true)
    }
  })

  it('tell each parcel’s scans in the order in which they happened', () => {
    for (const { now, read } of MOMENTS)
      for (const { delivery, report } of read) {
        const times = report.scans.map(({ time }) => time.at ?? time.localTime ?? '')
        const oldestFirst = (times[0] ?? '') <= (times.at(-1) ?? '') ? times : times.toReversed()
        expect(oldestFirst, `${delivery.number} at ${now.toISOString()}`).toEqual(times.toSorted())
      }
  })

  it('come from every provider, each through an address of its shop', () => {
    expect(new Set(deliveries.map(({ provider }) => provider))).toEqual(new Set(carriers.keys()))
    for (const { shop, provider } of deliveries)
      expect(
        shops.find(({ slug }) => slug === shop)?.endpoints.map((endpoint) => endpoint.provider),
      ).toContain(provider)
  })

  it('name the carrier that the order names, so that the order adopts the parcel', () => {
    const carriersOf = new Map(
      orders.flatMap(
        ({ body }) => body.parcels?.map(({ number, carrier }) => [number, carrier] as const) ?? [],
      ),
    )
    for (const delivery of deliveries)
      expect(readDelivery(delivery).carrier).toBe(carriersOf.get(delivery.number))
  })

  it('leave one parcel to two providers, and one faster than its order', () => {
    const providers = new Map<string, Set<string>>()
    for (const { number, provider } of deliveries)
      providers.set(number, (providers.get(number) ?? new Set()).add(provider))
    expect([...providers.values()].filter(({ size }) => size === 2)).toHaveLength(1)
    expect(deliveries.filter(({ beforeOrder }) => beforeOrder).map(({ number }) => number)).toEqual([
      '00370730254871360231',
    ])
    expect(deliveries[0]?.beforeOrder).toBe(true)
  })

  it('are the same bytes for the same moment', () => {
    expect(demoPlan(now, '')).toEqual(demoPlan(new Date(now), ''))
  })
})
