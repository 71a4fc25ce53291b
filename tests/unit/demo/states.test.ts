import { describe, expect, it } from 'vitest'
import { demoShops } from '@/db/seed/demo/shops'
import { emptyProjection } from '@/lib/parcels/empty-projection'
import { foldParcel } from '@/lib/parcels/fold-parcel'
import { recordReport } from '@/lib/parcels/record-report'
import type { ShipmentView } from '@/lib/parcels/shipment-view'
import { type StatusCode, statusOf } from '@/lib/parcels/status'
import { viewShipment } from '@/lib/parcels/view-shipment'
import { type DemoMoment, MOMENTS } from './moments'

const EXPECTED: Record<string, StatusCode[]> = {
  'AG-1001': ['out_for_delivery.on_vehicle'],
  'AG-1002': ['out_for_delivery.on_vehicle', 'in_transit.departed', 'delivered.signed'],
  'AG-1003': ['in_transit.departed'],
  'AG-1004': ['delivered.neighbour'],
  'AG-1005': ['available_for_pickup.locker'],
  'AG-1006': ['exception.held_customs_documents'],
  'AG-1007': ['in_transit.other'],
  'AG-1008': ['exception.delayed_weather'],
  'AG-1009': ['info_received.label_created'],
  'AG-1010': ['delivered.other'],
  'AG-1011': ['delivered.other'],
  'AG-1012': ['delivered.other'],
  'ML-2001': ['in_transit.arrived'],
  'ML-2002': ['in_transit.picked_up'],
  'ML-2003': ['available_for_pickup.pickup_point'],
  'ML-2004': ['exception.address_problem'],
  'ML-2005': ['exception.held_payment'],
  'ML-2006': ['exception.damaged'],
  'ML-2007': ['delivered.signed'],
  'ML-2008': ['returning.unclaimed'],
  'NL-3001': ['out_for_delivery.on_vehicle'],
  'NL-3002': ['in_transit.other'],
  'NL-3003': ['failed_attempt.notice_left'],
  'NL-3004': ['in_transit.delivery_rescheduled'],
  'NL-3005': ['in_transit.other'],
  'NL-3006': ['pending.unknown'],
  'NL-3007': ['exception.lost'],
  'NL-3008': ['delivered.safe_place'],
}

type Told = DemoMoment['read']

function viewOf(told: Told, timeZone: string, carrier: string, now: Date): ShipmentView {
  const facts = told.map(({ delivery, report }) => recordReport(report, delivery.provider))
  const projection =
    facts.length === 0
      ? emptyProjection('outbound')
      : foldParcel({
          scans: facts.flatMap(({ scans }) => scans),
          statements: facts.flatMap(({ statements }) => statements),
        })
  return viewShipment(projection, { now, timeZone, carrier })
}

const viewsOf = ({ orders, now }: DemoMoment, read: Told): Map<string, ShipmentView[]> =>
  new Map(
    orders.map(({ shop, number, body }) => [
      number,
      (body.parcels ?? []).map((parcel) =>
        viewOf(
          read.filter(({ delivery }) => delivery.number === parcel.number),
          demoShops[shop].settings.timeZone,
          parcel.carrier ?? 'unknown',
          now,
        ),
      ),
    ]),
  )

const views = MOMENTS.map((moment) => ({ now: moment.now, orders: viewsOf(moment, moment.read) }))

/** Every moment's view of an order's parcel. */
const always = (order: string, parcel = 0) =>
  views.map(({ now, orders }) => {
    const view = orders.get(order)?.[parcel]
    if (!view) throw new Error(`${order} has no parcel ${parcel}`)
    return { now: now.toISOString(), view }
  })

const daysUntil = (today: string, day: string): number => (Date.parse(day) - Date.parse(today)) / 86_400_000

describe('the demo never ages', () => {
  it('shows every order in its state at any hour of any day', () => {
    for (const { now, orders } of views)
      expect(
        Object.fromEntries(
          [...orders].map(([order, parcels]) => [order, parcels.map(({ status }) => status)]),
        ),
        now.toISOString(),
      ).toEqual(EXPECTED)
  })

  it('shows fourteen different states or more', () => {
    expect(new Set(Object.values(EXPECTED).flat()).size).toBeGreaterThanOrEqual(14)
  })

  it('is silent about one parcel only', () => {
    for (const { now, orders } of views) {
      const silent = [...orders].filter(([, parcels]) =>
        parcels.some(({ silentHours }) => silentHours !== null),
      )
      expect(
        silent.map(([order]) => order),
        now.toISOString(),
      ).toEqual(['AG-1007'])
    }
    for (const { view } of always('AG-1007')) expect(view.silentHours).toBeGreaterThanOrEqual(59)
  })

  it('is late with one parcel only', () => {
    for (const { now, orders } of views) {
      const late = [...orders].filter(([, parcels]) => parcels.some(({ lateSince }) => lateSince !== null))
      expect(
        late.map(([order]) => order),
        now.toISOString(),
      ).toEqual(['NL-3002'])
    }
  })

  it('has parcels that come today, with hours only while these lie ahead', () => {
    for (const order of ['AG-1001', 'NL-3001'])
      for (const { now, view } of always(order)) {
        expect(view.daysUntil, now).toEqual({ earliest: 0, latest: 0 })
        expect(view.window?.from === null, now).toBe(view.window?.to === null)
      }
    const withHours = always('AG-1001').filter(({ view }) => view.window?.from)
    expect(withHours.length).toBeGreaterThan(MOMENTS.length / 2)
    expect(withHours.length).toBeLessThan(MOMENTS.length)
  })

  it('promises the coming days, never a Sunday', () => {
    for (const order of ['AG-1003', 'AG-1008', 'ML-2001', 'ML-2002', 'NL-3004', 'NL-3005'])
      for (const { now, view } of always(order)) {
        expect(view.daysUntil?.earliest, `${order} ${now}`).toBeGreaterThanOrEqual(1)
        for (const day of [view.window?.earliest, view.window?.latest])
          expect(new Date(`${day}T12:00:00Z`).getUTCDay(), `${order} ${now}`).not.toBe(0)
      }
  })

  it('shows a day that the carrier moved, and none that it didn’t', () => {
    for (const { now, view } of always('NL-3004')) {
      expect(view.windowMoved, now).toBe(true)
      expect(
        view.originalWindow?.latest && view.window && view.originalWindow.latest < view.window.earliest,
      ).toBe(true)
    }
    for (const { now, view } of always('NL-3001')) expect(view.windowMoved, now).toBe(false)
  })

  it('names the next attempt after a failed one, today or later', () => {
    for (const { now, view } of always('NL-3003')) {
      expect(view.window, now).not.toBeNull()
      expect(view.daysUntil?.latest, now).toBeGreaterThanOrEqual(0)
    }
  })

  it('has parcels to collect, one with days left and one that goes back soon', () => {
    for (const [order, days] of Object.entries({ 'AG-1005': 5, 'ML-2003': 2 }))
      for (const { now, view } of always(order)) {
        expect(view.pickup?.name, now).toBeTruthy()
        expect(view.pickupDaysLeft, now).toBe(daysUntil(view.today, view.pickup?.lastDay ?? ''))
        expect(view.pickupDaysLeft, now).toBe(days)
      }
  })

  it('has one of three parcels delivered', () => {
    for (const { orders } of views) {
      const parcels = orders.get('AG-1002') ?? []
      expect(parcels.filter(({ status }) => statusOf(status) === 'delivered')).toHaveLength(1)
      expect(parcels).toHaveLength(3)
    }
  })

  it('shows each scan once where two providers tell it', () => {
    for (const { view } of always('NL-3005')) {
      expect(view.timeline).toHaveLength(4)
      for (const { providers } of view.timeline) expect(providers).toEqual(['easypost', 'ups'])
    }
  })

  it('asks the shopper to act where something waits for them', () => {
    for (const order of ['AG-1005', 'AG-1006', 'ML-2003', 'ML-2004', 'ML-2005', 'NL-3003'])
      for (const { view } of always(order)) expect(view.attention, order).toBe('action')
  })

  it('moves a parcel into the van by one more webhook', () => {
    for (const moment of MOMENTS) {
      const view = viewsOf(moment, [...moment.read, moment.move]).get('AG-1003')?.[0]
      expect(view?.status, moment.now.toISOString()).toBe('out_for_delivery.on_vehicle')
      expect(view?.daysUntil, moment.now.toISOString()).toEqual({ earliest: 0, latest: 0 })
    }
  })
})
