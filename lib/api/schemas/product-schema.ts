import { z } from 'zod'
import { FEED_KINDS } from '@/lib/catalogue/feed-body'
import { NAMED_REFUSALS } from '@/lib/catalogue/import-report'

const count = z.int().min(0)

/** What a write of products came to. */
export const writtenProductsSchema = z
  .strictObject({
    new: count,
    changed: count,
    unchanged: count.describe('Told again as they were.'),
  })
  .meta({ id: 'WrittenProducts' })

const productSchema = z
  .strictObject({
    id: z.string().describe('The shop’s own id of the product.'),
    title: z.string(),
    url: z.string(),
    image: z.string().nullable(),
    price: z.int().nullable().describe('Minor units of `currency`, of the cheapest variant that can be had.'),
    priceBefore: z.int().nullable(),
    currency: z.string(),
    category: z.string().nullable(),
    tags: z.array(z.string()),
    brand: z.string().nullable(),
    inStock: z.boolean().describe('One of its variants can be had.'),
    picked: z.int().nullable().describe('Its place in the hand-picked list; null: not in it.'),
    source: z.string().describe('Who told it last: `api`, `file`, or a feed’s name.'),
    goneAt: z.iso.datetime().nullable().describe('Since when nobody tells it any more; null: it is sold.'),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Product' })

/** A page of products. */
export const productListSchema = z
  .strictObject({
    products: z.array(productSchema).describe('By id.'),
    next: z.string().nullable().describe('The `after` of the next page; null: this is the last one.'),
  })
  .meta({ id: 'ProductList' })
export type ProductListJson = z.infer<typeof productListSchema>

/** Which products are asked for. */
export const productQuerySchema = z.strictObject({
  after: z.string().min(1).max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})

/** The shop's own choice. */
export const picksSchema = z
  .strictObject({
    products: z
      .array(z.string().min(1).max(200))
      .max(100)
      .refine((keys) => new Set(keys).size === keys.length, 'names a product twice')
      .describe('The products’ ids, the first choice first.'),
  })
  .meta({ id: 'Picks' })

/** Where products are fetched from. */
export const feedSchema = z
  .strictObject({
    name: z.string(),
    kind: z.enum(FEED_KINDS),
    url: z.string(),
    everyMinutes: z.int(),
    currency: z.string().nullable(),
    sku: z.enum(['id', 'mpn', 'gtin']),
    hasCredentials: z.boolean(),
    fetchedAt: z.iso.datetime().nullable().describe('When it was last read from beginning to end.'),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'ProductFeed' })
export type FeedJson = z.infer<typeof feedSchema>

export const feedListSchema = z.strictObject({ feeds: z.array(feedSchema) }).meta({ id: 'ProductFeedList' })

const importSchema = z
  .strictObject({
    id: z.string(),
    source: z.string().describe('The feed’s name, or `file`.'),
    state: z
      .enum(['running', 'done', 'unchanged', 'failed'])
      .describe('`unchanged`: the feed’s host said so. `failed`: nothing counts as left out.'),
    error: z.string().nullable(),
    read: count.describe('Items: variants, and products without any.'),
    new: count,
    changed: count,
    unchanged: count,
    gone: count.describe('Left out by a feed that was read to its end.'),
    refused: count,
    refusals: z
      .array(
        z.strictObject({
          place: z.string().describe('`line 12`, `page 3, product 7`: as the source counts.'),
          id: z.string().nullable(),
          why: z.string(),
        }),
      )
      .describe(`The first ${NAMED_REFUSALS}.`),
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ProductImport' })

/** What imports came to. */
export const importListSchema = z
  .strictObject({ imports: z.array(importSchema).describe('The newest first; 20 of each source are kept.') })
  .meta({ id: 'ProductImportList' })
export type ImportListJson = z.infer<typeof importListSchema>

/** Which imports are asked for. */
export const importQuerySchema = z.strictObject({ source: z.string().min(1).max(50).optional() })
