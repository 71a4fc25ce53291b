import { median } from './median'

/** Rates per second by name, measured one after the other in every round. */
export type Rounds<N extends string> = Record<N, number>[]

/** So many rounds at most; none is begun after `withinMs`, but for the first. */
export type Budget = { rounds: number; withinMs: number }

/** Measures everything once a round, so that what drifts on the machine meets all alike. */
export async function rounds<N extends string>(
  budget: Budget,
  measures: Record<N, () => Promise<number>>,
): Promise<Rounds<N>> {
  const taken: Rounds<N> = []
  const started = performance.now()
  const mayBegin = () =>
    taken.length === 0 || (taken.length < budget.rounds && performance.now() - started < budget.withinMs)
  while (mayBegin()) {
    const one: Partial<Record<N, number>> = {}
    for (const name in measures) one[name] = await measures[name]()
    taken.push(completed(measures, one))
  }
  return taken
}

function completed<N extends string>(
  names: Record<N, unknown>,
  one: Partial<Record<N, number>>,
): Record<N, number> {
  const whole = (rates: Partial<Record<N, number>>): rates is Record<N, number> =>
    Object.keys(names).every((name) => name in rates)
  if (!whole(one)) throw new Error('a round is not complete')
  return one
}

export const rateOf = <N extends string>(taken: Rounds<N>, name: N): number =>
  median(taken.map((round) => round[name]))

/** The median of the rounds' own ratios. */
export const ratioOf = <N extends string>(taken: Rounds<N>, name: N, base: N): number =>
  median(taken.map((round) => round[name] / round[base]))
