import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rateHeaders } from '@/lib/api/rate-headers'
import { type RatePolicy, rateState, spend } from '@/lib/api/rate-limit'

const POLICY: RatePolicy = { name: 'shopper', quota: 240, windowSeconds: 60 }
const START = Date.UTC(2026, 10, 20, 12)

/** Asks at each instant; says which asks were let in. */
const letIn = (policy: RatePolicy, instants: readonly number[]): number[] => {
  let fullAt: number | null = null
  return instants.filter((at) => {
    const next = spend(policy, fullAt, at)
    if (next === null) return false
    fullAt = next
    return true
  })
}

describe('a quota', () => {
  it('may be used at once, and not a request more', () => {
    expect(letIn(POLICY, Array(241).fill(START)).length).toBe(240)
  })

  it('comes back share by share, not all at the end of a window', () => {
    const used = Array.from({ length: 240 }, () => START)
    expect(letIn(POLICY, [...used, START + 248]).length).toBe(240)
    expect(letIn(POLICY, [...used, START + 250, START + 250]).length).toBe(241)
    expect(letIn(POLICY, [...used, ...Array(300).fill(START + 60_000)]).length).toBe(480)
  })

  it('never gives more than itself and what came back, whatever comes when', () => {
    const quotas = fc.integer({ min: 1, max: 50 })
    const gaps = fc.array(fc.integer({ min: 0, max: 4_000 }), { minLength: 1, maxLength: 150 })
    fc.assert(
      fc.property(quotas, gaps, (quota, waits) => {
        const policy = { ...POLICY, quota }
        let at = START
        const instants = waits.map((wait) => (at += wait))
        const first = letIn(policy, instants)
        const span = (first.at(-1) ?? START) - (first[0] ?? START)
        expect(first.length).toBeLessThanOrEqual(quota + Math.floor((span + 1) / (60_000 / quota)) + 1)
        expect(first.length).toBeGreaterThanOrEqual(Math.min(quota, instants.length))
      }),
    )
  })

  it('is whole for whoever keeps its pace', () => {
    for (const quota of [7, 60, 240, 600]) {
      const instants = Array.from(
        { length: 1_000 },
        (_, index) => START + Math.ceil((index * 60_000) / quota),
      )
      expect(letIn({ ...POLICY, quota }, instants).length, String(quota)).toBe(1_000)
    }
  })
})

describe('what a client is told', () => {
  it('counts down, and says when everything is there again', () => {
    const once = spend(POLICY, null, START) ?? 0
    expect(rateState(POLICY, once, START)).toEqual({
      remaining: 239,
      resetSeconds: 1,
      retryAfterSeconds: null,
    })
    const all = spend(POLICY, null, START, 240) ?? 0
    expect(rateState(POLICY, all, START)).toEqual({ remaining: 0, resetSeconds: 60, retryAfterSeconds: 1 })
    expect(rateState({ ...POLICY, quota: 6 }, all, START).retryAfterSeconds).toBe(10)
  })

  it('counts what a process holds for it as its own', () => {
    const batch = spend(POLICY, null, START, 4) ?? 0
    expect(rateState(POLICY, batch, START, 3)).toEqual({
      remaining: 239,
      resetSeconds: 1,
      retryAfterSeconds: null,
    })
  })

  it('stands in the fields of the draft', () => {
    const state = { remaining: 0, resetSeconds: 60, retryAfterSeconds: 2 }
    expect(rateHeaders(POLICY, state)).toEqual({
      'ratelimit-policy': '"shopper";q=240;w=60',
      ratelimit: '"shopper";r=0;t=60',
      'retry-after': '2',
    })
    expect(rateHeaders(POLICY, null)).toEqual({ 'ratelimit-policy': '"shopper";q=240;w=60' })
  })
})
