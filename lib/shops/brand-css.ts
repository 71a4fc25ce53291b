import type { Brand, BrandScheme } from './brand'
import { type SchemeColours, schemeColours } from './brand-colours'
import { FONTS } from './fonts'

const declare = (properties: Record<string, string>): string =>
  Object.entries(properties)
    .map(([name, value]) => `--ds-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value}`)
    .join(';')

/** A scheme's colours by the names of their custom properties, without `--ds-`. */
export function colourProperties({ tones, ...colours }: SchemeColours): Record<string, string> {
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

/**
 * A shop's look as CSS custom properties (`--ds-…`) for light and dark, with every foreground computed so that any accent
 * keeps WCAG AA. Safe to print in a `<style>`: colours are hex, fonts and numbers come from closed sets.
 */
export const brandCss = (brand: Brand): string =>
  `:root{color-scheme:light dark;${declare(typeProperties(brand))};${schemeProperties(brand.light, brand.headline)}}` +
  `@media (prefers-color-scheme:dark){:root{${schemeProperties(brand.dark, brand.headline)}}}`

/**
 * The same for a page in a frame, whose host may fix the scheme: `data-scheme` on the root wins over the reader's. Says also how
 * the headline's ground is made, for colours that the host brings.
 */
export function framedBrandCss(brand: Brand): string {
  const dark = schemeProperties(brand.dark, brand.headline)
  return (
    `:root{color-scheme:light dark;${declare({ ...typeProperties(brand), headline: brand.headline })};` +
    `${schemeProperties(brand.light, brand.headline)}}` +
    `@media (prefers-color-scheme:dark){:root:not([data-scheme=light]){${dark}}}` +
    `:root[data-scheme=dark]{color-scheme:dark;${dark}}:root[data-scheme=light]{color-scheme:light}`
  )
}
