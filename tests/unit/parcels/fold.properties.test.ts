import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldParcel } from '@/lib/parcels/fold-parcel'
import { milestonesOf } from '@/lib/parcels/milestones'
import type { ParcelFacts } from '@/lib/parcels/projection'
import { readScanTime } from '@/lib/parcels/scan-time'
import { isStatusCode, STATUS_CODES, statusOf } from '@/lib/parcels/status'
import { arbitraryFacts, retold, write, writtenForm } from './arbitrary-facts'
import { factsOf, fold, foldScans, report, scan } from './facts'

const RUNS = { numRuns: 500 }

/** The facts in as many batches as `cuts` say, each fold keeping only what the database would: one row a fingerprint. */
function inBatches(facts: ParcelFacts, cuts: readonly number[]): ParcelFacts {
  const scans = new Map<string, ParcelFacts['scans'][number]>()
  const statements = new Map<string, ParcelFacts['statements'][number]>()
  const marks = [...cuts, 1].toSorted((a, b) => a - b)
  let from = 0
  for (const mark of marks) {
    const upTo = (length: number) => [Math.floor(from * length), Math.ceil(mark * length)] as const
    for (const each of facts.scans.slice(...upTo(facts.scans.length)))
      if (!scans.has(each.fingerprint)) scans.set(each.fingerprint, each)
    for (const each of facts.statements.slice(...upTo(facts.statements.length)))
      if (!statements.has(each.fingerprint)) statements.set(each.fingerprint, each)
    foldParcel({ scans: [...scans.values()], statements: [...statements.values()] })
    from = mark
  }
  return { scans: [...scans.values()], statements: [...statements.values()] }
}

/** Facts as one row a fingerprint: what was stored first stays. */
const stored = (facts: ParcelFacts): ParcelFacts => inBatches(facts, [])

describe('the fold', () => {
  it('gives one projection and one set of milestones for any order, repetition and batching', () => {
    const cases = arbitraryFacts.map(stored).chain((facts) =>
      fc.record({
        facts: fc.constant(facts),
        scans: retold(facts.scans),
        statements: retold(facts.statements),
        cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }),
      }),
    )
    fc.assert(
      fc.property(cases, ({ facts, scans, statements, cuts }) => {
        const expected = foldParcel(facts)
        expect(foldParcel({ scans, statements })).toEqual(expected)
        expect(foldParcel(inBatches({ scans, statements }, cuts))).toEqual(expected)
        expect(milestonesOf(foldParcel({ scans, statements }))).toEqual(milestonesOf(expected))
      }),
      RUNS,
    )
  })

  it('is total: a known status, a history of every scan’s provider, newest first', () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        const { status, timeline, lastScan } = foldParcel(facts)
        expect(isStatusCode(status)).toBe(true)
        const told = timeline.reduce((sum, { raw }) => sum + raw.length, 0)
        expect(told).toBe(new Set(facts.scans.map(({ fingerprint }) => fingerprint)).size)
        for (const { providers, raw } of timeline) expect(raw).toHaveLength(providers.length)
        const times = timeline.map(({ time }) => Date.parse(time.at ?? `${time.localTime ?? '0001-01-01'}Z`))
        expect(times).toEqual(times.toSorted((a, b) => b - a))
        if (lastScan) expect(Date.parse(lastScan)).toBe(times[0])
      }),
      RUNS,
    )
  })

  it('keeps a delivered parcel delivered whatever older scans come late, however each provider writes its clock', () => {
    const late = fc.record({
      minutes: fc.integer({ min: 1, max: 3 * 24 * 60 }),
      form: writtenForm,
      status: fc.constantFrom(...STATUS_CODES.filter((code) => code !== 'returned.to_sender')),
    })
    const cases = fc.record({
      offset: fc.constantFrom(-480, 0, 60, 330, 780),
      form: writtenForm,
      minute: fc.integer({ min: 0, max: 2 * 24 * 60 }),
      older: fc.array(late, { maxLength: 8 }),
    })
    fc.assert(
      fc.property(cases, ({ offset, form, minute, older }) => {
        const end = Date.UTC(2026, 3, 2) + minute * 60_000
        const scans = older
          .filter((each) => form !== 'day' || each.form !== 'day')
          .map((each) => scan(write(end - each.minutes * 60_000, offset, each.form), each.status))
        const delivered = scan(write(end, offset, form), 'delivered.neighbour')
        expect(statusOf(foldScans(delivered, ...scans).status)).toBe('delivered')
      }),
      RUNS,
    )
  })

  it('lets nothing follow a parcel that is back', () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        const back = factsOf(report({ scans: [scan('2026-03-25T12:00:00Z', 'returned.to_sender')] }))
        const { status } = foldParcel({
          scans: [...facts.scans, ...back.scans],
          statements: facts.statements,
        })
        const wasDelivered = facts.scans.some((each) => each.status && statusOf(each.status) === 'delivered')
        if (!wasDelivered) expect(status).toBe('returned.to_sender')
      }),
      RUNS,
    )
  })

  it('never promises days after an end, nor a day of the past of an attempt', () => {
    const ended = new Set([
      'delivered',
      'returning',
      'returned',
      'cancelled',
      'expired',
      'available_for_pickup',
    ])
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        const { status, window } = foldParcel(facts)
        if (ended.has(statusOf(status))) expect(window).toBeNull()
        if (window) expect(window.earliest <= window.latest).toBe(true)
      }),
      RUNS,
    )
  })

  it('merges the same way whichever provider has the better clock', () => {
    const time = (text: string) => ({ time: readScanTime(text, 'offset') })
    const a = scan('2026-11-20T10:02:00', 'in_transit.arrived', {
      provider: 'a',
      ...time('2026-11-20T10:02:00+01:00'),
    })
    const b = scan('2026-11-20T10:02:00', 'in_transit.arrived', { provider: 'b' })
    expect(fold(report({ scans: [a, b] })).timeline).toEqual(fold(report({ scans: [b, a] })).timeline)
  })
})
