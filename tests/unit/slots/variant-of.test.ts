import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PlacedSlot, placedSlotSchema } from '@/lib/slots/placed-slot'
import { drawnVariant, variantOf } from '@/lib/slots/variant-of'

const tested = (shares: readonly number[]): PlacedSlot => ({
  ...placedSlotSchema.parse({
    slot: 'announcement',
    placement: 'aside',
    variants: shares.map((share, index) => ({ id: `v${index}`, share })),
  }),
  id: 'news',
})
const SEEDS = Array.from({ length: 6000 }, (_, index) => `order-${index}`)

describe('variants', () => {
  it('are given about as often as their shares say', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 4 }), (shares) => {
        const placed = tested(shares)
        const total = shares.reduce((sum, share) => sum + share, 0)
        const drawn = SEEDS.map((seed) => drawnVariant(placed, seed)?.id)
        shares.forEach((share, index) => {
          const got = drawn.filter((id) => id === `v${index}`).length / SEEDS.length
          expect(Math.abs(got - share / total)).toBeLessThan(0.03)
        })
      }),
      { numRuns: 20 },
    )
  })

  it('are always the same for an order, and another slot draws anew', () => {
    const [one, other] = [tested([1, 1]), { ...tested([1, 1]), id: 'other' }]
    expect(SEEDS.map((seed) => drawnVariant(one, seed))).toEqual(SEEDS.map((seed) => drawnVariant(one, seed)))
    const alike = SEEDS.filter((seed) => drawnVariant(one, seed)?.id === drawnVariant(other, seed)?.id)
    expect(alike.length / SEEDS.length).toBeGreaterThan(0.45)
    expect(alike.length / SEEDS.length).toBeLessThan(0.55)
  })

  it('that are stopped give way to the first, and nobody else’s changes', () => {
    const placed = tested([1, 1, 1])
    const stopped = [{ slot: 'news', variant: 'v1' }]
    for (const seed of SEEDS.slice(0, 300)) {
      const drawn = drawnVariant(placed, seed)?.id
      expect(variantOf(placed, seed, stopped)?.id).toBe(drawn === 'v1' ? 'v0' : drawn)
      expect(variantOf(placed, seed, [{ slot: 'another', variant: 'v1' }])?.id).toBe(drawn)
    }
  })

  it('are none where there are none', () => {
    expect(variantOf(tested([]), 'order-1', [])).toBeNull()
  })
})
