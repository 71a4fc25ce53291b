import { integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, instant, shopId, tenantPolicy } from './columns'
import type { SealedSecret } from './endpoints'

/** Where a shop's products are fetched from, and how often. */
export const productFeeds = pgTable(
  'product_feeds',
  {
    shopId: shopId(),
    id: uuid('id').notNull(),
    /** As the shop calls it; `source` of what it tells. */
    name: text('name').notNull(),
    kind: text('kind').$type<'google' | 'shopify' | 'woocommerce'>().notNull(),
    url: text('url').notNull(),
    settings: jsonb('settings').$type<{ currency: string | null; sku: 'id' | 'mpn' | 'gtin' }>().notNull(),
    /** Name and password for Basic authentication; null: none is needed. */
    credentials: jsonb('credentials').$type<SealedSecret>(),
    everyMinutes: integer('every_minutes').notNull(),
    /** What the last complete reading was answered with, for conditional requests. */
    etag: text('etag'),
    lastModified: text('last_modified'),
    /** When it was last read from beginning to end. */
    fetchedAt: instant('fetched_at'),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.id] }),
    unique('product_feeds_name').on(table.shopId, table.name),
    tenantPolicy(),
  ],
)
