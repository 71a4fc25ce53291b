import { calendarDay } from './calendar-day'
import type { Fact } from './fact'
import { DAY_MS, dayOf, isoOf, type Moment, msOf } from './moment'
import type { RecordedStatement } from './projection'
import type { DeliveryWindow } from './report'
import { type Status, type StatusCode, statusOf } from './status'

/** A promise further than this from the newest scan is a provider's noise. */
const NOISE_MS = 400 * DAY_MS

/** States in which no day is promised any more. */
const ENDS_PROMISE: ReadonlySet<Status> = new Set([
  'available_for_pickup',
  'returning',
  'delivered',
  'returned',
  'cancelled',
  'expired',
])

/** Exceptions after which an earlier promise can't be kept; the others leave it standing. */
const BREAKS_PROMISE: ReadonlySet<StatusCode> = new Set<StatusCode>([
  'exception.held_customs_documents',
  'exception.held_payment',
  'exception.address_problem',
  'exception.recipient_moved',
  'exception.recipient_unknown',
  'exception.refused',
  'exception.unclaimed',
  'exception.rejected_by_carrier',
  'exception.undeliverable',
  'exception.damaged',
  'exception.lost',
  'exception.disposed',
])

const breaksPromise = (status: StatusCode): boolean =>
  BREAKS_PROMISE.has(status) || statusOf(status) === 'returning'

type Promised = RecordedStatement & { window: DeliveryWindow }

const sameDays = (a: DeliveryWindow, b: DeliveryWindow | null): boolean =>
  a.earliest === b?.earliest && a.latest === b.latest

function isPlausible({ window, at }: Promised, lastScan: number | null): boolean {
  const days = [window.earliest, window.latest].map((day) => (calendarDay(day) ? msOf(day) : null))
  const near = lastScan ?? msOf(at)
  return (
    window.earliest <= window.latest &&
    days.every((day) => day !== null && (near === null || Math.abs(day - near) <= NOISE_MS))
  )
}

/**
 * Whether a window was promised after a scan. A report that already knew a newer scan did so; one without scans goes by its
 * own time. A report whose newest scan is this one or an older one may only repeat an old promise: it counts when
 * an earlier report already knew the scan and none earlier named these days.
 */
function isPromisedAfter(told: Promised, scan: Moment, statements: readonly RecordedStatement[]): boolean {
  const at = msOf(told.at)
  const reach = msOf(told.newestScan)
  if (scan.ms === null || at === null || at <= scan.ms) return false
  if (reach === null || reach > scan.ms) return true
  const earlier = statements.filter((other) => (msOf(other.at) ?? at) < at)
  return (
    earlier.some(({ newestScan }) => (msOf(newestScan) ?? Number.NEGATIVE_INFINITY) >= (scan.ms ?? 0)) &&
    !earlier.some(({ window }) => sameDays(told.window, window))
  )
}

/** A failed attempt leaves of a promise what lies after its day; hours named for an earlier day go with it. */
function afterAttempt(window: DeliveryWindow, attemptDay: string): DeliveryWindow | null {
  if (window.latest <= attemptDay) return null
  const nextDay = isoOf((msOf(attemptDay) ?? 0) + DAY_MS).slice(0, 10)
  if (window.earliest >= nextDay) return window
  const likely = window.likely !== null && window.likely >= nextDay ? window.likely : null
  return { ...window, earliest: nextDay, likely, from: null, to: null }
}

/**
 * The promise that stands in this state, and the first one made. `statements` come oldest first, `scans` likewise;
 * `state` is the settled state.
 */
export function promiseOf(
  statements: readonly RecordedStatement[],
  scans: readonly Fact[],
  state: { status: StatusCode; moment: Moment } | undefined,
): { window: DeliveryWindow | null; originalWindow: DeliveryWindow | null } {
  const lastScan = scans.at(-1)?.moment.ms ?? null
  const promised = statements.flatMap((statement) => {
    const told = statement.window && { ...statement, window: statement.window }
    return told && isPlausible(told, lastScan) ? [told] : []
  })
  const newest = promised.at(-1)
  const originalWindow = promised[0]?.window ?? null
  if (!newest || (state && ENDS_PROMISE.has(statusOf(state.status)))) return { window: null, originalWindow }

  const isAfter = (moment: Moment) =>
    promised.some((told) => sameDays(newest.window, told.window) && isPromisedAfter(told, moment, statements))
  const known = scans.flatMap(({ status, moment }) =>
    status && moment.ms !== null ? [{ status, moment }] : [],
  )
  const broken =
    (state && breaksPromise(state.status) ? state : undefined) ??
    known.findLast((step) => breaksPromise(step.status))
  if (broken && !isAfter(broken.moment)) return { window: null, originalWindow }

  const attempt = known.findLast(({ status }) => statusOf(status) === 'failed_attempt')
  const attemptDay = attempt && dayOf(attempt.moment)
  const stands = !attempt || !attemptDay || isAfter(attempt.moment)
  return { window: stands ? newest.window : afterAttempt(newest.window, attemptDay), originalWindow }
}
