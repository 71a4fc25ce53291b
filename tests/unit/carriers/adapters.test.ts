import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { carriers } from '@/lib/carriers'
import type { ParcelReport } from '@/lib/parcels/report'
import { parseJson } from '@/lib/webhooks/parse-json'

function reportOf(id: string, body: Uint8Array): ParcelReport {
  const json = parseJson(body)
  const parsed = json.ok ? carriers.get(id)?.parse(json.value, new Headers()) : undefined
  const [report] = parsed?.ok && parsed.reading.kind === 'reports' ? parsed.reading.reports : []
  if (!report) throw new Error(`No report: ${JSON.stringify(parsed ?? json)}`)
  return report
}

const fixture = (id: string, name: string): ParcelReport =>
  reportOf(id, readFileSync(new URL(`../../fixtures/carriers/${id}/${name}.json`, import.meta.url)))

const body = (id: string, value: unknown): ParcelReport =>
  reportOf(id, new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)))

describe('AfterShip', () => {
  it('reads a full body: the courier’s window with its hours, local clocks and real offsets', () => {
    const report = fixture('aftership', 'update.2026-07.out-for-delivery.dhl')
    expect(report).toMatchObject({
      carrier: 'dhl',
      number: '00340434161094000017',
      direction: null,
      summary: { status: 'out_for_delivery.on_vehicle', at: '2026-11-20T09:15:00.000Z' },
      window: { earliest: '2026-11-20', latest: '2026-11-20', from: '13:00', to: '15:30', source: 'carrier' },
    })
    expect(report.scans.map(({ status }) => status)).toEqual([
      'info_received.label_created',
      'in_transit.accepted',
      'in_transit.arrived',
      'in_transit.other',
      'out_for_delivery.on_vehicle',
    ])
    expect(report.scans[0]?.time).toMatchObject({
      at: null,
      localTime: '2026-11-18T11:02:00',
      zoneKnown: false,
    })
    expect(report.scans[1]).toMatchObject({
      time: { at: '2026-11-18T16:40:00.000Z', localTime: '2026-11-18T17:40:00', offsetMinutes: 60 },
      place: { city: 'Rosenheim', postalCode: '83022', countryCode: 'DE' },
      raw: { status: 'InTransit', substatus: 'InTransit_002', code: 'PO' },
    })
    expect(report.scans[3]).toMatchObject({
      time: { at: null, localTime: '2026-11-20' },
      place: { text: 'Paketzentrum Aschheim, Germany', countryCode: 'DE' },
    })
  })

  it('reads the names of the legacy version, and numbers given as numbers', () => {
    const report = fixture('aftership', 'update.legacy-v4.exception')
    expect(report).toMatchObject({
      carrier: 'chronopost',
      number: '6129315000007965',
      summary: { status: 'exception.delayed' },
      window: { earliest: '2026-11-23', latest: '2026-11-23', source: 'carrier' },
    })
    expect(report.scans.map(({ place }) => place)).toEqual([
      { city: 'Lyon', region: null, postalCode: '69007', countryCode: 'FR', text: null },
      { city: null, region: null, postalCode: null, countryCode: null, text: 'Innsbruck' },
    ])
  })

  it('dates a summary by the envelope where the parcel has no date', () => {
    expect(fixture('aftership', 'pending-time.2026-07.trimmed')).toMatchObject({
      carrier: 'usps',
      scans: [],
      summary: { status: 'pending.unknown', at: '2024-04-10T09:36:40.000Z' },
      window: null,
    })
  })

  it('takes AfterShip’s own estimate where the courier gives none', () => {
    const msg = {
      tracking_number: '1',
      updated_at: '2026-11-20T09:15:00+00:00',
      courier_estimated_delivery_date: null,
      latest_estimated_delivery: { type: 'specific', source: 'AfterShip AI', datetime: '2875-10-22' },
      aftership_estimated_delivery_date: {
        estimated_delivery_date: '2026-11-22',
        estimated_delivery_date_min: '2026-11-21',
        estimated_delivery_date_max: '2026-11-23',
      },
    }
    expect(body('aftership', { msg }).window).toEqual({
      earliest: '2026-11-21',
      latest: '2026-11-23',
      likely: '2026-11-22',
      from: null,
      to: null,
      source: 'provider',
    })
  })

  it('keeps a number beyond 2^53 digit for digit', () => {
    expect(body('aftership', '{"msg":{"tracking_number":340434161094000017123,"slug":17}}')).toMatchObject({
      number: '340434161094000017123',
      carrier: '17',
    })
  })

  it('refuses a body without a usable number, and says where', () => {
    for (const tracking_number of [null, '', '  ', 'x'.repeat(101), {}])
      expect(carriers.get('aftership')?.parse({ msg: { tracking_number } }, new Headers())).toMatchObject({
        ok: false,
        issues: [{ pointer: '/msg/tracking_number' }],
      })
  })
})

describe('EasyPost', () => {
  it('claims no instant for scans whose Z is a local clock', () => {
    const report = fixture('easypost', 'updated.in-transit.fedex.signed')
    expect(report).toMatchObject({
      carrier: 'fedex',
      direction: null,
      summary: { status: 'in_transit.arrived', at: '2024-08-02T19:26:51.000Z' },
      window: { earliest: '2024-08-05', latest: '2024-08-05', to: null },
    })
    expect(report.scans).toHaveLength(7)
    for (const { time } of report.scans) expect(time).toMatchObject({ at: null, zoneKnown: false })
    expect(report.scans.at(-1)).toMatchObject({
      time: { localTime: '2024-08-02T18:50:00' },
      place: { city: 'EDISON', region: 'NJ', postalCode: '08817', countryCode: 'US' },
      raw: { status: 'in_transit', substatus: 'arrived_at_facility', code: 'AR' },
    })
  })

  it('puts scans in order whatever their place in the body', () => {
    const report = fixture('easypost', 'updated.delivered.ups.guide')
    expect(report.signedBy).toBe('John Tester')
    expect(report.scans[0]).toMatchObject({
      status: 'delivered.other',
      time: { localTime: '2014-11-19T10:51:54' },
    })
  })

  it('knows a parcel on its way back to the shop, and the hour of its promise', () => {
    expect(fixture('easypost', 'updated.return.usps')).toMatchObject({
      carrier: 'usps',
      direction: 'inbound',
      window: { earliest: '2026-11-20', latest: '2026-11-20', from: null, to: '21:00' },
    })
  })

  it('falls back to the plain date where the local one is noise', () => {
    const result = {
      tracking_code: 'EZ2',
      updated_at: '2026-11-20T15:02:10Z',
      est_delivery_date: '2026-11-22T00:00:00Z',
      carrier_detail: { est_delivery_date_local: '2875-10-22', est_delivery_time_local: '12:00:00' },
    }
    expect(body('easypost', { description: 'tracker.updated', result }).window).toMatchObject({
      earliest: '2026-11-22',
      to: null,
    })
  })
})

describe('Shippo', () => {
  it('asks the recipient to act where Shippo does', () => {
    const report = fixture('shippo', 'updated.address-issue.dhl')
    expect(report).toMatchObject({
      carrier: 'dhl',
      summary: { status: 'exception.address_problem', at: '2026-11-20T10:00:00.000Z', actionRequired: true },
      window: { earliest: '2026-11-21', latest: '2026-11-21', source: 'carrier' },
    })
    expect(report.scans.map(({ actionRequired }) => actionRequired)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ])
    expect(report.scans.at(-1)?.time).toMatchObject({ at: null, localTime: '2026-11-20T08:20:00' })
  })

  it('reads bodies from before there were substatuses, each scan once', () => {
    const report = fixture('shippo', 'updated.delivered.usps.2017')
    expect(report.scans).toHaveLength(11)
    expect(report.scans.at(-1)).toMatchObject({ status: 'delivered.other', place: { city: 'Berkeley' } })
    expect(report.summary).toMatchObject({ status: 'delivered.other', at: '2016-12-09T01:40:17.000Z' })
  })

  it('takes the newest scan from the status where the history lacks it', () => {
    expect(fixture('shippo', 'updated.in-transit.test').scans).toMatchObject([
      { status: 'in_transit.arrived', time: { localTime: '2026-11-19T12:00:00' } },
    ])
  })
})
