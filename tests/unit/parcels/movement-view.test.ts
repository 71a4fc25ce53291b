import { describe, expect, it } from 'vitest'
import { emptyProjection } from '@/lib/parcels/empty-projection'
import { movementView } from '@/lib/parcels/movement-view'
import type { TimelineEntry } from '@/lib/parcels/projection'
import { viewShipment } from '@/lib/parcels/view-shipment'

const entry = (status: TimelineEntry['status'], text: string): TimelineEntry => ({
  status,
  text,
  time: { at: null, localTime: '2026-11-20T10:00:00', offsetMinutes: null, zoneKnown: false, raw: null },
  place: null,
  providers: ['ups'],
  raw: [],
})

describe('what a parcel number alone shows', () => {
  const view = viewShipment(
    {
      ...emptyProjection('outbound'),
      status: 'delivered.signed',
      signedBy: 'HUBER',
      timeline: [
        entry('delivered.signed', 'Signed by HUBER'),
        entry('in_transit.arrived', 'Arrived at facility'),
      ],
    },
    { now: new Date('2026-11-21T10:00:00Z'), timeZone: 'Europe/Berlin', carrier: 'ups' },
  )

  it('names nobody: neither who signed nor what the carrier wrote of the delivery', () => {
    expect(JSON.stringify(movementView(view))).not.toContain('HUBER')
  })

  it('keeps the way', () => {
    expect(movementView(view).timeline.map(({ text }) => text)).toEqual([null, 'Arrived at facility'])
  })
})
