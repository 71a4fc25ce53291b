import { bigint, boolean, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, shopId, tenantPolicy } from './columns'

/** What can be bought of a product: a variant of it, or the product itself. An order's line finds its product here, by SKU. */
export const productItems = pgTable(
  'product_items',
  {
    shopId: shopId(),
    /** The shop's own id of the item, in whichever source told it. */
    key: text('key').notNull(),
    /** `key` of its product. */
    product: text('product').notNull(),
    /** As order lines write it. */
    sku: text('sku'),
    title: text('title').notNull(),
    url: text('url').notNull(),
    image: text('image'),
    price: bigint('price', { mode: 'number' }),
    priceBefore: bigint('price_before', { mode: 'number' }),
    currency: text('currency').notNull(),
    category: text('category'),
    tags: jsonb('tags').$type<string[]>().notNull(),
    brand: text('brand'),
    gtin: text('gtin'),
    inStock: boolean('in_stock').notNull(),
    source: text('source').notNull(),
    /** SHA-256 (base64url, first 22) of what was told: tells a change from a repetition. */
    digest: text('digest').notNull(),
    /** As of when it was told last, changed or not: older word changes nothing, and what a full feed leaves out is older than it. */
    seenAt: instant('seen_at').notNull(),
    goneAt: instant('gone_at'),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.key] }),
    index('product_items_sku').on(table.shopId, table.sku),
    index('product_items_product').on(table.shopId, table.product),
    index('product_items_source').on(table.shopId, table.source),
    tenantPolicy(),
  ],
)
