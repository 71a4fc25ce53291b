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

const fits = ({ skus, categories, tags }: Guide, { sku, category, tags: has }: SlotItem): boolean =>
  (sku !== null && skus.includes(sku)) ||
  (category !== null && categories.includes(category)) ||
  has.some((tag) => tags.includes(tag))

/** Those that fit something bought, in the merchant's order. */
export const guidesFor = (guides: readonly Guide[], items: readonly SlotItem[]): Guide[] =>
  guides.filter((guide) => items.some((item) => fits(guide, item)))
