import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { colourValue, fontValue, hexOfComputed, radiusValue } from '@/components/embed/inside/look-values'

/** A browser that would take anything: what is refused here our own rules refuse. */
beforeEach(() => vi.stubGlobal('CSS', { supports: () => true }))
afterEach(() => vi.unstubAllGlobals())

describe('a colour that a shop’s page sends', () => {
  it.each([
    ['rgb(31, 92, 69)', '#1f5c45'],
    ['color(srgb 1 0.5 0)', '#ff8000'],
    ['color(srgb 1.2 -0.1 1e-7)', '#ff0000'],
    ['rgba(31, 92, 69, 1)', '#1f5c45'],
  ])('%s is %s', (computed, hex) => expect(hexOfComputed(computed)).toBe(hex))

  it.each(['rgba(0, 0, 0, 0.5)', 'color(srgb 1 0 0 / 0.2)', 'transparent', ''])(
    '%s is none: text on it could be unreadable',
    (computed) => expect(hexOfComputed(computed)).toBeNull(),
  )

  it.each([
    'var(--ds-text)',
    'env(x)',
    'url(https://evil.example)',
    'red;background:url(//evil.example)',
    'red}body{display:none',
    '</style><script>',
    `#${'f'.repeat(200)}`,
  ])('%s is refused before the browser sees it', (text) => {
    expect(colourValue(text)).toBeNull()
  })

  it('is none where nothing was sent', () => expect(colourValue(undefined)).toBeNull())
})

describe('a font that a shop’s page sends', () => {
  it('is a list of names', () => {
    expect(fontValue('"Gill Sans Nova", Optima, sans-serif')).toBe('"Gill Sans Nova", Optima, sans-serif')
  })

  it.each(['url(x)', 'a;b', 'a{b}', 'a\\9', 'x'.repeat(300), '<b>'])('%s is refused', (text) =>
    expect(fontValue(text)).toBeNull(),
  )
})

describe('a radius that a shop’s page sends', () => {
  it.each([
    ['8', '0.5rem'],
    ['8px', '0.5rem'],
    ['1.5rem', '1.5rem'],
    ['0', '0rem'],
    ['999px', '2rem'],
  ])('%s is %s', (text, size) => expect(radiusValue(text)).toBe(size))

  it.each(['50%', '-4px', 'calc(1px)', '10vw', 'a lot', ''])('%s is refused', (text) =>
    expect(radiusValue(text)).toBeNull(),
  )
})
