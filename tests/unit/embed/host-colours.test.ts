import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { schemeColours, TONES } from '@/lib/shops/brand-colours'
import { contrast, SHAPE_CONTRAST, TEXT_CONTRAST } from '@/lib/shops/contrast'

// As in a frame.
vi.mock('culori', () => import('@/lib/embed/small-culori'))

const byte = fc.integer({ min: 0, max: 255 })
const colour = fc
  .tuple(byte, byte, byte)
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`)
const headline = fc.constantFrom('wash', 'field', 'plain')

describe('whatever colours a shop’s page brings', () => {
  it('every text in the frame keeps WCAG AA', () => {
    fc.assert(
      fc.property(colour, colour, colour, headline, (background, text, accent, ground) => {
        const page = schemeColours({ background, surface: background, text, accent }, ground)
        for (const words of [page.text, page.muted, page.link])
          expect(contrast(words, page.background)).toBeGreaterThanOrEqual(TEXT_CONTRAST)
        expect(contrast(page.onAccent, page.accent)).toBeGreaterThanOrEqual(TEXT_CONTRAST)
        expect(contrast(page.edge, page.background)).toBeGreaterThanOrEqual(SHAPE_CONTRAST)
        for (const tone of TONES) {
          const { ground: under, ...words } = page.tones[tone]
          for (const over of Object.values(words))
            expect(contrast(over, under)).toBeGreaterThanOrEqual(TEXT_CONTRAST)
        }
      }),
      { numRuns: 60 },
    )
  })
})
