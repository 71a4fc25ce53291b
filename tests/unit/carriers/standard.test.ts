import { describe, expect, it } from 'vitest'
import { carriers } from '@/lib/carriers'
import { fixture, readBody, reportOf } from './read-fixture'

const body = (data: unknown, more = {}) => ({ type: 'parcel.updated', data, ...more })
const issuesOf = (json: unknown) => {
  const parsed = carriers.get('standard')?.parse(json, new Headers())
  return parsed?.ok === false ? parsed.issues : []
}

describe('our own body', () => {
  it('is read as the documentation says', () => {
    expect(reportOf('standard', fixture('standard/in-transit.readme'))).toEqual({
      carrier: 'dhl',
      number: '00340434161094000001',
      direction: null,
      scans: [
        {
          provider: 'standard',
          status: 'in_transit.arrived',
          time: {
            at: '2026-11-20T09:02:00.000Z',
            localTime: '2026-11-20T10:02:00',
            offsetMinutes: 60,
            zoneKnown: true,
            raw: '2026-11-20T10:02:00+01:00',
          },
          order: null,
          text: 'Im Paketzentrum eingetroffen',
          place: { city: 'Leipzig', region: null, postalCode: null, countryCode: 'DE', text: null },
          actionRequired: false,
          raw: { status: 'in_transit.arrived', substatus: null, code: null },
        },
      ],
      summary: null,
      window: {
        earliest: '2026-11-21',
        latest: '2026-11-22',
        likely: null,
        from: null,
        to: null,
        source: 'carrier',
      },
      pickup: null,
      signedBy: null,
    })
  })

  it('takes the four forms of a time, keeps unknown codes, and orders one minute by its own field', () => {
    const report = reportOf('standard', fixture('standard/window-with-hours'))
    expect(report.carrier).toBe('gls')
    expect(report.scans.map(({ status, time }) => [status, time.at, time.localTime])).toEqual([
      ['info_received.label_created', '2026-11-18T14:00:00.000Z', null],
      [null, null, '2026-11-18T16:00:00'],
      ['in_transit.other', null, '2026-11-19'],
      ['in_transit.at_delivery_depot', '2026-11-20T06:31:00.000Z', '2026-11-20T07:31:00'],
      ['out_for_delivery.on_vehicle', '2026-11-20T06:31:00.000Z', '2026-11-20T07:31:00'],
    ])
    expect(report.scans[1]).toMatchObject({ raw: { status: 'a_status_of_tomorrow', code: 'X-99' } })
    expect(report.window).toMatchObject({ likely: '2026-11-20', from: '11:00', to: '13:00' })
  })

  it('tells where to collect, until when, and the state of the whole', () => {
    expect(reportOf('standard', fixture('standard/locker'))).toMatchObject({
      scans: [{ status: 'available_for_pickup.locker', actionRequired: true }],
      summary: { status: 'available_for_pickup.locker', at: '2026-11-20T10:58:00.000Z' },
      pickup: {
        name: 'Packstation 145',
        address: 'Sendlinger Str. 12, 80331 München',
        lastDay: '2026-11-27',
      },
      window: null,
    })
  })

  it('tells when a place is open and what opens a locker, where the sender knows', () => {
    const told = { name: 'Packstation 145', hours: [' Mo–Fr 9–18 ', '', null, 'Sa 9–13'], code: ' 4711 ' }
    expect(reportOf('standard', body({ number: 'N1', pickup: told }))).toMatchObject({
      pickup: { name: 'Packstation 145', hours: ['Mo–Fr 9–18', 'Sa 9–13'], code: '4711' },
    })
    const bare = reportOf('standard', body({ number: 'N1', pickup: { name: 'Depot', hours: [], code: '' } }))
    expect(bare.pickup).toEqual({ name: 'Depot', address: null, lastDay: null })
  })

  it('needs nothing but a number', () => {
    expect(reportOf('standard', fixture('standard/inbound.delivered'))).toMatchObject({
      carrier: 'unknown',
      number: '9007199254740991',
      direction: 'inbound',
      scans: [],
      summary: { status: 'delivered.signed', at: '2026-11-20T11:40:00.000Z' },
      signedBy: 'Lager',
    })
    expect(reportOf('standard', body({ number: 'N1' }))).toMatchObject({
      summary: null,
      window: null,
      pickup: null,
    })
  })

  it('dates the state of the whole by the message where it names no time', () => {
    const report = reportOf(
      'standard',
      body({ number: 'N1', status: 'delivered' }, { timestamp: '2026-11-20T12:00:00Z' }),
    )
    expect(report.summary).toMatchObject({ status: 'delivered.other', at: '2026-11-20T12:00:00.000Z' })
  })

  it('keeps a scan whose time is noise, and drops a window that is', () => {
    const report = reportOf(
      'standard',
      body({
        number: 'N1',
        scans: [{ at: '2875-10-22T10:00:00Z', status: 'in_transit.other' }, { at: 'soon' }],
        window: { earliest: '2875-10-22', latest: '2875-10-23' },
      }),
    )
    expect(report.scans.map(({ time }) => [time.at, time.localTime, time.raw])).toEqual([
      [null, null, '2875-10-22T10:00:00Z'],
      [null, null, 'soon'],
    ])
    expect(report.window).toBeNull()
  })

  it('has its delivery’s id in the header', () => {
    const headers = new Headers({ 'webhook-id': 'msg_1' })
    expect(readBody('standard', body({ number: 'N1' }), headers).deliveryId).toBe('msg_1')
    expect(readBody('standard', body({ number: 'N1' })).deliveryId).toBeNull()
  })

  it('of another type is left aside', () => {
    for (const more of [{}, { data: null }, { data: [] }])
      expect(readBody('standard', { type: 'invoice.paid', ...more }).reading).toEqual({
        kind: 'ignored',
        reason: 'type invoice.paid',
      })
  })
})

describe('what our own body can’t take', () => {
  it('is named field by field', () => {
    expect(issuesOf(fixture('standard/unreadable/wrong-fields'))).toEqual([
      { pointer: '/data/direction', detail: 'Expected "outbound" or "inbound"' },
      { pointer: '/data/scans/0/status', detail: 'Expected text' },
      { pointer: '/data/window/latest', detail: 'Expected a day that is not before earliest' },
    ])
  })

  it.each([
    [{}, '/type', 'Expected "parcel.updated"'],
    [body({}), '/data/number', 'Expected the parcel’s number'],
    [body(undefined), '/data', 'Invalid input: expected object, received undefined'],
    [
      body({ number: 'N1', window: { earliest: '21.11.2026', latest: '2026-11-22' } }),
      '/data/window/earliest',
      'Expected a day, YYYY-MM-DD',
    ],
    [
      body({ number: 'N1', window: { earliest: '2026-11-21', latest: '2026-11-21', from: '9 am' } }),
      '/data/window/from',
      'Expected a clock, HH:mm',
    ],
    [body({ number: 'N1', scans: [{ order: '7' }] }), '/data/scans/0/order', 'Expected a number'],
    [
      body({ number: 'N1', scans: [{ actionRequired: 'yes' }] }),
      '/data/scans/0/actionRequired',
      'Expected true or false',
    ],
    [
      body({ number: 'N1', pickup: { lastDay: 'Friday' } }),
      '/data/pickup/lastDay',
      'Expected a day, YYYY-MM-DD',
    ],
  ])('%j', (json, pointer, detail) => {
    expect(issuesOf(json)).toEqual([{ pointer, detail }])
  })
})
