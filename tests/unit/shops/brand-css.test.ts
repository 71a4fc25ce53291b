import { describe, expect, it } from 'vitest'
import { brandSchema } from '@/lib/shops/brand'
import { brandCss } from '@/lib/shops/brand-css'
import { FONTS } from '@/lib/shops/fonts'

const brand = brandSchema.parse({
  logo: { light: null, dark: null, width: 120, height: 32 },
  light: { background: '#F6F2EA', surface: '#ffffff', text: '#1d1d1b', accent: '#2f5d3a' },
  dark: { background: '#0d1117', surface: '#161b22', text: '#e6edf3', accent: '#7bc48f' },
  radius: 12,
  font: { heading: 'serif', body: 'humanist' },
})

describe('a brand as CSS', () => {
  it('emits every token', () => {
    const css = brandCss(brand)
    expect(css).toContain('--ds-background:#f6f2ea')
    expect(css).toContain('--ds-surface:#ffffff')
    expect(css).toContain('--ds-text:#1d1d1b')
    expect(css).toContain('--ds-accent:#2f5d3a')
    expect(css).toContain('--ds-radius:0.75rem')
    expect(css).toContain(`--ds-heading:${FONTS.serif.stack}`)
    expect(css).toContain(`--ds-body:${FONTS.humanist.stack}`)
  })

  it('has the dark scheme behind the visitor’s own preference, with the same names', () => {
    const [light = '', dark = ''] = brandCss(brand).split('@media (prefers-color-scheme:dark)')
    const names = (css: string) => new Set([...css.matchAll(/--ds-[\w-]+(?=:#)/gi)].map(([name]) => name))
    expect(names(dark)).toEqual(names(light))
    expect(dark).toContain('--ds-background:#0d1117')
  })

  it('can stand in a style element: nothing in it ends one or loads anything', () => {
    expect(brandCss(brand)).not.toMatch(/[<>]|url\(|@import/)
  })
})
