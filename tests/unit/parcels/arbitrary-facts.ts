import fc from 'fast-check'
import type { ParcelFacts } from '@/lib/parcels/projection'
import type { DeliveryWindow, ParcelReport, Scan } from '@/lib/parcels/report'
import { STATUS_CODES } from '@/lib/parcels/status'
import { factsOf, report, scan } from './facts'

const START = Date.UTC(2026, 2, 26)
/** How a provider may write one instant: with its offset, as UTC, as a clock without a zone, as a bare day. */
export const writtenForm = fc.constantFrom('offset', 'utc', 'clock', 'day')

/** One instant as text; `offset` is the zone's, in minutes. */
export function write(ms: number, offset: number, form: 'offset' | 'utc' | 'clock' | 'day'): string {
  if (form === 'utc') return new Date(ms).toISOString()
  const local = new Date(ms + offset * 60_000).toISOString().slice(0, 'YYYY-MM-DDTHH:mm:ss'.length)
  if (form === 'day') return local.slice(0, 'YYYY-MM-DD'.length)
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const mark = `${offset < 0 ? '-' : '+'}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`
  return form === 'clock' ? local : `${local}${mark}`
}

/** Few distinct minutes, so that equal times, several zones and merges come often. */
const minutes = fc.integer({ min: 0, max: 6 * 24 * 12 }).map((step) => START + step * 5 * 60_000)

/** A written time of any form in one of two zones, noise or nothing. */
const writtenTime = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.tuple(minutes, fc.constantFrom(60, -480), writtenForm).map((parts) => write(...parts)),
  },
  { weight: 1, arbitrary: fc.constantFrom('2875-10-22T00:00:00Z', null) },
)

const statusCode = fc.constantFrom(...STATUS_CODES)
const provider = fc.constantFrom('aftership', 'easypost', 'standard')

const arbitraryScan: fc.Arbitrary<Scan> = fc
  .record({
    time: writtenTime,
    status: fc.option(statusCode),
    provider,
    order: fc.option(fc.integer({ min: 0, max: 3 })),
    actionRequired: fc.boolean(),
  })
  .map(({ time, status, ...more }) => scan(time, status, more))

const day = fc
  .integer({ min: -5, max: 12 })
  .map((days) => new Date(START + days * 86_400_000).toISOString().slice(0, 10))
const clock = fc.constantFrom(null, '09:00', '02:30', '12:00', '23:59')

const arbitraryWindow: fc.Arbitrary<DeliveryWindow> = fc.record({
  earliest: day,
  latest: day,
  likely: fc.option(day),
  from: clock,
  to: clock,
  source: fc.constantFrom('carrier', 'provider', 'shop'),
})

const arbitraryReport: fc.Arbitrary<ParcelReport> = fc
  .record({
    scans: fc.array(arbitraryScan, { maxLength: 5 }),
    summary: fc.option(
      fc.record({
        status: statusCode,
        at: fc.option(minutes.map((ms) => new Date(ms).toISOString())),
        actionRequired: fc.boolean(),
      }),
    ),
    window: fc.option(arbitraryWindow),
    pickup: fc.option(
      fc.record({ name: fc.constant('Kiosk'), address: fc.constant(null), lastDay: fc.option(day) }),
    ),
    signedBy: fc.option(fc.constantFrom('Huber', 'Maier')),
    direction: fc.option(fc.constantFrom('outbound', 'inbound')),
  })
  .map(({ summary, ...more }) => ({
    ...report(more),
    summary: summary && { ...summary, raw: { status: summary.status, substatus: null } },
  }))

export const arbitraryFacts: fc.Arbitrary<ParcelFacts> = fc
  .array(arbitraryReport, { minLength: 1, maxLength: 5 })
  .map((reports) => factsOf(...reports))

/** The same set another way: shuffled, each fact there one to six times. */
export const retold = <T>(facts: readonly T[]): fc.Arbitrary<T[]> =>
  fc
    .array(fc.integer({ min: 1, max: 6 }), { minLength: facts.length, maxLength: facts.length })
    .map((times) =>
      facts.flatMap((fact, index) => Array.from({ length: times[index] ?? 1 }, () => structuredClone(fact))),
    )
    .chain((all) => fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }))
