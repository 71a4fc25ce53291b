import { describe, expect, it } from 'vitest'
import { assignGeneration, assignGenerationForOrder } from '@/lib/parcels/generation'
import { factsOf, report, scan } from './facts'

const parcel = (generation: number, firstScan: string | null, lastScan: string | null, final = true) => ({
  generation,
  firstScan,
  lastScan,
  recordedAt: lastScan ?? '2026-01-14T08:00:00Z',
  final,
})
const scansAt = (...times: string[]) =>
  factsOf(report({ scans: times.map((time) => scan(time, 'in_transit.arrived')) }))
const done = parcel(1, '2026-01-10T08:00:00Z', '2026-01-14T08:00:00Z')

describe('a recycled number', () => {
  it('starts with its first parcel', () => {
    expect(assignGeneration([], scansAt('2026-01-10T08:00:00Z'))).toBe('new')
  })

  it('keeps facts within 120 days with the parcel they are near', () => {
    expect(assignGeneration([done], scansAt('2026-05-14T08:00:00Z'))).toBe(1)
    expect(assignGeneration([done], scansAt('2025-09-12T08:00:00Z'))).toBe(1)
  })

  it('starts another parcel more than 120 days after a finished one, or before everything', () => {
    expect(assignGeneration([done], scansAt('2026-05-14T08:00:01Z'))).toBe('new')
    expect(assignGeneration([done], scansAt('2025-09-12T07:59:59Z'))).toBe('new')
  })

  it('leaves late facts with an unfinished parcel', () => {
    expect(assignGeneration([{ ...done, final: false }], scansAt('2026-08-14T08:00:00Z'))).toBe(1)
  })

  it('gives late old facts to the old parcel and undated ones to the newest', () => {
    const newer = parcel(2, '2026-08-10T08:00:00Z', '2026-08-11T08:00:00Z', false)
    expect(assignGeneration([done, newer], scansAt('2026-01-12T08:00:00Z'))).toBe(1)
    expect(assignGeneration([done, newer], scansAt('2026-08-12T08:00:00Z'))).toBe(2)
    expect(assignGeneration([newer, done], factsOf(report({ signedBy: 'Huber' })))).toBe(2)
  })

  it('gives new scans to the parcel that waits for its first', () => {
    const waiting = parcel(2, null, null, false)
    expect(assignGeneration([done, waiting], scansAt('2026-02-20T08:00:00Z'))).toBe(2)
    expect(assignGeneration([done, waiting], scansAt('2026-01-12T08:00:00Z'))).toBe(1)
  })

  it('reads first scans that are a bare day or a clock without a zone', () => {
    const odd = parcel(1, '2026-01-10Z', '2026-01-14T08:00:00Z')
    expect(assignGeneration([odd], scansAt('2025-09-12T00:00:00Z'))).toBe(1)
    expect(assignGeneration([odd], scansAt('2025-09-11T23:59:59Z'))).toBe('new')
  })

  it('means the newest parcel in an order, unless we knew two days before it that this one was over', () => {
    expect(assignGenerationForOrder([], new Date('2026-01-16T08:00:00Z'))).toBe('new')
    expect(assignGenerationForOrder([done], new Date('2026-01-16T08:00:00Z'))).toBe(1)
    expect(assignGenerationForOrder([done], new Date('2026-01-16T08:00:01Z'))).toBe('new')
    expect(assignGenerationForOrder([{ ...done, final: false }], new Date('2026-06-16T08:00:00Z'))).toBe(1)
  })

  it('goes to an order by when we heard of it, however old its scans are', () => {
    const old = parcel(1, '2017-07-20T08:00:00Z', '2017-07-24T08:00:00Z')
    const told = { ...old, recordedAt: '2026-01-15T08:00:00Z' }
    expect(assignGenerationForOrder([told], new Date('2026-01-08T08:00:00Z'))).toBe(1)
    expect(assignGenerationForOrder([told], new Date('2026-01-18T08:00:00Z'))).toBe('new')
  })
})
