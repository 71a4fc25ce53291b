import { DAY_MS, isCertainlyLater, type Moment } from './moment'
import { isFallback, rankOf, type Status, type StatusCode, statusOf } from './status'

/** A delivery may be corrected this long after its scan. */
const CORRECTION_MS = 3 * DAY_MS

type Step = { status: StatusCode | null; moment: Moment }
type Known<T extends Step> = T & { status: StatusCode }

/** Statuses that say the parcel is not with its recipient after all. */
const CORRECTIONS: ReadonlySet<Status> = new Set([
  'in_transit',
  'out_for_delivery',
  'failed_attempt',
  'available_for_pickup',
  'exception',
])

/** States that an undated claim may set against dated scans. */
const ENDS: ReadonlySet<Status> = new Set(['delivered', 'returned', 'cancelled'])

/** The states before a step: the last one, and the deliveries among all of them. */
type Past = { last: Known<Step>; deliveries: readonly Known<Step>[] }

/** Whether a step becomes the state. */
type MayFollow = (next: Known<Step>, past: Past) => boolean

const anything: MayFollow = () => true

const isPhysical = (code: StatusCode): boolean => rankOf(code) >= 2 && statusOf(code) !== 'cancelled'

const MAY_FOLLOW = {
  pending: anything,
  info_received: anything,
  in_transit: anything,
  out_for_delivery: anything,
  failed_attempt: anything,
  available_for_pickup: anything,
  exception: anything,
  returning: anything,
  delivered: (next, { last, deliveries }) => {
    const status = statusOf(next.status)
    if (status === 'delivered' || status === 'returned') return true
    // Every delivery, not the last alone: clocks of unknown zones don't sort by when things truly happened.
    if (!deliveries.every(({ moment }) => isCertainlyLater(next.moment, moment))) return false
    if (status === 'returning') return true
    const elapsed = (next.moment.ms ?? 0) - (last.moment.ms ?? 0)
    return CORRECTIONS.has(status) && !isFallback(next.status) && elapsed <= CORRECTION_MS
  },
  returned: () => false,
  cancelled: (next) => isPhysical(next.status) || statusOf(next.status) === 'cancelled',
  expired: (next) =>
    isPhysical(next.status) || ENDS.has(statusOf(next.status)) || statusOf(next.status) === 'expired',
} as const satisfies Record<Status, MayFollow>

function settleInOrder<T extends Step>(steps: readonly T[]): Known<T>[] {
  const taken: Known<T>[] = []
  const deliveries: Known<T>[] = []
  for (const step of steps) {
    if (!isKnown(step)) continue
    const last = taken.at(-1)
    if (last && !MAY_FOLLOW[statusOf(last.status)](step, { last, deliveries })) continue
    taken.push(step)
    if (statusOf(step.status) === 'delivered') deliveries.push(step)
  }
  return taken
}

const isKnown = <T extends Step>(step: T): step is Known<T> => step.status !== null

/**
 * The states a parcel went through, oldest first, the last one being its state now. The steps come in total order;
 * undated ones count where nothing is dated, or where one says that the way ended and no dated one does.
 */
export function settle<T extends Step>(steps: readonly T[]): Known<T>[] {
  const known = steps.filter(isKnown)
  const undated = settleInOrder(known.filter(({ moment }) => moment.ms === null))
  const dated = settleInOrder(known.filter(({ moment }) => moment.ms !== null))
  if (dated.length === 0) return undated
  const ended = (step: Known<T>) => ENDS.has(statusOf(step.status))
  const end = dated.some(ended) ? undefined : undated.findLast(ended)
  return end ? [...dated, end] : dated
}
