import { fingerprintScan, fingerprintStatement } from './fingerprint'
import { isoOf, momentOf, msOf } from './moment'
import type { ParcelFacts, RecordedStatement } from './projection'
import type { ParcelReport } from './report'

const newest = (all: readonly (number | null)[]): string | null => {
  const dated = all.filter((ms) => ms !== null)
  return dated.length > 0 ? isoOf(Math.max(...dated)) : null
}

/**
 * Splits a report into what is kept of it: each scan, and one statement where the report says something of the whole
 * parcel. `provider` is the slug that sent it; without it, the scans' own.
 */
export function recordReport(report: ParcelReport, provider?: string): ParcelFacts {
  const { carrier, scans, summary, window, pickup, signedBy, direction } = report
  const newestScan = newest(scans.map(({ time }) => momentOf(time).ms))
  const statement: Omit<RecordedStatement, 'fingerprint'> = {
    provider: provider ?? scans[0]?.provider ?? carrier,
    at: newest([msOf(newestScan), msOf(summary?.at ?? null)]),
    newestScan,
    direction,
    summary,
    window,
    pickup,
    signedBy,
  }
  const saysSomething = [summary, window, pickup, signedBy, direction].some((fact) => fact !== null)
  return {
    scans: scans.map((scan) => ({ ...scan, fingerprint: fingerprintScan(scan) })),
    statements: saysSomething ? [{ ...statement, fingerprint: fingerprintStatement(statement) }] : [],
  }
}
