import * as culori from 'culori'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as small from '@/lib/embed/small-culori'

const byte = fc.integer({ min: 0, max: 255 })
const colour = fc
  .tuple(byte, byte, byte)
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`)
const share = fc.double({ min: 0, max: 1, noNaN: true })

const channels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
const furthest = (one: string, other: string): number =>
  Math.max(...channels(one).map((value, index) => Math.abs(value - (channels(other)[index] ?? Number.NaN))))

describe('the colours that a frame computes', () => {
  it('contrast as on the server', () => {
    fc.assert(
      fc.property(colour, colour, (one, other) => {
        expect(small.wcagContrast(one, other)).toBeCloseTo(culori.wcagContrast(one, other), 3)
      }),
    )
  })

  it('mix as on the server', () => {
    fc.assert(
      fc.property(colour, colour, share, (one, other, part) => {
        const here = small.formatHex(small.interpolate([one, other], 'oklab')(part))
        const there = culori.formatHex(culori.interpolate([one, other], 'oklab')(part))
        expect(furthest(here, there)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('grow lighter and darker as on the server', () => {
    fc.assert(
      fc.property(colour, fc.double({ min: 0.1, max: 0.95, noNaN: true }), (hex, l) => {
        const here = small.formatHex(small.clampChroma({ ...small.converter('oklch')(hex), l }, 'oklch'))
        const there = culori.formatHex(culori.clampChroma({ ...culori.converter('oklch')(hex), l }, 'oklch'))
        expect(furthest(here, there)).toBeLessThanOrEqual(3)
      }),
    )
  })
})
