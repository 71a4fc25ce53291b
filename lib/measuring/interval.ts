/** A share's or a difference's likely range. */
export type Interval = { low: number; value: number; high: number }

/** How many of how many. */
export type Counted = { hits: number; tried: number }

/**
 * How far into a normal curve a probability lies (Acklam's approximation, relative error below 1.2e-9 in the part that is used).
 * `p` between 0.02425 and 0.99999.
 */
export function normalQuantile(p: number): number {
  const upper = 0.97575
  if (p > upper) {
    const q = Math.sqrt(-2 * Math.log(1 - p))
    const top =
      ((((-0.007784894002430293 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) *
        q +
        4.374664141464968) *
        q +
      2.938163982698783
    const below =
      (((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) *
        q +
      1
    return -top / below
  }
  const q = p - 0.5
  const r = q * q
  const top =
    (((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r -
      30.66479806614716) *
      r +
      2.506628277459239) *
    q
  const below =
    ((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r -
      13.28068155288572) *
      r +
    1
  return top / below
}

/** The range of a share after Wilson (1927); sound for few and for none. Nothing tried: anything is possible. */
export function shareInterval({ hits, tried }: Counted, z: number): Interval {
  if (tried <= 0) return { low: 0, value: 0, high: 1 }
  const value = hits / tried
  const weight = 1 + (z * z) / tried
  const middle = (value + (z * z) / (2 * tried)) / weight
  const half = (z / weight) * Math.sqrt((value * (1 - value)) / tried + (z * z) / (4 * tried * tried))
  return { low: Math.max(0, middle - half), value, high: Math.min(1, middle + half) }
}

/**
 * The range of the difference of two shares, `a` less `b`: Newcombe (1998), method 10, from the two ranges after Wilson.
 * https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I
 */
export function differenceInterval(a: Counted, b: Counted, z: number): Interval {
  const [first, second] = [shareInterval(a, z), shareInterval(b, z)]
  const value = first.value - second.value
  return {
    low: value - Math.hypot(first.value - first.low, second.high - second.value),
    value,
    high: value + Math.hypot(first.high - first.value, second.value - second.low),
  }
}
