import { describe, expect, it } from 'vitest'
import { emptyProjection } from '@/lib/parcels/empty-projection'
import type { Projection } from '@/lib/parcels/projection'
import { STATUS_CODES } from '@/lib/parcels/status'
import { viewShipment } from '@/lib/parcels/view-shipment'
import { fold, foldScans, report, scan, window } from './facts'

const view = (projection: Projection, now: string, carrier = 'dhl') =>
  viewShipment(projection, { now: new Date(now), timeZone: 'Europe/Berlin', carrier })

const promised = (days = window('2026-11-23', '2026-11-25')) =>
  fold(
    report({
      scans: [scan('2026-11-21T10:00:00+01:00', 'in_transit.arrived')],
      at: '2026-11-21T09:05:00Z',
      window: days,
    }),
  )

describe('a window in the view', () => {
  it('counts days in the shop’s zone', () => {
    expect(view(promised(), '2026-11-21T22:30:00Z')).toMatchObject({
      today: '2026-11-21',
      daysUntil: { earliest: 2, latest: 4 },
    })
    expect(view(promised(), '2026-11-21T23:30:00Z')).toMatchObject({
      today: '2026-11-22',
      daysUntil: { earliest: 1, latest: 3 },
    })
  })

  it('begins today at the earliest and drops a likely day that has passed', () => {
    const days = window('2026-11-23', '2026-11-25', { likely: '2026-11-23' })
    expect(view(promised(days), '2026-11-24T09:00:00Z')).toMatchObject({
      window: { earliest: '2026-11-24', latest: '2026-11-25', likely: null },
      daysUntil: { earliest: 0, latest: 1 },
      windowMoved: false,
    })
  })

  it('is none once its last day has passed: the parcel is late since then', () => {
    expect(view(promised(), '2026-11-25T22:59:59Z').lateSince).toBeNull()
    expect(view(promised(), '2026-11-25T23:00:00Z')).toMatchObject({
      window: null,
      daysUntil: null,
      lateSince: '2026-11-25',
    })
  })

  it('is not late when the parcel has come or waits', () => {
    for (const status of ['delivered.other', 'available_for_pickup.locker', 'returning.other'] as const) {
      const end = scan('2026-11-25T10:00:00+01:00', status)
      const projection = fold(report({ scans: [end], window: window('2026-11-23') }))
      expect(view(projection, '2026-11-26T09:00:00Z')).toMatchObject({ window: null, lateSince: null })
    }
  })

  it('says when the carrier moved it', () => {
    const moved = fold(
      report({ at: '2026-11-20T10:00:00Z', window: window('2026-11-23') }),
      report({ at: '2026-11-21T10:00:00Z', window: window('2026-11-24') }),
    )
    expect(view(moved, '2026-11-22T09:00:00Z')).toMatchObject({
      windowMoved: true,
      originalWindow: { latest: '2026-11-23' },
    })
  })

  it('loses its hours when they are over', () => {
    const today = promised(window('2026-11-23', '2026-11-23', { from: '09:00', to: '12:00' }))
    const before = view(today, '2026-11-23T10:59:59Z')
    expect(before).toMatchObject({
      window: { from: '09:00', to: '12:00' },
      validUntil: '2026-11-23T11:00:00.000Z',
    })
    expect(view(today, before.validUntil).window).toMatchObject({
      latest: '2026-11-23',
      from: null,
      to: null,
    })
  })
})

describe('a change of the clock', () => {
  it('ends a short and a long day at local midnight', () => {
    const spring = fold(
      report({
        scans: [scan('2026-03-29T01:00:00+01:00', 'in_transit.arrived')],
        window: window('2026-03-30'),
      }),
    )
    expect(view(spring, '2026-03-28T23:30:00Z')).toMatchObject({
      daysUntil: { latest: 1 },
      validUntil: '2026-03-29T22:00:00.000Z',
    })
    const autumn = fold(
      report({
        scans: [scan('2026-10-25T01:00:00+02:00', 'in_transit.arrived')],
        window: window('2026-10-26'),
      }),
    )
    expect(view(autumn, '2026-10-24T22:30:00Z')).toMatchObject({
      daysUntil: { latest: 1 },
      validUntil: '2026-10-25T23:00:00.000Z',
    })
  })

  it('ends hours named within the gap or the repetition once', () => {
    const hours = (day: string) =>
      fold(
        report({
          scans: [scan(`${day}T00:10:00`, 'in_transit.arrived')],
          window: window(day, day, { from: '00:30', to: '02:30' }),
        }),
      )
    expect(view(hours('2026-03-29'), '2026-03-28T23:30:00Z').validUntil).toBe('2026-03-29T01:30:00.000Z')
    expect(view(hours('2026-10-25'), '2026-10-24T22:30:00Z').validUntil).toBe('2026-10-25T00:30:00.000Z')
    expect(view(hours('2026-10-25'), '2026-10-25T01:15:00Z').window?.to).toBeNull()
  })
})

describe('silence', () => {
  // 2026-11-20 is a Friday.
  const friday = foldScans(scan('2026-11-20T10:00:00+01:00', 'in_transit.arrived'))

  it('begins 36 hours after a scan on the road, Sundays not counted, in whole hours since it', () => {
    expect(view(friday, '2026-11-21T20:59:59Z').silentHours).toBeNull()
    expect(view(friday, '2026-11-21T21:00:00Z')).toMatchObject({
      silentHours: 36,
      validUntil: '2026-11-21T22:00:00.000Z',
    })
    const saturday = foldScans(scan('2026-11-21T10:00:00+01:00', 'in_transit.arrived'))
    expect(view(saturday, '2026-11-23T20:59:59Z').silentHours).toBeNull()
    expect(view(saturday, '2026-11-23T21:00:00Z').silentHours).toBe(60)
  })

  it('names the moment when it begins', () => {
    expect(view(friday, '2026-11-21T20:00:00Z').validUntil).toBe('2026-11-21T21:00:00.000Z')
  })

  it('is longer where a carrier scans less, and on long legs', () => {
    expect(view(friday, '2026-11-23T12:00:00Z', 'china-post').silentHours).toBeNull()
    const abroad = foldScans(scan('2026-11-20T10:00:00+01:00', 'in_transit.departed_origin_country'))
    expect(view(abroad, '2026-11-23T12:00:00Z').silentHours).toBeNull()
  })

  it('is no news of a parcel that has arrived, waits or is not known', () => {
    for (const status of [
      'delivered.other',
      'available_for_pickup.locker',
      'pending.not_found',
      'returned.to_sender',
    ] as const)
      expect(
        view(foldScans(scan('2026-11-20T10:00:00+01:00', status)), '2026-12-20T12:00:00Z').silentHours,
      ).toBeNull()
  })

  it('counts a clock without a zone in the shop’s and a bare day to its end', () => {
    const local = foldScans(scan('2026-11-17T10:00:00', 'in_transit.arrived'))
    expect(view(local, '2026-11-18T21:00:00Z').silentHours).toBe(36)
    const day = foldScans(scan('2026-11-16', 'in_transit.arrived'))
    expect(view(day, '2026-11-18T10:59:59Z').silentHours).toBeNull()
    expect(view(day, '2026-11-18T11:00:00Z').silentHours).toBe(36)
  })

  it('counts real hours over a change of the clock', () => {
    const spring = foldScans(scan('2026-03-27T10:00:00+01:00', 'out_for_delivery.on_vehicle'))
    expect(view(spring, '2026-03-30T10:00:00+02:00').silentHours).toBe(71)
  })
})

describe('out for delivery without a window', () => {
  const projection = foldScans(scan('2026-11-20T07:00:00+01:00', 'out_for_delivery.on_vehicle'))

  it('arrives today on the day of its scan only', () => {
    expect(view(projection, '2026-11-20T12:00:00Z').arrivesToday).toBe(true)
    expect(view(projection, '2026-11-20T23:00:00Z').arrivesToday).toBe(false)
  })

  it('leaves the day to the window where there is one', () => {
    const days = report({
      scans: [scan('2026-11-20T07:00:00+01:00', 'out_for_delivery.on_vehicle')],
      window: window('2026-11-20'),
    })
    expect(view(fold(days), '2026-11-20T12:00:00Z')).toMatchObject({
      arrivesToday: false,
      daysUntil: { earliest: 0 },
    })
  })
})

describe('a parcel to collect', () => {
  const waiting = fold(
    report({
      scans: [scan('2026-11-20T10:00:00+01:00', 'available_for_pickup.locker')],
      pickup: { name: 'Packstation 145', address: null, lastDay: '2026-11-27' },
    }),
  )

  it('counts the days left, never below none', () => {
    expect(view(waiting, '2026-11-20T12:00:00Z')).toMatchObject({
      pickupDaysLeft: 7,
      action: 'collect',
      attention: 'action',
    })
    expect(view(waiting, '2026-11-27T12:00:00Z').pickupDaysLeft).toBe(0)
    expect(view(waiting, '2026-11-28T12:00:00Z').pickupDaysLeft).toBeNull()
  })
})

describe('progress', () => {
  const of = (projection: Projection) => {
    const { path, steps, current, stopped } = view(projection, '2026-11-25T12:00:00Z').progress
    return `${path} ${steps[current]}${stopped ? ' stopped' : ''}`
  }
  const moving = scan('2026-11-20T10:00:00Z', 'in_transit.arrived')

  it('names the step that the parcel is at', () => {
    expect(of(emptyProjection('outbound'))).toBe('delivery announced')
    expect(of(foldScans(scan('2026-11-20T10:00:00Z', 'in_transit.picked_up')))).toBe('delivery handed_over')
    expect(of(foldScans(moving))).toBe('delivery on_the_way')
    expect(of(foldScans(moving, scan('2026-11-21T10:00:00Z', 'delivered.other')))).toBe('delivery delivered')
  })

  it('stays where it was in a problem that stops it, and runs on through a delay', () => {
    expect(of(foldScans(moving, scan('2026-11-21T10:00:00Z', 'exception.lost')))).toBe(
      'delivery on_the_way stopped',
    )
    expect(of(foldScans(moving, scan('2026-11-21T10:00:00Z', 'exception.delayed')))).toBe(
      'delivery on_the_way',
    )
    expect(of(foldScans(moving, scan('2026-11-21T10:00:00Z', 'failed_attempt.no_access')))).toBe(
      'delivery out_for_delivery stopped',
    )
  })

  it('changes its path for collecting, going back and returns', () => {
    const waits = scan('2026-11-21T10:00:00Z', 'available_for_pickup.pickup_point')
    expect(of(foldScans(moving, waits))).toBe('pickup ready_for_pickup')
    expect(of(foldScans(moving, waits, scan('2026-11-22T10:00:00Z', 'delivered.other')))).toBe(
      'pickup collected',
    )
    expect(of(foldScans(moving, scan('2026-11-21T10:00:00Z', 'returning.refused')))).toBe(
      'returning returning',
    )
    expect(of(fold(report({ scans: [moving], direction: 'inbound' })))).toBe('inbound on_the_way')
  })
})

describe('every canonical status', () => {
  it('has a view, with a step on its path', () => {
    for (const status of STATUS_CODES)
      for (const direction of ['outbound', 'inbound'] as const) {
        const { progress, today } = view({ ...emptyProjection(direction), status }, '2026-11-25T12:00:00Z')
        expect(today).toBe('2026-11-25')
        expect(progress.steps[progress.current]).toBeDefined()
      }
  })

  it('asks nobody to collect or to check an address at the shop’s own door', () => {
    for (const status of STATUS_CODES) {
      const { action } = view({ ...emptyProjection('inbound'), status }, '2026-11-25T12:00:00Z')
      expect(['collect', 'check_address', 'contact_carrier']).not.toContain(action)
    }
  })
})
