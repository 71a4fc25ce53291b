import type { ScanTime } from './report'

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS

/** No wall clock on earth is further from UTC than this. */
const WIDEST_OFFSET_MS = 14 * HOUR_MS

/** A moment made comparable, in milliseconds since the epoch. */
export type Moment = {
  /** The place in any order: the instant, else the local clock read as UTC; null: undated. */
  ms: number | null
  /** The true instant, null where the zone is unknown. */
  instant: number | null
  /** The carrier's local clock read as UTC, null where only UTC is given. */
  local: number | null
  /** Only the day is known; `ms` is its start. */
  dateOnly: boolean
}

/** Milliseconds of an ISO text; a clock without a zone is read as UTC. Null when it is absent or no date. */
export function msOf(text: string | null): number | null {
  if (text === null) return null
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0]
  const rest = day ? text.slice(day.length) : text
  const zoned =
    day && (rest === '' || rest === 'Z') ? day : /(?:Z|[+-]\d{2}:?\d{2})$/i.test(rest) ? text : `${text}Z`
  const ms = Date.parse(zoned)
  return Number.isNaN(ms) ? null : ms
}

/** The ISO instant of milliseconds. */
export const isoOf = (ms: number): string => new Date(ms).toISOString()

export function momentOf(time: ScanTime): Moment {
  const instant = msOf(time.at)
  const local = msOf(time.localTime)
  const dateOnly = instant === null && local !== null && time.localTime?.length === 'YYYY-MM-DD'.length
  return { ms: instant ?? local, instant, local, dateOnly }
}

/** An instant that is nobody's scan, e.g. when a provider wrote its summary. */
export const momentAt = (ms: number | null): Moment => ({ ms, instant: ms, local: null, dateOnly: false })

/** The calendar day on the carrier's wall, in UTC where the wall is unknown: `YYYY-MM-DD`; null when undated. */
export function dayOf({ ms, local }: Moment): string | null {
  const best = local ?? ms
  return best === null ? null : isoOf(best).slice(0, 10)
}

/**
 * Whether `a` happened after `b` beyond doubt. Two instants compare as such, two local clocks as clocks; an instant and a
 * clock of unknown zone only when no zone could turn them round; a bare day only from the next day on.
 */
export function isCertainlyLater(a: Moment, b: Moment): boolean {
  if (a.ms === null || b.ms === null) return false
  if (a.instant !== null && b.instant !== null) return a.instant > b.instant
  const isDay = a.dateOnly || b.dateOnly
  if (a.local !== null && b.local !== null)
    return isDay ? Math.floor(a.local / DAY_MS) > Math.floor(b.local / DAY_MS) : a.local > b.local
  return a.ms - b.ms > WIDEST_OFFSET_MS + (isDay ? DAY_MS : 0)
}
