import type { Moment } from './moment'
import type { TimelineEntry } from './projection'
import { rankOf, type StatusCode } from './status'

/** One step of a parcel as the fold sees it: a scan merged over its providers, or what a summary claims. */
export type Fact = {
  status: StatusCode | null
  moment: Moment
  /** The provider's own order field, 0 where it has none. */
  order: number
  code: string
  fingerprint: string
  actionRequired: boolean
  /** The line of the history; null for a summary's claim. */
  entry: TimelineEntry | null
}

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const rank = (status: StatusCode | null): number => (status === null ? -1 : rankOf(status))

/** The total order, oldest first: moment (undated first), the provider's order, rank, code, fingerprint. */
export const compareFacts = (a: Fact, b: Fact): number =>
  (a.moment.ms ?? Number.NEGATIVE_INFINITY) === (b.moment.ms ?? Number.NEGATIVE_INFINITY)
    ? a.order - b.order ||
      rank(a.status) - rank(b.status) ||
      compareText(a.status ?? '', b.status ?? '') ||
      compareText(a.code, b.code) ||
      compareText(a.fingerprint, b.fingerprint)
    : (a.moment.ms ?? Number.NEGATIVE_INFINITY) - (b.moment.ms ?? Number.NEGATIVE_INFINITY)
