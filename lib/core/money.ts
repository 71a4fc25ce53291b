/** Parts a whole by weights so that the parts add up to it: the largest remainders get what is left, the earlier one first. */
export function allocate(total: number, weights: readonly number[]): number[] {
  const all = BigInt(total)
  const sum = weights.reduce((so, weight) => so + BigInt(weight), 0n)
  // Nobody weighs anything: everybody gets the same.
  const shares = sum === 0n ? weights.map(() => 1n) : weights.map(BigInt)
  const whole = sum === 0n ? BigInt(weights.length) : sum
  const parts = shares.map((share, index) => ({
    index,
    part: whole === 0n ? 0n : (all * share) / whole,
    remainder: whole === 0n ? 0n : (all * share) % whole,
  }))
  const left = Number(all - parts.reduce((so, { part }) => so + part, 0n))
  const luckiest = parts.toSorted((a, b) => Number(b.remainder - a.remainder) || a.index - b.index)
  const lucky = new Set(luckiest.slice(0, left).map(({ index }) => index))
  return parts.map(({ index, part }) => Number(part) + (lucky.has(index) ? 1 : 0))
}

export const sumOf = (amounts: Iterable<number>): number => {
  let sum = 0
  for (const amount of amounts) sum += amount
  return sum
}

/** A percentage of an amount in minor units, half a unit up; what binary fractions add is cut off before. */
export const percentOf = (amount: number, percent: number): number =>
  Math.round(Number(((amount * percent) / 100).toFixed(6)))

/** The tax within an amount that includes it; `rate` is a share (0.19). No rate, no tax. */
export const taxWithin = (amount: number, rate: number | null): number =>
  rate === null ? 0 : Math.round(Number((amount - amount / (1 + rate)).toFixed(6)))
