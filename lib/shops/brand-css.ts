import { LRUCache } from 'lru-cache'
import type { Brand, BrandScheme } from './brand'
import { type SchemeColours, schemeColours } from './brand-colours'
import { FONTS } from './fonts'

const declare = (properties: Record<string, string>): string =>
  Object.entries(properties)
    .map(([name, value]) => `--ds-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value}`)
    .join(';')

function colourProperties({ tones, ...colours }: SchemeColours): Record<string, string> {
  const toned = Object.entries(tones).flatMap(([tone, parts]) =>
    Object.entries(parts).map(([part, colour]) => [`${tone}-${part}`, colour] as const),
  )
  return { ...colours, ...Object.fromEntries(toned) }
}

const schemeProperties = (scheme: BrandScheme, headline: Brand['headline']): string =>
  declare(colourProperties(schemeColours(scheme, headline)))

function typeProperties({ font, radius }: Brand): Record<string, string> {
  const { stack, weight, tracking, leading, scale } = FONTS[font.heading]
  return {
    body: FONTS[font.body].stack,
    heading: stack,
    weight: String(weight),
    tracking,
    leading,
    scale,
    radius: `${radius / 16}rem`,
  }
}

const makeCss = (brand: Brand): string =>
  `:root{color-scheme:light dark;${declare(typeProperties(brand))};${schemeProperties(brand.light, brand.headline)}}` +
  `@media (prefers-color-scheme:dark){:root{${schemeProperties(brand.dark, brand.headline)}}}`

const KEPT_BRANDS = 200
// Finding readable colours takes milliseconds; a brand changes once in a blue moon.
const kept = new LRUCache<string, string>({ max: KEPT_BRANDS })

/**
 * A shop's look as CSS custom properties (`--ds-…`) for light and dark, with every foreground computed so that any accent
 * keeps WCAG AA. Safe to print in a `<style>`: colours are hex, fonts and numbers come from closed sets.
 */
export function brandCss(brand: Brand): string {
  const key = JSON.stringify(brand)
  const known = kept.get(key)
  if (known !== undefined) return known
  const css = makeCss(brand)
  kept.set(key, css)
  return css
}
