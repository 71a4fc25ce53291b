import type { CalendarDay } from '@/lib/returns/phrase'
import { addDays } from './day-math'
import type { DecidedWindow } from './decision'
import type { Facts } from './facts'
import type { Window } from './schema'

/** The day that a window's counting starts from; `start` is null while it hasn't begun. */
export type WindowStart = {
  start: CalendarDay | null
  basis: DecidedWindow['basis']
  /** Where nothing is known: the day that is taken instead, if need be a future one. */
  counted: CalendarDay | null
}

const KNOWN = {
  order: ({ order }) => order.placedOn,
  dispatch: ({ line, order }) => line.dispatchedOn ?? order.dispatchedOn,
  delivery: ({ line }) => line.deliveredOn,
} as const satisfies Record<Window['from'], (facts: Facts) => CalendarDay | null>

/**
 * Where a window starts. A delivery that is known to be still awaited has not begun anything; where nobody knows, the order's day
 * and the window's `assumedDays` stand in for it.
 */
export function startOfWindow({ from, assumedDays }: Window, facts: Facts): WindowStart {
  const known = KNOWN[from](facts)
  if (known !== null) return { start: known, basis: from, counted: known }
  if (from === 'delivery' && facts.line.awaited) return { start: null, basis: 'delivery', counted: null }
  const assumed = addDays(facts.order.placedOn, assumedDays)
  return { start: assumed <= facts.today ? assumed : null, basis: 'assumed', counted: assumed }
}
