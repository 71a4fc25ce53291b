import type { Fact } from './fact'
import { DAY_MS, momentAt, msOf } from './moment'
import type { RecordedStatement } from './projection'
import { type Status, type StatusCode, statusOf } from './status'

/** A provider gives a parcel up only after this much silence. */
const EXPIRY_MS = 14 * DAY_MS

/** Ends that a provider may know without a scan that says so. */
const ENDS: ReadonlySet<Status> = new Set(['delivered', 'returned', 'cancelled'])

const claimOf = (statement: RecordedStatement, status: StatusCode): Fact => ({
  status,
  moment: momentAt(msOf(statement.at)),
  order: 0,
  code: statement.summary?.raw.status ?? '',
  fingerprint: statement.fingerprint,
  actionRequired: statement.summary?.actionRequired ?? false,
  entry: null,
})

/**
 * What top-level statuses add to the scans: everything where no scan has a status; else only an end that the report's own
 * newest scan doesn't already say, or an expiry long after the last scan.
 */
export function summaryClaims(statements: readonly RecordedStatement[], scans: readonly Fact[]): Fact[] {
  const known = scans.filter(({ status }) => status !== null)
  const newest = known.at(-1)?.moment.ms ?? null
  return statements.flatMap((statement) => {
    const status = statement.summary?.status
    if (!status) return []
    const claim = claimOf(statement, status)
    if (known.length === 0) return [claim]
    if (ENDS.has(statusOf(status))) {
      const reach = msOf(statement.newestScan)
      const basis = known.findLast(
        ({ moment }) => reach !== null && moment.ms !== null && moment.ms <= reach,
      )?.status
      return basis && statusOf(basis) === statusOf(status) ? [] : [claim]
    }
    const late = claim.moment.ms !== null && newest !== null && claim.moment.ms - newest >= EXPIRY_MS
    return statusOf(status) === 'expired' && late ? [claim] : []
  })
}
