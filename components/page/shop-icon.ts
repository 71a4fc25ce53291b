import { schemeColours } from '@/lib/shops/brand-colours'
import type { Shop } from '@/lib/shops/shop'

const escapeXml = (text: string): string => text.replace(/[<>&"']/g, (sign) => `&#${sign.codePointAt(0)};`)

/** A shop's icon: its initial on its colour, light and dark, as SVG. */
export function shopIcon({ name, brand }: Pick<Shop, 'name' | 'brand'>): string {
  const light = schemeColours(brand.light, brand.headline)
  const dark = schemeColours(brand.dark, brand.headline)
  const initial = escapeXml(([...name][0] ?? '').toUpperCase())
  const radius = Math.min(brand.radius, 16)
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>' +
    `rect{fill:${light.accent}}text{fill:${light.onAccent}}` +
    `@media(prefers-color-scheme:dark){rect{fill:${dark.accent}}text{fill:${dark.onAccent}}}` +
    `</style><rect width="32" height="32" rx="${radius}"/>` +
    `<text x="16" y="22.5" font-family="system-ui,sans-serif" font-size="19" font-weight="700" text-anchor="middle">${initial}</text></svg>`
  )
}
