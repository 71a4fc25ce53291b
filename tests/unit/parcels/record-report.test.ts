import { describe, expect, it } from 'vitest'
import { fingerprintScan } from '@/lib/parcels/fingerprint'
import { recordReport } from '@/lib/parcels/record-report'
import { report, scan, window } from './facts'

const print = (each: ReturnType<typeof scan>) => fingerprintScan(each)

describe('a fingerprint', () => {
  const told = scan('2026-11-20T10:02:00+01:00', 'in_transit.arrived', {
    raw: { status: 'InTransit', substatus: 'InTransit_003', code: null },
  })

  it('is the same for the same scan in another delivery', () => {
    expect(print({ ...told, order: 7, status: 'in_transit.processing' })).toBe(print(told))
    expect(print(told)).toMatch(/^[0-9a-f]{64}$/)
  })

  it('writes one instant one way', () => {
    expect(print({ ...told, time: { ...told.time, at: '2026-11-20T09:02:00Z' } })).toBe(print(told))
  })

  it('differs with what identifies a scan', () => {
    const others = [
      { ...told, provider: 'ship24' },
      { ...told, text: 'elsewhere' },
      { ...told, raw: { ...told.raw, code: '42' } },
      { ...told, place: { city: 'Leipzig', region: null, postalCode: null, countryCode: 'DE', text: null } },
      scan('2026-11-20T10:03:00+01:00', 'in_transit.arrived', { raw: told.raw }),
    ]
    expect(new Set([told, ...others].map(print)).size).toBe(6)
  })

  it('is the same whatever a body calls the carrier and however it writes the number', () => {
    const one = report({ scans: [told], signedBy: 'Huber' })
    const other = { ...one, carrier: 'unknown', number: '0034 0434 1610 9400 0001' }
    expect(recordReport(other)).toEqual(recordReport(one))
  })

  it('can’t be forged by moving text between fields', () => {
    const raw = { status: 'a', substatus: 'b', code: null }
    expect(print({ ...told, raw: { ...raw, status: 'a,b', substatus: null } })).not.toBe(
      print({ ...told, raw }),
    )
  })
})

describe('recording a report', () => {
  it('keeps no statement of a report that says nothing beside its scans', () => {
    expect(
      recordReport(report({ scans: [scan('2026-11-20T10:00:00Z', 'in_transit.arrived')] })).statements,
    ).toEqual([])
  })

  it('dates a statement by the newest instant the report names', () => {
    const scans = [
      scan('2026-11-20T10:00:00Z', 'in_transit.arrived'),
      scan('2026-11-19', 'in_transit.accepted'),
    ]
    const [dated] = recordReport(
      report({ scans, at: '2026-11-20T09:00:00Z', window: window('2026-11-24') }),
    ).statements
    expect(dated).toMatchObject({ at: '2026-11-20T10:00:00.000Z', newestScan: '2026-11-20T10:00:00.000Z' })
    const [undated] = recordReport(report({ window: window('2026-11-24') })).statements
    expect(undated).toMatchObject({ at: null, newestScan: null })
  })

  it('names the provider that sent it', () => {
    expect(recordReport(report({ signedBy: 'Huber' }), 'ship24').statements[0]?.provider).toBe('ship24')
  })
})
