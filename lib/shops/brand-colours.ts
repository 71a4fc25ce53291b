import type { Brand, BrandScheme } from './brand'
import {
  contrast,
  isReadableGround,
  lightnessOf,
  mix,
  readable,
  SHAPE_CONTRAST,
  TEXT_CONTRAST,
  textOn,
  withLightness,
} from './contrast'

/** The tones beside the shop's own accent; seeds only, each is moved until it can be read. */
const TONE_SEEDS = {
  good: '#1c7f53',
  action: '#bd5410',
  warn: '#d99a00',
  critical: '#c02d39',
} as const

export const TONES = ['calm', 'good', 'action', 'warn', 'critical'] as const
export type ToneName = (typeof TONES)[number]

/** A headline's ground and what stands on it: `mark` is the tone's own voice, also as a shape with `ground` written on it. */
export type ToneColours = { ground: string; words: string; quiet: string; mark: string }

export type SchemeColours = {
  background: string
  surface: string
  text: string
  /** Second voice: still full text contrast. */
  muted: string
  /** Hairlines that carry no meaning. */
  line: string
  /** Borders of fields. */
  edge: string
  /** Links and small marks on the page. */
  link: string
  /** Filled buttons, and what is written on them. */
  accent: string
  onAccent: string
  tones: Record<ToneName, ToneColours>
}

const WASH_SHARES = [0.14, 0.1, 0.07, 0.04, 0.02]
const MUTED_SHARE = 0.34
const LINE_SHARE = 0.14
const FIELD_QUIET_SHARE = 0.22
/** On a dark page a full field of colour stays below this lightness, so that it doesn't glare. */
const DARK_FIELD_LIGHTNESS = 0.4
const DARK_PAGE_LIGHTNESS = 0.5

type Page = { background: string; surface: string; text: string }

function fieldTone(seed: string, { background }: Page): ToneColours {
  const dark = lightnessOf(background) < DARK_PAGE_LIGHTNESS
  const ground =
    dark && lightnessOf(seed) > DARK_FIELD_LIGHTNESS ? withLightness(seed, DARK_FIELD_LIGHTNESS) : seed
  const { fill, on } = textOn(ground)
  const softer = mix(on, fill, FIELD_QUIET_SHARE)
  // Where the field leaves no room for a second voice, everything speaks in the first.
  return { ground: fill, words: on, mark: on, quiet: contrast(softer, fill) >= TEXT_CONTRAST ? softer : on }
}

function washTone(seed: string, { surface, text }: Page): ToneColours {
  const share = WASH_SHARES.find((candidate) => isReadableGround([mix(surface, seed, candidate)])) ?? 0
  const ground = mix(surface, seed, share)
  return groundTone(ground, seed, text)
}

const groundTone = (ground: string, seed: string, text: string): ToneColours => ({
  ground,
  words: readable(text, [ground], TEXT_CONTRAST),
  quiet: readable(mix(text, ground, MUTED_SHARE), [ground], TEXT_CONTRAST),
  mark: readable(seed, [ground], TEXT_CONTRAST),
})

const TONE_OF = {
  field: fieldTone,
  wash: washTone,
  plain: (seed, { background, text }) => groundTone(background, seed, text),
} satisfies Record<Brand['headline'], (seed: string, page: Page) => ToneColours>

/** Every colour of one scheme, computed from the shop's four so that all text keeps WCAG AA whatever they are. */
export function schemeColours(scheme: BrandScheme, headline: Brand['headline']): SchemeColours {
  const background = scheme.background.toLowerCase()
  // Two grounds that no text colour can serve at once become one.
  const surface = isReadableGround([background, scheme.surface]) ? scheme.surface.toLowerCase() : background
  const grounds = [background, surface]
  const text = readable(scheme.text, grounds, TEXT_CONTRAST)
  const page: Page = { background, surface, text }
  const button = textOn(readable(scheme.accent, grounds, SHAPE_CONTRAST), grounds)
  const tone = (name: ToneName) => TONE_OF[headline](name === 'calm' ? scheme.accent : TONE_SEEDS[name], page)
  return {
    ...page,
    muted: readable(mix(text, background, MUTED_SHARE), grounds, TEXT_CONTRAST),
    line: mix(surface, text, LINE_SHARE),
    edge: readable(mix(surface, text, MUTED_SHARE), grounds, SHAPE_CONTRAST),
    link: readable(scheme.accent, grounds, TEXT_CONTRAST),
    accent: button.fill,
    onAccent: button.on,
    tones: {
      calm: tone('calm'),
      good: tone('good'),
      action: tone('action'),
      warn: tone('warn'),
      critical: tone('critical'),
    },
  }
}
