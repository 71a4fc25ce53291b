import { describe, expect, it } from 'vitest'
import type { Projection } from '@/lib/parcels/projection'
import type { StatusCode } from '@/lib/parcels/status'
import type { SourceLine, SourceParcel } from '@/lib/returns/drafts/draft-source'
import { lineArrival } from '@/lib/returns/drafts/line-arrival'

const time = (at: string): Projection['statusTime'] => ({
  at,
  localTime: null,
  offsetMinutes: null,
  zoneKnown: true,
  raw: null,
})

type Entry = Projection['timeline'][number]
const entry = (status: StatusCode, at: string): Entry => ({
  status,
  time: time(at) ?? { at: null, localTime: null, offsetMinutes: null, zoneKnown: false, raw: null },
  text: null,
  place: null,
  providers: ['standard'],
  raw: [],
})

const parcel = (
  status: StatusCode,
  at: string | null,
  lines: SourceParcel['lines'] = [],
  timeline: Entry[] = [],
): SourceParcel => ({
  projection: { direction: 'outbound', status, statusTime: at === null ? null : time(at), timeline },
  lines,
})

const line: SourceLine = {
  id: '1',
  title: 'Regenjacke',
  variant: null,
  sku: null,
  category: null,
  vendor: null,
  product: null,
  tags: [],
  options: {},
  quantity: 2,
  unitPrice: 18990,
  discount: 0,
  taxRate: null,
  mediaId: null,
  media: null,
}
const arrival = (...parcels: SourceParcel[]) => lineArrival(line, parcels, 'Europe/Berlin')
const NOON = '2026-11-20T11:00:00Z'

describe('a line’s arrival', () => {
  it('is the day on which its last piece arrived, in the shop’s zone', () => {
    const late = '2026-11-21T23:30:00Z'
    expect(
      arrival(
        parcel('delivered.signed', NOON, [{ id: '1', quantity: 1 }]),
        parcel('delivered.signed', late, [{ id: '1', quantity: 1 }]),
      ),
    ).toMatchObject({ deliveredOn: '2026-11-22', awaited: false })
  })

  it.each<[string, SourceParcel[], boolean]>([
    ['nothing was sent that we know of', [], false],
    ['a parcel with it is on its way', [parcel('in_transit.arrived', NOON)], true],
    ['part of it is in no parcel yet', [parcel('delivered.signed', NOON, [{ id: '1', quantity: 1 }])], true],
    ['another line’s parcel arrived', [parcel('delivered.signed', NOON, [{ id: '2', quantity: 1 }])], true],
    ['nobody tells of its parcel', [parcel('pending.unknown', null)], false],
    ['its parcel was not heard of any more', [parcel('expired.no_updates', NOON)], false],
    ['only a part was delivered', [parcel('delivered.partial', NOON)], true],
    ['it arrived on no day that is known', [parcel('delivered.signed', null)], false],
    ['its parcel went back to the shop', [parcel('returned.to_sender', NOON)], false],
  ])('is unknown where %s', (_name, parcels, awaited) => {
    expect(arrival(...parcels)).toMatchObject({ deliveredOn: null, awaited })
  })

  it('of an order whose parcels name nothing is that of the last parcel', () => {
    const first = parcel('delivered.signed', NOON)
    expect(arrival(first, parcel('delivered.signed', '2026-11-24T11:00:00Z')).deliveredOn).toBe('2026-11-24')
    expect(arrival(first, parcel('in_transit.arrived', NOON))).toMatchObject({
      deliveredOn: null,
      awaited: true,
    })
  })

  it('counts no parcel that comes back', () => {
    const back = parcel('delivered.signed', NOON)
    expect(arrival({ ...back, projection: { ...back.projection, direction: 'inbound' } })).toEqual({
      dispatchedOn: null,
      deliveredOn: null,
      awaited: false,
    })
  })

  it('begins when the carrier took it, not when its label was printed', () => {
    const timeline = [
      entry('delivered.signed', NOON),
      entry('in_transit.picked_up', '2026-11-18T16:00:00Z'),
      entry('info_received.label_created', '2026-11-16T16:00:00Z'),
    ]
    expect(arrival(parcel('delivered.signed', NOON, [], timeline)).dispatchedOn).toBe('2026-11-18')
  })
})
