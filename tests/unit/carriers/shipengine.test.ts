import { describe, expect, it } from 'vitest'
import { fixture, readBody, reportOf } from './read-fixture'

const body = (data: unknown, more = {}) => ({ resource_type: 'API_TRACK', data, ...more })
const scanWith = (event: object) =>
  reportOf('shipengine', body({ tracking_number: '1', carrier_code: 'ups', events: [event] })).scans[0]

describe('a ShipEngine body', () => {
  it('of UPS has local clocks behind a false Z: no zone is claimed', () => {
    const report = reportOf('shipengine', fixture('shipengine/v2.ups.out-for-delivery'))
    expect(report).toMatchObject({
      carrier: 'ups',
      number: '1ZXXXG270XXXXX1954',
      direction: null,
      signedBy: null,
    })
    expect(report.scans).toHaveLength(13)
    expect(report.scans.at(-1)).toMatchObject({
      status: 'out_for_delivery.on_vehicle',
      time: { at: null, localTime: '2026-09-03T09:24:22', zoneKnown: false, raw: '2026-09-03T09:24:22Z' },
      text: 'Out for Delivery',
      place: { city: 'Atlanta', region: 'GA', postalCode: null, countryCode: 'US' },
      raw: { status: 'IT', substatus: null, code: 'OT' },
    })
    expect(report.scans[0]?.time.localTime).toBe('2026-09-01T15:34:00')
    expect(report.window).toEqual({
      earliest: '2026-09-03',
      latest: '2026-09-03',
      likely: '2026-09-03',
      from: null,
      to: null,
      source: 'carrier',
    })
    expect(report.summary).toMatchObject({ status: 'out_for_delivery.on_vehicle', at: null })
  })

  it('of USPS keeps real offsets, and an exception beside a promise', () => {
    const report = reportOf('shipengine', fixture('shipengine/v1.usps.exception-but-on-time'))
    expect(report).toMatchObject({
      carrier: 'usps',
      window: { earliest: '2026-09-04', latest: '2026-09-04' },
    })
    expect(report.scans.map(({ status }) => status)).toEqual([
      'info_received.label_created',
      'in_transit.accepted',
      'in_transit.arrived',
      'exception.delayed',
    ])
    expect(report.scans.at(-1)?.time).toEqual({
      at: '2026-09-02T00:00:00.000Z',
      localTime: '2026-09-01T17:00:00',
      offsetMinutes: -420,
      zoneKnown: true,
      raw: '2026-09-01T17:00:00-07:00',
    })
  })

  it('of a delivered parcel has no window and no invented instant', () => {
    const report = reportOf('shipengine', fixture('shipengine/v2.fedex.delivered'))
    expect(report).toMatchObject({
      carrier: 'fedex',
      window: null,
      summary: { status: 'delivered.other', at: null, raw: { status: 'DE', substatus: 'DELIVERED' } },
    })
    expect(report.scans.map(({ status }) => status)).toEqual([
      'info_received.label_created',
      'in_transit.picked_up',
      'in_transit.other',
      'in_transit.other',
      'in_transit.departed',
      'in_transit.other',
      'out_for_delivery.on_vehicle',
      'delivered.other',
    ])
  })

  it('may have its number in the address alone, which is read and never followed', () => {
    const report = reportOf('shipengine', fixture('shipengine/v1.dhl.locker.number-in-address'))
    expect(report).toMatchObject({ carrier: 'dhl', number: '00340434161094027318' })
    expect(report.scans.map(({ status, time }) => [status, time.at, time.localTime])).toEqual([
      ['in_transit.other', null, '2026-11-19T16:05:00'],
      ['in_transit.processing', '2026-11-19T19:20:00.000Z', null],
      ['out_for_delivery.on_vehicle', '2026-11-20T07:02:00.000Z', '2026-11-20T08:02:00'],
      ['available_for_pickup.locker', '2026-11-20T10:41:00.000Z', '2026-11-20T11:41:00'],
    ])
    const address = { resource_url: 'https://api.example.com/x?tracking_number=FROM-URL' }
    expect(reportOf('shipengine', body({ tracking_number: '' }, address)).number).toBe('FROM-URL')
    expect(reportOf('shipengine', body({ tracking_number: 'OWN' }, address)).number).toBe('OWN')
    expect(() => readBody('shipengine', body({}, { resource_url: 'not an address' }))).toThrow(
      '/data/tracking_number',
    )
  })

  it('is read although its numbers are numbers and its lists are null', () => {
    const report = reportOf('shipengine', body({ tracking_number: 4711, status_code: 'UN', events: null }))
    expect(report).toMatchObject({
      carrier: 'unknown',
      number: '4711',
      scans: [],
      summary: { status: 'pending.unknown' },
    })
  })

  it('of another topic is left aside, with data or without', () => {
    for (const more of [{}, { data: null }, { data: { anything: 1 } }])
      expect(readBody('shipengine', { resource_type: 'RATE', ...more }).reading.kind).toBe('ignored')
    expect(() => readBody('shipengine', { tracking_number: '1', events: [] })).toThrow('/resource_type')
    expect(() => readBody('shipengine', body('text'))).toThrow('/data')
  })
})

describe('a ShipEngine scan', () => {
  it('takes ShipEngine’s own clock where the carrier’s is absent or noise', () => {
    const occurred_at = '2026-09-03T13:24:22Z'
    for (const carrier_occurred_at of [undefined, null, '', '2875-10-22T09:24:22Z', 'soon'])
      expect(scanWith({ occurred_at, carrier_occurred_at })?.time).toMatchObject({
        at: '2026-09-03T13:24:22.000Z',
        zoneKnown: true,
      })
    expect(scanWith({ carrier_occurred_at: '2875-10-22T09:24:22Z' })?.time).toEqual({
      at: null,
      localTime: null,
      offsetMinutes: null,
      zoneKnown: false,
      raw: '2875-10-22T09:24:22Z',
    })
  })

  it('names who signed only where it was delivered', () => {
    const signed = (status_code: string) =>
      reportOf('shipengine', body({ tracking_number: '1', events: [{ status_code, signer: 'HUBER' }] }))
        .signedBy
    expect(signed('DE')).toBe('HUBER')
    expect(signed('IT')).toBeNull()
  })
})
