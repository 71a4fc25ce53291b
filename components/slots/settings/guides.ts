import { z } from 'zod'
import type { SlotItem } from '@/lib/slots/slot-data'
import { text } from './text'
import { webAddress } from './web-address'

const words = (longest: number) => z.string().trim().min(1).max(longest)
const names = z.array(words(120)).max(200).default([])

/** Words for what was bought; shown where any of the three names a line. */
export const guideSchema = z.strictObject({
  skus: names,
  categories: names,
  tags: names,
  title: words(80),
  text: text(1200),
  /** A manual, a size chart, a film. */
  link: webAddress.nullable().default(null),
})
export type Guide = z.output<typeof guideSchema>

/** Upper and lower case are the same, as in targeting. */
const folded = (text: string): string => text.trim().toLowerCase()

const has = (named: readonly string[], words: readonly (string | null)[]): boolean => {
  const wanted = new Set(named.map(folded))
  return words.some((word) => word !== null && wanted.has(folded(word)))
}

const fits = (guide: Guide, { sku, category, tags }: SlotItem): boolean =>
  has(guide.skus, [sku]) || has(guide.categories, [category]) || has(guide.tags, tags)

/** Those that fit something bought, in the merchant's order. */
export const guidesFor = (guides: readonly Guide[], items: readonly SlotItem[]): Guide[] =>
  guides.filter((guide) => items.some((item) => fits(guide, item)))
