// Stands in for culori in what is sent to browsers: the five functions that our colour rules use, over `#rrggbb` and OKLab.
// Formulas: https://bottosson.github.io/posts/oklab/ and https://www.w3.org/TR/WCAG22/#dfn-relative-luminance

type Triple = [number, number, number]
type Lab = { l: number; a: number; b: number }
type Lch = { l: number; c: number; h: number }

const CHROMA_STEP = 1e-4
/** How far rounding may lead outside of sRGB. */
const SLACK = 1e-6

const toLinear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
const toGamma = (value: number): number =>
  value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055

const linearOf = (hex: string): Triple => {
  const channel = (at: number) => toLinear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  return [channel(1), channel(3), channel(5)]
}

function labOf(hex: string): Lab {
  const [red, green, blue] = linearOf(hex)
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    a: 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    b: 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  }
}

function linearOfLab({ l: lightness, a, b }: Lab): Triple {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

const labOfLch = ({ l, c, h }: Lch): Lab => ({ l, a: c * Math.cos(h), b: c * Math.sin(h) })

const isLch = (colour: Lab | Lch): colour is Lch => 'c' in colour

export const converter =
  (_mode: 'oklch') =>
  (hex: string): Lch => {
    const { l, a, b } = labOf(hex)
    return { l, c: Math.hypot(a, b), h: Math.atan2(b, a) }
  }

const isInside = (colour: Lch): boolean =>
  linearOfLab(labOfLch(colour)).every((value) => value > -SLACK && value < 1 + SLACK)

/** The same lightness and hue with as much of the chroma as sRGB has. */
export function clampChroma(colour: Lch, _mode: 'oklch'): Lch {
  if (isInside(colour)) return colour
  let [low, high] = [0, colour.c]
  while (high - low > CHROMA_STEP) {
    const c = (low + high) / 2
    if (isInside({ ...colour, c })) low = c
    else high = c
  }
  return { ...colour, c: low }
}

/** A part of a colour, 0…1, as two hexadecimal digits. */
export const hexOf = (part: number): string =>
  Math.round(Math.min(1, Math.max(0, part)) * 255)
    .toString(16)
    .padStart(2, '0')

export const formatHex = (colour: Lab | Lch): string =>
  `#${linearOfLab(isLch(colour) ? labOfLch(colour) : colour)
    .map((part) => hexOf(toGamma(part)))
    .join('')}`

export function interpolate([from, to]: readonly [string, string], _mode: 'oklab') {
  const [start, end] = [labOf(from), labOf(to)]
  return (share: number): Lab => ({
    l: start.l + (end.l - start.l) * share,
    a: start.a + (end.a - start.a) * share,
    b: start.b + (end.b - start.b) * share,
  })
}

const luminance = (hex: string): number => {
  const [red, green, blue] = linearOf(hex)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

export function wcagContrast(first: string, second: string): number {
  const [one, other] = [luminance(first), luminance(second)]
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}
