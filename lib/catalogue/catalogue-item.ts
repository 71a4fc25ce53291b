import { z } from 'zod'

const text = (max: number) => z.string().trim().min(1).max(max)
const amount = z.int().min(0).max(Number.MAX_SAFE_INTEGER)
const webAddress = z.url({ protocol: /^https?$/, error: 'is no web address' }).max(2048)

/** What is told of an item, whoever tells it. */
export const itemFields = {
  /** The shop's own id of the item: a variant, or a product without any. */
  key: text(200),
  /** Its product's id: the variants of one product share it. */
  product: text(200),
  /** As the lines of orders write it. */
  sku: text(200).nullable(),
  title: text(500),
  url: webAddress,
  image: webAddress.nullable(),
  /** Minor units of `currency`, tax included. */
  price: amount.nullable(),
  /** What it cost before; more than `price`. */
  priceBefore: amount.nullable(),
  currency: z.string().regex(/^[A-Z]{3}$/, 'is no currency code like EUR'),
  category: text(750).nullable(),
  tags: z.array(text(200)).max(100),
  brand: text(200).nullable(),
  gtin: text(100).nullable(),
  inStock: z.boolean(),
} as const

const itemSchema = z.strictObject(itemFields)

/** One thing that can be bought, in the one shape that every source is read into. */
export type CatalogueItem = z.infer<typeof itemSchema>

const GARBLED = '\ufffd'

const isGarbled = (value: unknown): boolean =>
  Array.isArray(value) ? value.some(isGarbled) : typeof value === 'string' && value.includes(GARBLED)

/** An item as a source tells it; what can't be used is named by its field. */
export function checkItem(
  told: Readonly<Record<keyof CatalogueItem, unknown>>,
): { item: CatalogueItem } | { why: string } {
  const parsed = itemSchema.safeParse(told)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { why: `${issue?.path.join('/') ?? 'it'}: ${issue?.message ?? 'can’t be used'}` }
  }
  const garbled = Object.entries(parsed.data).find(([, value]) => isGarbled(value))
  return garbled ? { why: `${garbled[0]}: has bytes that its encoding doesn’t know` } : { item: parsed.data }
}
