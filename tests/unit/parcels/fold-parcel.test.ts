import { describe, expect, it } from 'vitest'
import { emptyProjection } from '@/lib/parcels/empty-projection'
import { fold, foldScans, report, scan } from './facts'

describe('the state of a parcel', () => {
  it('is unknown while no fact has a status', () => {
    expect(emptyProjection('inbound')).toMatchObject({
      status: 'pending.unknown',
      direction: 'inbound',
      lastScan: null,
    })
    expect(foldScans(scan('2026-11-20T10:00:00Z', null))).toMatchObject({
      status: 'pending.unknown',
      statusTime: null,
      lastScan: '2026-11-20T10:00:00.000Z',
    })
  })

  it('is the newest scan by the carrier’s instant, not the last to arrive', () => {
    const late = scan('2026-11-20T08:00:00+01:00', 'in_transit.departed')
    const { status, timeline } = foldScans(
      scan('2026-11-20T10:00:00+01:00', 'out_for_delivery.on_vehicle'),
      late,
    )
    expect(status).toBe('out_for_delivery.on_vehicle')
    expect(timeline.map((entry) => entry.status)).toEqual([
      'out_for_delivery.on_vehicle',
      'in_transit.departed',
    ])
  })

  it('stays as it was when a scan has no known parent, which is kept in the history', () => {
    const { status, timeline } = foldScans(
      scan('2026-11-20T10:00:00Z', 'in_transit.arrived'),
      scan('2026-11-20T11:00:00Z', null),
    )
    expect(status).toBe('in_transit.arrived')
    expect(timeline).toHaveLength(2)
  })

  it('goes at equal times by the provider’s own order, then by rank', () => {
    const at = '2026-11-20T10:00:00Z'
    expect(foldScans(scan(at, 'out_for_delivery.on_vehicle'), scan(at, 'in_transit.departed')).status).toBe(
      'out_for_delivery.on_vehicle',
    )
    expect(
      foldScans(
        scan(at, 'out_for_delivery.on_vehicle', { order: 1 }),
        scan(at, 'in_transit.departed', { order: 2 }),
      ).status,
    ).toBe('in_transit.departed')
  })

  it('sorts a bare day at its start', () => {
    expect(
      foldScans(scan('2026-11-20', 'in_transit.departed'), scan('2026-11-20T06:00:00', 'in_transit.arrived'))
        .status,
    ).toBe('in_transit.arrived')
  })

  it('becomes in transit again after a soft problem', () => {
    expect(
      foldScans(
        scan('2026-11-20T10:00:00Z', 'exception.delayed'),
        scan('2026-11-20T12:00:00Z', 'in_transit.arrived'),
      ),
    ).toMatchObject({ status: 'in_transit.arrived', attention: null })
  })
})

describe('a delivered parcel', () => {
  const delivered = scan('2026-11-20T14:00:00Z', 'delivered.neighbour')

  it('is not reopened by a late older scan', () => {
    expect(foldScans(delivered, scan('2026-11-20T09:00:00Z', 'out_for_delivery.on_vehicle')).status).toBe(
      'delivered.neighbour',
    )
  })

  it('is corrected by a newer explicit scan within 72 hours', () => {
    expect(foldScans(delivered, scan('2026-11-21T09:00:00Z', 'out_for_delivery.on_vehicle'))).toMatchObject({
      status: 'out_for_delivery.on_vehicle',
      final: false,
    })
  })

  it('is not corrected by a newer scan whose code is a mere fallback', () => {
    expect(foldScans(delivered, scan('2026-11-21T09:00:00Z', 'in_transit.other')).status).toBe(
      'delivered.neighbour',
    )
  })

  it('is not corrected after 72 hours, nor by a scan at the same instant', () => {
    expect(foldScans(delivered, scan('2026-11-23T14:00:01Z', 'in_transit.arrived')).status).toBe(
      'delivered.neighbour',
    )
    expect(foldScans(delivered, scan('2026-11-23T14:00:00Z', 'in_transit.arrived')).status).toBe(
      'in_transit.arrived',
    )
    const same = scan('2026-11-20T14:00:00Z', 'exception.damaged', { order: 9 })
    expect(foldScans(delivered, same).status).toBe('delivered.neighbour')
  })

  it('is delivered again by another delivery after the correction', () => {
    const { status, statusTime } = foldScans(
      delivered,
      scan('2026-11-21T09:00:00Z', 'out_for_delivery.on_vehicle'),
      scan('2026-11-21T15:00:00Z', 'delivered.other'),
    )
    expect(status).toBe('delivered.other')
    expect(statusTime?.at).toBe('2026-11-21T15:00:00.000Z')
  })

  it('may be on its way back at any time after', () => {
    expect(foldScans(delivered, scan('2027-01-20T09:00:00Z', 'returning.other'))).toMatchObject({
      status: 'returning.other',
      attention: 'critical',
      final: false,
    })
  })

  it('is not reopened by a label, a cancellation or an expiry', () => {
    for (const status of ['info_received.label_created', 'cancelled.other', 'expired.no_updates'] as const)
      expect(foldScans(delivered, scan('2026-11-21T09:00:00Z', status)).status).toBe('delivered.neighbour')
  })

  it('takes its time from the newest scan and its kind from the finest within 24 hours', () => {
    expect(foldScans(delivered, scan('2026-11-20T18:00:00Z', 'delivered.other'))).toMatchObject({
      status: 'delivered.neighbour',
      statusTime: { at: '2026-11-20T18:00:00.000Z' },
    })
    expect(foldScans(delivered, scan('2026-11-21T15:00:00Z', 'delivered.other')).status).toBe(
      'delivered.other',
    )
  })

  it('is not final while only a part came, and complete with the next delivery', () => {
    const partial = scan('2026-11-20T14:00:00Z', 'delivered.partial')
    expect(foldScans(partial).final).toBe(false)
    expect(foldScans(partial, scan('2026-11-20T18:00:00Z', 'delivered.other'))).toMatchObject({
      status: 'delivered.other',
      final: true,
    })
  })

  it('dated by day only is not reopened by a clock of the same day', () => {
    const day = scan('2026-11-20', 'delivered.other')
    expect(foldScans(day, scan('2026-11-20T09:00:00', 'out_for_delivery.on_vehicle')).status).toBe(
      'delivered.other',
    )
    expect(foldScans(day, scan('2026-11-21T09:00:00', 'out_for_delivery.on_vehicle')).status).toBe(
      'out_for_delivery.on_vehicle',
    )
  })

  it('is not reopened by a clock that only looks later because its zone is unknown', () => {
    const known = scan('2026-11-20T10:02:00+01:00', 'delivered.other')
    expect(foldScans(known, scan('2026-11-20T09:40:00', 'out_for_delivery.on_vehicle')).status).toBe(
      'delivered.other',
    )
    const utcOnly = scan('2026-11-20T09:02:00Z', 'delivered.other')
    expect(foldScans(utcOnly, scan('2026-11-20T09:40:00', 'out_for_delivery.on_vehicle')).status).toBe(
      'delivered.other',
    )
    expect(foldScans(utcOnly, scan('2026-11-21T09:40:00', 'out_for_delivery.on_vehicle')).status).toBe(
      'out_for_delivery.on_vehicle',
    )
  })
})

describe('other ends', () => {
  it('let nothing count after a parcel has come back', () => {
    expect(
      foldScans(
        scan('2026-11-20T14:00:00Z', 'returned.to_sender'),
        scan('2026-11-22T14:00:00Z', 'delivered.other'),
      ),
    ).toMatchObject({ status: 'returned.to_sender', final: true, attention: 'critical' })
  })

  it('reopen a cancelled or expired parcel on any newer physical scan', () => {
    for (const status of ['cancelled.other', 'cancelled.requested', 'expired.no_updates'] as const) {
      const end = scan('2026-11-20T14:00:00Z', status)
      expect(foldScans(end, scan('2026-11-21T14:00:00Z', 'in_transit.other')).status).toBe('in_transit.other')
      expect(foldScans(end, scan('2026-11-19T14:00:00Z', 'in_transit.other')).status).toBe(status)
      expect(foldScans(end, scan('2026-11-21T14:00:00Z', 'info_received.label_created')).status).toBe(status)
    }
  })

  it('are final when cancelled, not while the cancellation is only asked for', () => {
    expect(foldScans(scan('2026-11-20T14:00:00Z', 'cancelled.other')).final).toBe(true)
    expect(foldScans(scan('2026-11-20T14:00:00Z', 'cancelled.requested')).final).toBe(false)
  })
})

describe('undated scans', () => {
  const dated = scan('2026-11-20T10:00:00Z', 'in_transit.arrived')

  it('never override dated ones', () => {
    expect(foldScans(dated, scan(null, 'out_for_delivery.on_vehicle')).status).toBe('in_transit.arrived')
    expect(foldScans(dated, scan('2875-10-22T00:00:00Z', 'out_for_delivery.on_vehicle')).status).toBe(
      'in_transit.arrived',
    )
  })

  it('end a parcel when no dated scan does', () => {
    expect(foldScans(dated, scan(null, 'delivered.other'))).toMatchObject({
      status: 'delivered.other',
      final: true,
    })
    expect(
      foldScans(scan('2026-11-20T11:00:00Z', 'delivered.signed'), scan(null, 'returned.to_sender')).status,
    ).toBe('delivered.signed')
  })

  it('decide by order and rank when nothing is dated', () => {
    expect(
      foldScans(scan(null, 'out_for_delivery.on_vehicle'), scan(null, 'in_transit.arrived')).status,
    ).toBe('out_for_delivery.on_vehicle')
  })
})

describe('what a provider says of the whole parcel', () => {
  const onTheWay = scan('2026-11-20T10:00:00Z', 'in_transit.arrived')

  it('counts while no scan has a status', () => {
    expect(fold(report({ status: 'out_for_delivery.on_vehicle', at: '2026-11-20T10:00:00Z' }))).toMatchObject(
      {
        status: 'out_for_delivery.on_vehicle',
        statusTime: null,
      },
    )
  })

  it('yields to the newest scan when it isn’t an end', () => {
    expect(
      fold(report({ scans: [onTheWay], status: 'out_for_delivery.on_vehicle', at: '2026-11-20T12:00:00Z' }))
        .status,
    ).toBe('in_transit.arrived')
  })

  it('ends a parcel whose scans don’t say so yet', () => {
    for (const status of ['delivered.signed', 'returned.to_sender', 'cancelled.other'] as const)
      expect(fold(report({ scans: [onTheWay], status, at: '2026-11-20T12:00:00Z' })).status).toBe(status)
    expect(fold(report({ scans: [onTheWay], status: 'delivered.other' })).status).toBe('delivered.other')
  })

  it('keeps a delivered parcel delivered against a scan that its report already knew', () => {
    const { status, statusTime } = fold(
      report({
        scans: [
          scan('2026-11-20T09:00:00Z', 'delivered.signed'),
          scan('2026-11-20T11:00:00Z', 'out_for_delivery.on_vehicle'),
        ],
        status: 'delivered.other',
        at: '2026-11-20T11:05:00Z',
      }),
    )
    expect(status).toBe('delivered.signed')
    expect(statusTime?.at).toBe('2026-11-20T09:00:00.000Z')
  })

  it('does not delay a correction when it only repeats a delivered scan', () => {
    const first = report({
      scans: [scan('2026-11-20T10:02:00', 'delivered.other')],
      status: 'delivered.other',
      at: '2026-11-20T18:05:00Z',
    })
    const correction = report({ scans: [scan('2026-11-20T14:00:00', 'out_for_delivery.on_vehicle')] })
    expect(fold(first, correction).status).toBe('out_for_delivery.on_vehicle')
  })

  it('never hides a finer scan, and refines an `.other` unless it is older', () => {
    const coarse = scan('2026-11-20T10:00:00Z', 'exception.other')
    const fine = scan('2026-11-20T10:00:00Z', 'exception.held_payment')
    expect(
      fold(report({ scans: [fine], status: 'exception.other', at: '2026-11-20T10:05:00Z' })).status,
    ).toBe('exception.held_payment')
    expect(
      fold(report({ scans: [coarse], status: 'exception.held_payment', at: '2026-11-20T10:05:00Z' })),
    ).toMatchObject({
      status: 'exception.held_payment',
      attention: 'action',
    })
    expect(
      fold(
        report({ scans: [coarse] }),
        report({ status: 'exception.held_payment', at: '2026-11-20T09:00:00Z' }),
      ).status,
    ).toBe('exception.other')
  })

  it('gives a parcel up only 14 days after its newest scan, and a newer scan takes it up again', () => {
    const expiry = (at: string) => report({ scans: [onTheWay], status: 'expired.no_updates', at })
    expect(fold(expiry('2026-12-04T09:59:59Z')).status).toBe('in_transit.arrived')
    expect(fold(expiry('2026-12-04T10:00:00Z')).status).toBe('expired.no_updates')
    expect(
      fold(
        expiry('2026-12-04T10:00:00Z'),
        report({ scans: [scan('2026-12-10T10:00:00Z', 'in_transit.departed')] }),
      ).status,
    ).toBe('in_transit.departed')
  })

  it('lets the newest statement name the place to collect, the signature and the direction', () => {
    const older = report({ at: '2026-11-20T10:00:00Z', signedBy: 'Huber', direction: 'outbound' })
    const newer = report({ at: '2026-11-21T10:00:00Z', signedBy: 'Resi Huber', direction: 'inbound' })
    const newest = report({
      at: '2026-11-22T10:00:00Z',
      pickup: { name: 'Kiosk', address: null, lastDay: '2026-11-29' },
    })
    expect(fold(newest, newer, older)).toMatchObject({
      signedBy: 'Resi Huber',
      direction: 'inbound',
      pickup: { name: 'Kiosk' },
    })
  })
})

describe('a provider’s wish that the recipient acts', () => {
  it('raises a calm state or a warning to action, never lowers a loss', () => {
    const asking = (status: 'in_transit.arrived' | 'exception.delayed' | 'exception.lost') =>
      foldScans(scan('2026-11-20T10:00:00Z', status, { actionRequired: true })).attention
    expect([asking('in_transit.arrived'), asking('exception.delayed'), asking('exception.lost')]).toEqual([
      'action',
      'action',
      'critical',
    ])
  })

  it('is over with the next scan', () => {
    const asking = report({ status: 'in_transit.other', at: '2026-11-20T10:00:00Z', actionRequired: true })
    expect(fold(asking).attention).toBe('action')
    expect(
      fold(asking, report({ scans: [scan('2026-11-20T12:00:00Z', 'in_transit.arrived')] })).attention,
    ).toBeNull()
  })
})
