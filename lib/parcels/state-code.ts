import type { Fact } from './fact'
import { DAY_MS, msOf } from './moment'
import type { RecordedStatement } from './projection'
import { isFallback, type StatusCode, statusOf } from './status'

type Settled = Pick<Fact, 'moment' | 'entry'> & { status: StatusCode }

/** The newest deliveries in a row, newest first, as far as they may describe one event. */
function sameDelivery(taken: readonly Settled[]): Settled[] {
  const last = taken.at(-1)
  if (!last || statusOf(last.status) !== 'delivered') return []
  const start = taken.findLastIndex(({ status }) => statusOf(status) !== 'delivered') + 1
  return taken
    .slice(start)
    .filter(({ moment }) => (last.moment.ms ?? 0) - (moment.ms ?? 0) <= DAY_MS)
    .toReversed()
}

/**
 * The state's code, as finely as it is known: several scans of one delivery say more than the last alone, and a
 * provider's summary that isn't older may refine an `.other`. `statements` come newest first.
 */
export function stateCode(taken: readonly Settled[], statements: readonly RecordedStatement[]): StatusCode {
  const state = taken.at(-1)
  if (!state) return 'pending.unknown'
  if (!isFallback(state.status)) return state.status
  if (state.entry === null) {
    const scan = taken.findLast(
      ({ status, entry }) => entry !== null && statusOf(status) === statusOf(state.status),
    )
    if (scan && !isFallback(scan.status)) return scan.status
  }
  // A later full delivery completes a partial one.
  const finer = sameDelivery(taken).find(
    ({ status }) => !isFallback(status) && status !== 'delivered.partial',
  )
  if (finer) return finer.status
  const told = statements.find(({ at, summary }) => {
    const status = summary?.status
    if (!status || statusOf(status) !== statusOf(state.status) || isFallback(status)) return false
    const ms = msOf(at)
    return state.moment.ms === null || (ms !== null && ms >= state.moment.ms)
  })
  return told?.summary?.status ?? state.status
}
