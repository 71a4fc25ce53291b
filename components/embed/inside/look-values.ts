import { hexOf } from '@/lib/embed/small-culori'

const COLOUR = /^[\w#%.,()/+\s-]{1,100}$/
const OUTWARD = /\b(?:var|env|url|attr|image|src)\(/i
const FONT = /^[\w\s"',-]{1,200}$/
const LENGTH = /^(\d{1,3}(?:\.\d+)?)(px|rem)?$/
const LARGEST_RADIUS = 32
const REM = 16

/** A computed colour (`rgb(…)`, `color(srgb …)`) as `#rrggbb`; null for one that can be seen through. */
export function hexOfComputed(computed: string): string | null {
  const [red, green, blue, alpha = 1] = (computed.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number)
  if (red === undefined || green === undefined || blue === undefined || alpha < 1) return null
  const scale = computed.startsWith('color(') ? 1 : 255
  return `#${hexOf(red / scale)}${hexOf(green / scale)}${hexOf(blue / scale)}`
}

/** Any opaque colour that the browser knows, as `#rrggbb`; null for anything else. */
export function colourValue(text: string | undefined): string | null {
  if (!text || !COLOUR.test(text) || OUTWARD.test(text) || !CSS.supports('color', text)) return null
  const probe = document.createElement('i')
  probe.style.color = text
  // Whatever space it was written in, the mixture with itself is in sRGB.
  probe.style.color = `color-mix(in srgb,${text},${text})`
  document.documentElement.append(probe)
  const hex = hexOfComputed(getComputedStyle(probe).color)
  probe.remove()
  return hex
}

/** A list of font families in plain characters; null for anything else. */
export const fontValue = (text: string | undefined): string | null =>
  text && FONT.test(text) && CSS.supports('font-family', text) ? text : null

/** Pixels (`12`, `12px`, `.75rem` as `0.75rem`) as rem, at most 2; null for anything else. */
export function radiusValue(text: string | undefined): string | null {
  const [, size, unit] = LENGTH.exec(text?.trim() ?? '') ?? []
  if (size === undefined) return null
  const pixels = Number(size) * (unit === 'rem' ? REM : 1)
  return `${Math.min(pixels, LARGEST_RADIUS) / REM}rem`
}
