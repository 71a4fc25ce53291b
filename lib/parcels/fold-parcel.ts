import { attentionOf } from './attention'
import { compareFacts, compareText } from './fact'
import { mergeScans } from './merge-scans'
import { isoOf, msOf } from './moment'
import type { ParcelFacts, Projection, RecordedStatement } from './projection'
import { promiseOf } from './promise-window'
import { settle } from './settle'
import { stateCode } from './state-code'
import { type StatusCode, statusOf } from './status'
import { summaryClaims } from './summary-claims'

const byTime = (a: RecordedStatement, b: RecordedStatement): number => {
  const [left, right] = [msOf(a.at) ?? Number.NEGATIVE_INFINITY, msOf(b.at) ?? Number.NEGATIVE_INFINITY]
  return left === right ? compareText(a.fingerprint, b.fingerprint) : left - right
}

/** One of each, oldest first. */
const inOrder = (statements: readonly RecordedStatement[]): RecordedStatement[] =>
  [...new Map(statements.map((statement) => [statement.fingerprint, statement])).values()].toSorted(byTime)

/** States in which nothing more is expected of anybody. */
const FINAL: ReadonlySet<StatusCode> = new Set<StatusCode>(['returned.to_sender', 'cancelled.other'])

const isFinal = (code: StatusCode): boolean =>
  FINAL.has(code) || (statusOf(code) === 'delivered' && code !== 'delivered.partial')

/**
 * A parcel's state from everything known of it. Pure, and a function of the set: order, repetition and batching of the
 * facts change nothing. See `docs/architecture.md`, "fold, don't mutate".
 */
export function foldParcel(facts: ParcelFacts): Projection {
  const statements = inOrder(facts.statements)
  const newestFirst = statements.toReversed()
  const scans = mergeScans(facts.scans)
  const taken = settle([...scans, ...summaryClaims(statements, scans)].toSorted(compareFacts))
  const state = taken.at(-1)
  const status = stateCode(taken, newestFirst)
  const lastScan = scans.at(-1)?.moment.ms ?? null

  const summary = newestFirst.find((statement) => statement.summary)
  const summaryAsks =
    summary?.summary?.actionRequired === true &&
    (lastScan === null || (msOf(summary.at) ?? lastScan) >= lastScan)
  const asksToAct = (state?.actionRequired === true || summaryAsks) && !isFinal(status)

  return {
    direction: newestFirst.find(({ direction }) => direction)?.direction ?? 'outbound',
    status,
    attention: attentionOf(status, asksToAct),
    statusTime:
      taken.findLast((step) => step.entry && statusOf(step.status) === statusOf(status))?.entry?.time ?? null,
    ...promiseOf(statements, scans, state && { status, moment: state.moment }),
    pickup: newestFirst.find(({ pickup }) => pickup)?.pickup ?? null,
    signedBy: newestFirst.find(({ signedBy }) => signedBy)?.signedBy ?? null,
    final: isFinal(status),
    timeline: scans.toReversed().flatMap(({ entry }) => entry ?? []),
    lastScan: lastScan === null ? null : isoOf(lastScan),
  }
}
