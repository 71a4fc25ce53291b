import type { Look } from '@/lib/embed/messages'
import type { Brand } from '@/lib/shops/brand'
import { schemeColours } from '@/lib/shops/brand-colours'
import { colourProperties } from '@/lib/shops/brand-css'
import { lightnessOf } from '@/lib/shops/contrast'
import { colourValue, fontValue, radiusValue } from './look-values'

const DARK_BELOW = 0.5

const root = document.documentElement
let given: string[] = []

const isHeadline = (text: string): text is Brand['headline'] => ['wash', 'field', 'plain'].includes(text)

/** Colours that the host brings take the place of the brand's; all others follow, so that every text can still be read. */
function colours({ accent, bg, fg }: Look['variables']): Record<string, string> {
  const [hostAccent, hostBackground, hostText] = [colourValue(accent), colourValue(bg), colourValue(fg)]
  if (!hostAccent && !hostBackground && !hostText) return {}
  const brand = getComputedStyle(root)
  const of = (name: string) => brand.getPropertyValue(`--ds-${name}`).trim()
  const background = hostBackground ?? of('background')
  const headline = of('headline')
  const scheme = {
    background,
    surface: hostBackground ?? of('surface'),
    text: hostText ?? of('text'),
    accent: hostAccent ?? of('accent'),
  }
  return {
    ...colourProperties(schemeColours(scheme, isHeadline(headline) ? headline : 'wash')),
    ...(hostBackground && { 'color-scheme': lightnessOf(background) < DARK_BELOW ? 'dark' : 'light' }),
  }
}

/** Makes the page look as its host asks; what isn't a colour, a size or a font changes nothing. */
export function applyLook({ scheme, view, variables }: Look): void {
  root.dataset.scheme = scheme
  root.dataset.view = view
  for (const name of given) root.style.removeProperty(name)
  const font = fontValue(variables.font)
  const radius = radiusValue(variables.radius)
  const properties = {
    ...colours(variables),
    ...(font && { body: font, heading: font }),
    ...(radius && { radius }),
  }
  given = Object.entries(properties).map(([name, value]) => {
    const property = name === 'color-scheme' ? name : `--ds-${name}`
    root.style.setProperty(property, value)
    return property
  })
}
