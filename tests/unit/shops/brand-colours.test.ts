import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { schemeColours, TONES } from '@/lib/shops/brand-colours'
import {
  contrast,
  isReadableGround,
  SHAPE_CONTRAST,
  TEXT_CONTRAST,
  worstContrast,
} from '@/lib/shops/contrast'

const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)
const headline = fc.constantFrom('wash' as const, 'field' as const, 'plain' as const)
const PAPER = { background: '#f6f2ea', surface: '#ffffff', text: '#1d1d1b' }
const NIGHT = { background: '#0d1117', surface: '#161b22', text: '#e6edf3' }

function expectReadable(scheme: Parameters<typeof schemeColours>[0], kind: 'wash' | 'field' | 'plain') {
  const colours = schemeColours(scheme, kind)
  const page = [colours.background, colours.surface]
  for (const name of ['text', 'muted', 'link'] as const)
    expect(worstContrast(colours[name], page), name).toBeGreaterThanOrEqual(TEXT_CONTRAST)
  for (const name of ['edge', 'accent'] as const)
    expect(worstContrast(colours[name], page), name).toBeGreaterThanOrEqual(SHAPE_CONTRAST)
  expect(contrast(colours.onAccent, colours.accent)).toBeGreaterThanOrEqual(TEXT_CONTRAST)
  for (const tone of TONES) {
    const { ground, words, quiet, mark } = colours.tones[tone]
    for (const [name, colour] of Object.entries({ words, quiet, mark }))
      expect(contrast(colour, ground), `${tone} ${name}`).toBeGreaterThanOrEqual(TEXT_CONTRAST)
  }
}

describe('the colours of a brand', () => {
  it('keep WCAG AA for any accent on a light and on a dark page', () => {
    fc.assert(
      fc.property(hex, headline, (accent, kind) => {
        expectReadable({ ...PAPER, accent }, kind)
        expectReadable({ ...NIGHT, accent }, kind)
      }),
      { numRuns: 120 },
    )
  })

  it('keep WCAG AA even when background, surface, text and accent are all chosen at random', () => {
    fc.assert(
      fc.property(hex, hex, hex, hex, headline, (background, surface, text, accent, kind) =>
        expectReadable({ background, surface, text, accent }, kind),
      ),
      { numRuns: 120 },
    )
  })

  it('leave an accent alone that already reads well', () => {
    expect(schemeColours({ ...PAPER, accent: '#1f4e79' }, 'plain')).toMatchObject({
      accent: '#1f4e79',
      link: '#1f4e79',
    })
  })

  it('make one ground of two that no text colour can serve at once', () => {
    expect(isReadableGround(['#8a8a8a', '#5a5a5a'])).toBe(false)
    const colours = schemeColours(
      { background: '#8a8a8a', surface: '#5a5a5a', text: '#777777', accent: '#888888' },
      'plain',
    )
    expect(colours.surface).toBe(colours.background)
  })

  it('write white on a blue that nearly carries it, by deepening it a little', () => {
    const { accent, onAccent } = schemeColours({ ...PAPER, accent: '#3b82f6' }, 'plain')
    expect(onAccent).toBe('#ffffff')
    expect(accent).not.toBe('#3b82f6')
  })
})
