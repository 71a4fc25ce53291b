import { type Counted, differenceInterval, type Interval, normalQuantile, shareInterval } from './interval'

export type Arm = Counted & { variant: string }

type Verdict = 'not_enough_data' | 'better' | 'worse' | 'no_difference'

type ComparedArm = Arm & {
  share: Interval
  /** To the first arm; null: it is the first. */
  difference: Interval | null
  verdict: Verdict | null
}

type CompareOptions = {
  /** How often one order was counted on average: views of one order aren't views of several. */
  perOrder: number
  /** A difference that is smaller isn't worth having: a share, 0.01 is one in a hundred. */
  worthwhile: number
}

/** A shopper looks about three times at one order's page. */
export const VIEWS_PER_ORDER = 3

const LEVEL = 0.95
const LEAST_TRIED = 100
const LEAST_HITS = 10

const shrunk = ({ hits, tried }: Counted, by: number): Counted => ({ hits: hits / by, tried: tried / by })

function verdictOf(a: Counted, b: Counted, { low, high }: Interval, worthwhile: number): Verdict {
  const isThin = Math.min(a.tried, b.tried) < LEAST_TRIED || a.hits + b.hits < LEAST_HITS
  if (isThin) return 'not_enough_data'
  if (low > 0) return 'better'
  if (high < 0) return 'worse'
  return low > -worthwhile && high < worthwhile ? 'no_difference' : 'not_enough_data'
}

/**
 * Compares every arm with the first, at 95 % for all comparisons together. What the counts can't tell yet is `not_enough_data`:
 * also a range around nothing that is too wide to call it nothing.
 */
export function compareArms(arms: readonly Arm[], { perOrder, worthwhile }: CompareOptions): ComparedArm[] {
  const [first, ...others] = arms
  if (!first) return []
  const z = normalQuantile(1 - (1 - LEVEL) / 2 / Math.max(1, others.length))
  const base = shrunk(first, perOrder)
  const compared = others.map((arm): ComparedArm => {
    const its = shrunk(arm, perOrder)
    const difference = differenceInterval(its, base, z)
    return {
      ...arm,
      share: shareInterval(its, z),
      difference,
      verdict: verdictOf(its, base, difference, worthwhile),
    }
  })
  return [{ ...first, share: shareInterval(base, z), difference: null, verdict: null }, ...compared]
}
