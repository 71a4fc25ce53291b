import { LRUCache } from 'lru-cache'
import type { Brand } from './brand'
import { brandCss, framedBrandCss } from './brand-css'

const KEPT_BRANDS = 200

/** Finding readable colours takes milliseconds; a brand changes once in a blue moon. */
function keeping(make: (brand: Brand) => string): (brand: Brand) => string {
  const kept = new LRUCache<string, string>({ max: KEPT_BRANDS })
  return (brand) => {
    const key = JSON.stringify(brand)
    const css = kept.get(key) ?? make(brand)
    kept.set(key, css)
    return css
  }
}

/** {@link brandCss}, computed once for a brand. */
export const keptBrandCss = keeping(brandCss)

/** {@link framedBrandCss}, computed once for a brand. */
export const keptFramedBrandCss = keeping(framedBrandCss)
