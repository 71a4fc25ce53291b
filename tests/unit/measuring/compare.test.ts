import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Arm, compareArms } from '@/lib/measuring/compare-arms'
import { harmfulArms } from '@/lib/measuring/harmful-arms'
import { differenceInterval, normalQuantile, shareInterval } from '@/lib/measuring/interval'

const Z = normalQuantile(0.975)
const arm = (variant: string, hits: number, tried: number): Arm => ({ variant, hits, tried })
const ONCE = { perOrder: 1, worthwhile: 0.02 }

/** Numbers that look random and are the same every time (mulberry32). */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const drawn = (random: () => number, share: number, tried: number): number => {
  let hits = 0
  for (let one = 0; one < tried; one++) if (random() < share) hits++
  return hits
}

describe('the intervals', () => {
  test('are those of Newcombe’s papers of 1998', () => {
    expect(Z).toBeCloseTo(1.959964, 6)
    expect(normalQuantile(0.995)).toBeCloseTo(2.575829, 6)
    // Single proportion, 81 of 263: 0.2553 to 0.3662.
    const single = shareInterval({ hits: 81, tried: 263 }, Z)
    expect(single.low).toBeCloseTo(0.2553, 4)
    expect(single.high).toBeCloseTo(0.3662, 4)
    // Difference, method 10: 56 of 70 less 48 of 80, 0.0524 to 0.3339; 9 of 10 less 3 of 10, 0.1705 to 0.8090.
    const wide = differenceInterval({ hits: 56, tried: 70 }, { hits: 48, tried: 80 }, Z)
    expect([wide.low, wide.value, wide.high].map((x) => x.toFixed(4))).toEqual(['0.0524', '0.2000', '0.3339'])
    const few = differenceInterval({ hits: 9, tried: 10 }, { hits: 3, tried: 10 }, Z)
    expect([few.low, few.high].map((x) => x.toFixed(4))).toEqual(['0.1705', '0.8090'])
    // Nothing found: 0 of 10 less 0 of 10, -0.2775 to 0.2775.
    const none = differenceInterval({ hits: 0, tried: 10 }, { hits: 0, tried: 10 }, Z)
    expect([none.low, none.high].map((x) => x.toFixed(4))).toEqual(['-0.2775', '0.2775'])
  })

  test('hold the share they are about, and never leave what is possible', () => {
    const counts = fc
      .integer({ min: 0, max: 5000 })
      .chain((tried) => fc.record({ tried: fc.constant(tried), hits: fc.integer({ min: 0, max: tried }) }))
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const { low, value, high } = shareInterval(a, Z)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low <= value + 1e-12 && value <= high + 1e-12).toBe(true)
        const ab = differenceInterval(a, b, Z)
        const ba = differenceInterval(b, a, Z)
        expect(ab.low).toBeCloseTo(-ba.high, 9)
        expect(ab.low).toBeGreaterThanOrEqual(-1 - 1e-9)
        expect(ab.high).toBeLessThanOrEqual(1 + 1e-9)
      }),
    )
  })

  test('hold the true difference in about 95 of 100 tests', () => {
    const random = dice(7)
    const rounds = 2000
    let held = 0
    for (let round = 0; round < rounds; round++) {
      const a = { hits: drawn(random, 0.06, 300), tried: 300 }
      const b = { hits: drawn(random, 0.04, 300), tried: 300 }
      const { low, high } = differenceInterval(a, b, Z)
      if (low <= 0.02 && 0.02 <= high) held++
    }
    expect(held / rounds).toBeGreaterThan(0.935)
    expect(held / rounds).toBeLessThan(0.975)
  })
})

describe('a comparison', () => {
  const verdict = (a: Arm, b: Arm, options = ONCE) => compareArms([a, b], options)[1]?.verdict

  test('says plainly that there isn’t enough data yet', () => {
    expect(verdict(arm('a', 0, 0), arm('b', 0, 0))).toBe('not_enough_data')
    expect(verdict(arm('a', 1, 99), arm('b', 40, 99))).toBe('not_enough_data')
    expect(verdict(arm('a', 1, 400), arm('b', 8, 400))).toBe('not_enough_data')
    expect(verdict(arm('a', 40, 400), arm('b', 48, 400))).toBe('not_enough_data')
  })

  test('names the better one, the worse one, and a difference that is none', () => {
    expect(verdict(arm('a', 40, 400), arm('b', 80, 400))).toBe('better')
    expect(verdict(arm('a', 80, 400), arm('b', 40, 400))).toBe('worse')
    expect(verdict(arm('a', 1000, 20_000), arm('b', 1010, 20_000))).toBe('no_difference')
  })

  test('takes three views of an order for one', () => {
    const [a, b] = [arm('a', 40, 400), arm('b', 65, 400)]
    expect(verdict(a, b)).toBe('better')
    expect(verdict(a, b, { ...ONCE, perOrder: 3 })).toBe('not_enough_data')
  })

  test('asks for more where several are compared at once', () => {
    const [a, b] = [arm('a', 40, 400), arm('b', 60, 400)]
    const among = [a, b, arm('c', 40, 400), arm('d', 40, 400), arm('e', 40, 400)]
    expect(verdict(a, b)).toBe('better')
    expect(compareArms(among, ONCE)[1]?.verdict).toBe('not_enough_data')
  })

  test('has nothing to say of the first, and of none', () => {
    expect(compareArms([], ONCE)).toEqual([])
    expect(compareArms([arm('a', 5, 50)], ONCE)).toMatchObject([
      { variant: 'a', difference: null, verdict: null },
    ])
  })
})

describe('the harm limit', () => {
  test('stops what does harm, and never what everybody got before', () => {
    expect(harmfulArms([arm('a', 50, 500), arm('b', 110, 500)], 0.02)).toEqual(['b'])
    expect(harmfulArms([arm('a', 110, 500), arm('b', 50, 500)], 0.02)).toEqual([])
    expect(harmfulArms([], 0.02)).toEqual([])
  })

  test('leaves harm below the limit, and what a hundred orders don’t show yet', () => {
    expect(harmfulArms([arm('a', 50, 500), arm('b', 110, 500)], 0.15)).toEqual([])
    expect(harmfulArms([arm('a', 5, 99), arm('b', 60, 99)], 0.02)).toEqual([])
    expect(harmfulArms([arm('a', 50, 500), arm('b', 60, 500)], 0.02)).toEqual([])
  })

  /** Looks after every 100 orders an arm; how many, or null: never stopped. */
  const stoppedAfter = (random: () => number, harm: number): number | null => {
    let [a, b] = [arm('a', 0, 0), arm('b', 0, 0)]
    for (let look = 1; look <= 50; look++) {
      a = arm('a', a.hits + drawn(random, 0.1, 100), look * 100)
      b = arm('b', b.hits + drawn(random, 0.1 + harm, 100), look * 100)
      if (harmfulArms([a, b], 0.02).length > 0) return look * 100
    }
    return null
  }

  test('looked at fifty times, it seldom stops what does none, and soon what does much', () => {
    const random = dice(11)
    const rounds = 400
    const falsely = Array.from({ length: rounds }, () => stoppedAfter(random, 0)).filter((at) => at !== null)
    const rightly = Array.from(
      { length: rounds },
      () => stoppedAfter(random, 0.1) ?? Number.POSITIVE_INFINITY,
    )
    const middle = rightly.sort((a, b) => a - b)[rounds / 2] ?? 0
    expect(falsely.length / rounds).toBeLessThan(0.06)
    expect(middle).toBeLessThanOrEqual(500)
  })
})
