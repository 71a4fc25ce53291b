import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate, percentOf, sumOf, taxWithin } from '@/lib/core/money'

describe('a whole that is parted by weights', () => {
  it('gives the odd cents to the largest remainders, the earlier first', () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(allocate(1000, [18990, 4990, 20])).toEqual([791, 208, 1])
    expect(allocate(5, [0, 1, 0])).toEqual([0, 5, 0])
  })

  it('parts evenly where nobody weighs anything, and gives nothing to nobody', () => {
    expect(allocate(5, [0, 0])).toEqual([3, 2])
    expect(allocate(0, [])).toEqual([])
  })

  it('always adds up, and gives nobody a cent more than their share rounded up', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
        fc.array(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), { minLength: 1, maxLength: 20 }),
        (total, weights) => {
          const parts = allocate(total, weights)
          expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(total))
          const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
          if (whole === 0n) return
          parts.forEach((part, index) => {
            const share = BigInt(total) * BigInt(weights[index] ?? 0)
            expect(BigInt(part) * whole >= share - (share % whole)).toBe(true)
            expect(BigInt(part) * whole < share + whole).toBe(true)
          })
        },
      ),
    )
  })

  it('never discounts a line by more than it costs', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 100_000 }), { minLength: 1, maxLength: 9 }),
        fc.nat(),
        (prices, discount) => {
          const capped = Math.min(discount, sumOf(prices))
          const parts = allocate(capped, prices)
          expect(parts.every((part, index) => part <= (prices[index] ?? 0))).toBe(true)
        },
      ),
    )
  })
})

describe('shares of an amount', () => {
  it('are rounded half up, free of what binary fractions add', () => {
    expect(percentOf(18990, 15)).toBe(2849)
    expect(percentOf(1050, 0.7)).toBe(7)
    expect(percentOf(50, 1)).toBe(1)
    expect(percentOf(10_000, 0)).toBe(0)
  })

  it('know the tax within a price, and none where no rate is known', () => {
    expect(taxWithin(11_900, 0.19)).toBe(1900)
    expect(taxWithin(10_700, 0.07)).toBe(700)
    expect(taxWithin(11_900, 0)).toBe(0)
    expect(taxWithin(11_900, null)).toBe(0)
  })
})
