const SECOND = 1000
const MINUTE = 60 * SECOND

type Pace = { sinceChange: number; hidden: boolean; failures: number }

const FRESH = { until: 10 * MINUTE, every: 3 * SECOND }
const RECENT = { until: 60 * MINUTE, every: 15 * SECOND }
const RESTING = MINUTE
const LONGEST = 5 * MINUTE

/** Milliseconds until the next look: quick after a change, slower as the parcel rests, doubled for each failure in a row. */
export function pollDelay({ sinceChange, hidden, failures }: Pace): number {
  const awake = sinceChange < FRESH.until ? FRESH.every : sinceChange < RECENT.until ? RECENT.every : RESTING
  return Math.min((hidden ? RESTING : awake) * 2 ** failures, LONGEST)
}
