import { clampChroma, converter, formatHex, interpolate, wcagContrast } from 'culori'

/** WCAG 2.2 AA for running text (1.4.3). */
export const TEXT_CONTRAST = 4.5
/** WCAG 2.2 AA for what must be seen to use a page: button shapes, field borders, icons (1.4.11). */
export const SHAPE_CONTRAST = 3

const BLACK = '#000000'
const WHITE = '#ffffff'
const LIGHTNESS_STEP = 0.005
const SLIGHTLY_DEEPER = 0.09

const toOklch = converter('oklch')

/** Contrast ratio of two `#rrggbb` colours, 1…21. */
export const contrast = (a: string, b: string): number => wcagContrast(a, b)

/** The worst contrast of a colour over several grounds. */
export const worstContrast = (colour: string, grounds: readonly string[]): number =>
  Math.min(...grounds.map((ground) => contrast(colour, ground)))

/** Whether any colour at all can be read on every one of these grounds. */
export const isReadableGround = (grounds: readonly string[]): boolean =>
  Math.max(worstContrast(BLACK, grounds), worstContrast(WHITE, grounds)) >= TEXT_CONTRAST

/** A colour between two, `share` of the second. */
export const mix = (base: string, other: string, share: number): string =>
  formatHex(interpolate([base, other], 'oklab')(share))

/**
 * The nearest colour of the same hue that keeps `ratio` on every ground: only its lightness moves, its chroma as far as
 * sRGB asks. Ends at black or white when the hue can't do it; grounds must be readable (`isReadableGround`).
 */
export function readable(colour: string, grounds: readonly string[], ratio: number): string {
  if (worstContrast(colour, grounds) >= ratio) return colour.toLowerCase()
  const from = toOklch(colour)
  for (let away = LIGHTNESS_STEP; away <= 1; away += LIGHTNESS_STEP)
    for (const l of [from.l - away, from.l + away]) {
      if (l <= 0 || l >= 1) continue
      const candidate = formatHex(clampChroma({ ...from, l }, 'oklch'))
      if (worstContrast(candidate, grounds) >= ratio) return candidate
    }
  return worstContrast(BLACK, grounds) >= worstContrast(WHITE, grounds) ? BLACK : WHITE
}

/** Lightness in OKLCH, 0…1. */
export const lightnessOf = (colour: string): number => toOklch(colour).l

/** The same hue at another lightness. */
export const withLightness = (colour: string, l: number): string =>
  formatHex(clampChroma({ ...toOklch(colour), l }, 'oklch'))

/**
 * A filled shape and the text on it. White text looks right on most colours, so a shade that nearly carries it is
 * deepened a little, as long as the shape stays visible on its `grounds`; else the text is black.
 */
export function textOn(shape: string, grounds: readonly string[] = []): { fill: string; on: string } {
  if (contrast(WHITE, shape) >= TEXT_CONTRAST) return { fill: shape, on: WHITE }
  const deeper = readable(shape, [WHITE], TEXT_CONTRAST)
  const near = Math.abs(lightnessOf(deeper) - lightnessOf(shape)) <= SLIGHTLY_DEEPER
  if (near && worstContrast(deeper, grounds) >= SHAPE_CONTRAST) return { fill: deeper, on: WHITE }
  return { fill: shape, on: BLACK }
}
