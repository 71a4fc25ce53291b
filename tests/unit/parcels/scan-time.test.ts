import { describe, expect, it } from 'vitest'
import { readClock, readDay, readScanTime } from '@/lib/parcels/scan-time'

describe('a carrier’s moment', () => {
  it('keeps the instant, the clock on the wall and the offset where one is written', () => {
    expect(readScanTime('2026-11-20T10:02:00+01:00', 'offset')).toEqual({
      at: '2026-11-20T09:02:00.000Z',
      localTime: '2026-11-20T10:02:00',
      offsetMinutes: 60,
      zoneKnown: true,
      raw: '2026-11-20T10:02:00+01:00',
    })
  })

  it('claims no clock on the wall for a bare Z', () => {
    expect(readScanTime('2026-11-20T09:02:00Z', 'offset')).toMatchObject({
      at: '2026-11-20T09:02:00.000Z',
      localTime: null,
    })
  })

  it('claims no zone where a Z is put on a local clock, but believes another offset', () => {
    expect(readScanTime('2026-11-20T10:02:00Z', 'falseZ')).toMatchObject({
      at: null,
      localTime: '2026-11-20T10:02:00',
      zoneKnown: false,
    })
    expect(readScanTime('2026-11-20T10:02:00-0500', 'falseZ').at).toBe('2026-11-20T15:02:00.000Z')
    expect(readScanTime('2026-11-20T10:02:00-0500', 'local').at).toBeNull()
  })

  it('keeps only the text of noise: year 2875, an impossible day, words', () => {
    for (const raw of ['2875-10-22T00:00:00Z', '2026-02-30T10:00:00Z', '2026-11-20T25:00:00Z', 'yesterday'])
      expect(readScanTime(raw, 'offset')).toEqual({
        at: null,
        localTime: null,
        offsetMinutes: null,
        zoneKnown: false,
        raw,
      })
    expect(readScanTime('  ', 'offset').raw).toBeNull()
  })

  it('is a day or a clock where only that is asked', () => {
    expect([
      readDay('2026-11-20T23:59:00Z'),
      readDay('2026-13-01'),
      readClock('2026-11-20 08:30'),
      readClock('2026-11-20'),
    ]).toEqual(['2026-11-20', null, '08:30', null])
  })
})
