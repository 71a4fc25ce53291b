import { describe, expect, it } from 'vitest'
import { fixture, readBody, reportOf } from './read-fixture'

const alert = (fields: object) =>
  reportOf('ups', { trackingNumber: '1Z1', activityStatus: { type: 'I' }, ...fields })
const timeOf = (fields: object) => alert(fields).scans[0]?.time
const LOCAL = { localActivityDate: '20260720', localActivityTime: '091519' }

describe('a UPS alert', () => {
  it('becomes one report with one scan, its zone worked out from the two clocks', () => {
    expect(reportOf('ups', fixture('ups/alert-v2.out-for-delivery.spec'))).toEqual({
      carrier: 'ups',
      number: '1Z204W4R0308071865',
      direction: null,
      scans: [
        {
          provider: 'ups',
          status: 'out_for_delivery.on_vehicle',
          time: {
            at: '2024-04-23T13:15:19.000Z',
            localTime: '2024-04-23T09:15:19',
            offsetMinutes: -240,
            zoneKnown: true,
            raw: '20240423 091519',
          },
          order: null,
          text: 'Out for Delivery',
          place: { city: 'Charlotte', region: 'NC', postalCode: '30004', countryCode: 'US', text: null },
          actionRequired: false,
          raw: { status: 'I', substatus: '021', code: 'OT' },
        },
      ],
      summary: null,
      window: {
        earliest: '2024-04-23',
        latest: '2024-04-23',
        likely: '2024-04-23',
        from: null,
        to: null,
        source: 'carrier',
      },
      pickup: null,
      signedBy: null,
    })
  })

  it('never keeps the photo of the delivery', () => {
    const parsed = readBody('ups', fixture('ups/alert-v2.delivered.signed'))
    expect(JSON.stringify(parsed)).not.toContain('/9j/')
    expect(reportOf('ups', fixture('ups/alert-v2.delivered.signed'))).toMatchObject({
      scans: [{ status: 'delivered.other', time: { at: '2026-11-20T13:15:02.000Z', offsetMinutes: 60 } }],
      signedBy: 'HUBER',
    })
  })

  it('names the hours of its promise', () => {
    expect(reportOf('ups', fixture('ups/alert-v2.manifest'))).toMatchObject({
      scans: [{ status: 'info_received.label_created', place: { city: null, countryCode: 'DE' } }],
      window: { earliest: '2026-11-20', latest: '2026-11-20', from: '09:30', to: '13:30', source: 'carrier' },
    })
  })

  it('may promise a day years ago: that is noise', () => {
    expect(reportOf('ups', fixture('ups/alert-v2.exception.no-zone'))).toMatchObject({
      scans: [{ status: 'exception.other' }],
      window: null,
    })
    expect(alert({ ...LOCAL, scheduledDeliveryDate: '20260719' }).window).toBeNull()
    expect(alert({ ...LOCAL, scheduledDeliveryDate: '20260720' }).window).not.toBeNull()
    expect(alert({ ...LOCAL, scheduledDeliveryDate: '28751022' }).window).toBeNull()
  })

  it('without a number or an activity is not read', () => {
    expect(() => readBody('ups', { activityStatus: { type: 'I' } })).toThrow('/trackingNumber')
    expect(() => readBody('ups', { trackingNumber: '1Z1' })).toThrow('/activityStatus')
  })
})

describe('the zone of a UPS alert', () => {
  it('is unknown without Greenwich’s clock', () => {
    expect(timeOf(LOCAL)).toMatchObject({ at: null, localTime: '2026-07-20T09:15:19', zoneKnown: false })
    expect(timeOf({ ...LOCAL, gmtActivityDate: '', gmtActivityTime: '', gmtOffset: '' })?.at).toBeNull()
  })

  it('comes from the offset with its dot where only that is given', () => {
    expect(timeOf({ ...LOCAL, gmtOffset: '-04.00' })).toMatchObject({ at: '2026-07-20T13:15:19.000Z' })
    expect(timeOf({ ...LOCAL, gmtOffset: '+05.30' })).toMatchObject({ at: '2026-07-20T03:45:19.000Z' })
    expect(timeOf({ ...LOCAL, gmtOffset: '-99.00' })?.at).toBeNull()
  })

  it('is worked out over midnight and in quarters of an hour', () => {
    const gmt = (gmtActivityDate: string, gmtActivityTime: string) =>
      timeOf({ ...LOCAL, gmtActivityDate, gmtActivityTime })
    expect(gmt('20260719', '231519')).toMatchObject({ at: '2026-07-19T23:15:19.000Z', offsetMinutes: 600 })
    expect(gmt('20260720', '033019')).toMatchObject({ at: '2026-07-20T03:30:19.000Z', offsetMinutes: 345 })
  })

  it('is unknown when no place on Earth has it', () => {
    for (const gmtActivityTime of ['092019', '091519x'])
      expect(timeOf({ ...LOCAL, gmtActivityDate: '20260720', gmtActivityTime })).toMatchObject({
        at: null,
        localTime: '2026-07-20T09:15:19',
      })
    expect(timeOf({ ...LOCAL, gmtActivityDate: '20260718', gmtActivityTime: '091519' })?.at).toBeNull()
  })

  it('survives clocks that lost their zeros as numbers', () => {
    const time = timeOf({
      localActivityDate: 20260720,
      localActivityTime: 1519,
      gmtActivityDate: 20260720,
      gmtActivityTime: 41519,
    })
    expect(time).toMatchObject({ at: '2026-07-20T04:15:19.000Z', localTime: '2026-07-20T00:15:19' })
  })

  it('leaves a bare day a day, and Greenwich’s clock alone an instant', () => {
    expect(timeOf({ localActivityDate: '20260720' })).toMatchObject({ at: null, localTime: '2026-07-20' })
    expect(timeOf({ gmtActivityDate: '20260720', gmtActivityTime: '131519' })).toMatchObject({
      at: '2026-07-20T13:15:19.000Z',
      localTime: null,
    })
    expect(timeOf({})).toMatchObject({ at: null, localTime: null, raw: null })
  })
})
