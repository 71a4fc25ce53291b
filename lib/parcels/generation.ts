import { DAY_MS, momentOf, msOf } from './moment'
import type { ParcelFacts } from './projection'

/** Carriers use a number again after months; scans this close belong to the same parcel. */
const SAME_PARCEL_MS = 120 * DAY_MS

/** A parcel that was over this long before an order was placed is another customer's. */
const ORDER_GRACE_MS = 2 * DAY_MS

/** A shipment of a number, as far as choosing among them needs it. Times are ISO texts, null where nothing is dated. */
export type Generation = {
  generation: number
  firstScan: string | null
  lastScan: string | null
  /** When we last learnt something new of it, by our own clock. */
  recordedAt: string
  final: boolean
}

type Range = { first: number; last: number }

function rangeOf({ firstScan, lastScan }: Generation): Range | null {
  const last = msOf(lastScan) ?? msOf(firstScan)
  return last === null ? null : { first: msOf(firstScan) ?? last, last }
}

function scansRange({ scans }: ParcelFacts): Range | null {
  const times = scans.flatMap(({ time }) => momentOf(time).ms ?? [])
  return times.length > 0 ? { first: Math.min(...times), last: Math.max(...times) } : null
}

/** Later scans are newer; a parcel without any still waits for its own, so it is the newest. */
const newestFirst = (a: Generation, b: Generation): number => {
  const [left, right] = [
    rangeOf(a)?.last ?? Number.MAX_SAFE_INTEGER,
    rangeOf(b)?.last ?? Number.MAX_SAFE_INTEGER,
  ]
  return right - left || b.generation - a.generation
}

/** Milliseconds between two stretches of time; 0 when they overlap. */
const gap = (a: Range, b: Range): number => Math.max(0, a.first - b.last, b.first - a.last)

/**
 * Which shipment of a recycled number new facts belong to: one within 120 days of their scans; else the newest that is
 * not finished and began before; else a new one. Facts without a dated scan belong to the newest.
 */
export function assignGeneration(existing: readonly Generation[], facts: ParcelFacts): number | 'new' {
  const candidates = existing.toSorted(newestFirst)
  const newest = candidates[0]
  const scans = scansRange(facts)
  if (!newest) return 'new'
  if (!scans) return newest.generation

  const waiting = candidates.find((candidate) => rangeOf(candidate) === null)
  const ranged = candidates.flatMap((candidate) => {
    const range = rangeOf(candidate)
    return range ? [{ ...candidate, range, distance: gap(range, scans) }] : []
  })
  const [nearest] = ranged.toSorted((a, b) => a.distance - b.distance || newestFirst(a, b))
  if (nearest && nearest.distance <= SAME_PARCEL_MS) {
    const isOver = nearest.final && scans.first - nearest.range.last > ORDER_GRACE_MS
    return waiting && isOver ? waiting.generation : nearest.generation
  }
  if (waiting) return waiting.generation
  return ranged.find(({ final, range }) => !final && range.last < scans.first)?.generation ?? 'new'
}

/**
 * Which shipment of a recycled number an order means: the newest, unless we knew that it was over before the order was
 * placed. Our clock decides, not the scans' dates, so that the order may come before or after the parcel's webhooks.
 */
export function assignGenerationForOrder(existing: readonly Generation[], placedAt: Date): number | 'new' {
  const newest = existing.toSorted(newestFirst)[0]
  if (!newest) return 'new'
  const recordedAt = msOf(newest.recordedAt)
  const isOver = newest.final && recordedAt !== null && recordedAt < placedAt.getTime() - ORDER_GRACE_MS
  return isOver ? 'new' : newest.generation
}
