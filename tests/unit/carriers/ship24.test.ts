import { describe, expect, it } from 'vitest'
import { fixture, readBody, reportOf, reportsOf } from './read-fixture'

const body = (tracking: object) => ({ trackings: [{ tracker: { trackingNumber: 'N1' }, ...tracking }] })
const timeOf = (event: object) => reportOf('ship24', body({ events: [event] })).scans[0]?.time
const windowOf = (delivery: object) => reportOf('ship24', body({ shipment: { delivery } })).window

describe('a Ship24 body', () => {
  it('is read through the typing errors of its own documentation', () => {
    const report = reportOf('ship24', fixture('ship24/delivered.doc-example'))
    expect(report).toMatchObject({
      carrier: 'usps',
      number: '9400115901047177598206',
      scans: [
        {
          status: 'delivered.other',
          time: { at: null, localTime: '2025-03-04T17:12:57', zoneKnown: false, raw: '2025-03-04T17:12:57' },
          order: 9,
          text: 'Delivered to the addressee',
          place: { text: 'SAN RAFAEL, CA 94901' },
          raw: { status: 'delivered', substatus: 'delivery_delivered' },
        },
      ],
      summary: { status: 'delivered.other', at: '2025-03-04T17:13:35.000Z' },
      window: { earliest: '2025-03-04', latest: '2025-03-04', from: '17:00', to: '18:00', source: 'carrier' },
      signedBy: null,
    })
  })

  it('keeps every event beside an odd one, ordered within a minute by the vendor’s own field', () => {
    const report = reportOf('ship24', fixture('ship24/in-transit.order-decides'))
    expect(report.carrier).toBe('china-post')
    expect(report.window).toMatchObject({ earliest: '2026-11-24', latest: '2026-11-26', source: 'carrier' })
    expect(report.scans.map(({ status, order }) => [order, status])).toEqual([
      [0, 'info_received.label_created'],
      [1, 'in_transit.other'],
      [2, 'in_transit.other'],
      [3, 'in_transit.departed_origin_country'],
      [4, 'in_transit.arrived_destination_country'],
      [5, 'in_transit.customs_started'],
      [6, 'in_transit.customs_released'],
    ])
    expect(report.scans.at(-1)?.time).toMatchObject({ at: '2026-11-20T07:40:00.000Z', offsetMinutes: 60 })
  })

  it('holds one report for each of its parcels', () => {
    const two = fixture('ship24/two-parcels')
    expect(reportsOf('ship24', two).map(({ carrier, number }) => [carrier, number])).toEqual([
      ['ups', '1Z0000000000000018'],
      ['dhl', '00340434161094027318'],
    ])
    expect(readBody('ship24', two).deliveryId).toBeNull()
    expect(readBody('ship24', fixture('ship24/delivered.doc-example')).deliveryId).toBe(
      '356a7f93-3ce5-4b49-b560-156537283df9',
    )
  })

  it('is read with nothing but a number', () => {
    expect(reportOf('ship24', body({ shipment: null, events: null, metadata: null }))).toMatchObject({
      carrier: 'unknown',
      number: 'N1',
      scans: [],
      summary: null,
      window: null,
    })
    expect(() => readBody('ship24', { trackings: [{}] })).toThrow('/trackings/0/tracker')
    expect(() => readBody('ship24', { trackings: [] })).toThrow('/trackings')
  })

  it('names its courier by registration, else by its oldest event', () => {
    const events = [
      { occurrenceDatetime: '2026-11-20', courierCode: 'dhl' },
      { occurrenceDatetime: '2026-11-15', courierCode: 'cn-post' },
      { occurrenceDatetime: '2026-11-14', courierCode: null },
    ]
    expect(reportOf('ship24', body({ events })).carrier).toBe('china-post')
    expect(reportOf('ship24', body({ events: events.toReversed() })).carrier).toBe('china-post')
    for (const courierCode of ['us-post', ['us-post', 'cn-post']])
      expect(
        reportOf('ship24', { trackings: [{ tracker: { trackingNumber: 'N1', courierCode }, events }] })
          .carrier,
      ).toBe('usps')
  })
})

describe('the time of a Ship24 event', () => {
  it.each([
    [{ occurrenceDatetime: '2026-11-20' }, null, '2026-11-20'],
    [{ occurrenceDatetime: '2026-11-20T10:12:57' }, null, '2026-11-20T10:12:57'],
    [{ occurrenceDatetime: '2026-11-20T10:12:57.000Z' }, '2026-11-20T10:12:57.000Z', null],
    [{ occurrenceDatetime: '2026-11-20T10:12:57+02:00' }, '2026-11-20T08:12:57.000Z', '2026-11-20T10:12:57'],
    [
      { occurrenceDatetime: '2026-11-20T10:12:57', utcOffset: '+02:00' },
      '2026-11-20T08:12:57.000Z',
      '2026-11-20T10:12:57',
    ],
    [{ occurrenceDatetime: '2026-11-20T10:12:57', utcOffset: 'null,' }, null, '2026-11-20T10:12:57'],
    [{ occurrenceDatetime: '2026-11-20T10:12:57', utcOffset: '+77:00' }, null, '2026-11-20T10:12:57'],
    [
      { occurrenceDatetime: '2026-11-20T10:12:57-05:00', utcOffset: '+02:00' },
      '2026-11-20T15:12:57.000Z',
      '2026-11-20T10:12:57',
    ],
    [{ occurrenceDatetime: '2026-11-20', utcOffset: '+02:00' }, null, '2026-11-20'],
    [{ occurrenceDatetime: '2026-11-20T00:00:00', hasNoTime: true }, null, '2026-11-20'],
    [{ occurrenceDatetime: '2026-11-20T00:00:00Z', hasNoTime: 'true,' }, null, '2026-11-20'],
    [{ occurrenceDatetime: '2026-11-20T10:12:57', hasNoTime: 'false,' }, null, '2026-11-20T10:12:57'],
    [{ datetime: '2026-11-20T10:12:57.000Z' }, null, '2026-11-20T10:12:57'],
    [{ occurrenceDatetime: 'soon', datetime: '2026-11-20T10:12:57.000Z' }, null, '2026-11-20T10:12:57'],
    [{ occurrenceDatetime: '2875-11-20T10:12:57' }, null, null],
    [{}, null, null],
  ])('%j', (event, at, localTime) => {
    expect(timeOf(event)).toMatchObject({ at, localTime, zoneKnown: at !== null })
  })
})

describe('the promise of a Ship24 body', () => {
  it('is the courier’s, else Ship24’s own', () => {
    const estimatedDeliveryDate = '2026-11-25T00:00:00'
    expect(windowOf({ estimatedDeliveryDate })).toMatchObject({
      earliest: '2026-11-25',
      from: null,
      source: 'provider',
    })
    for (const courierEstimatedDeliveryDate of [null, 'soon', { from: null, to: null }])
      expect(windowOf({ estimatedDeliveryDate, courierEstimatedDeliveryDate })).toMatchObject({
        source: 'provider',
      })
    expect(
      windowOf({ estimatedDeliveryDate, courierEstimatedDeliveryDate: { from: null, to: '2026-11-24' } }),
    ).toMatchObject({ earliest: '2026-11-24', latest: '2026-11-24', source: 'carrier' })
  })
})
