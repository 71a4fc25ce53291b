import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { bytes, createdAt, instant, shopId, tenantPolicy } from './columns'

/** Our copy of a shop's picture: fetched once, resized, served by us. */
export const media = pgTable(
  'media',
  {
    shopId: shopId(),
    /** SHA-256 (hex, first 32) of the source address. */
    id: text('id').notNull(),
    sourceUrl: text('source_url').notNull(),
    state: text('state').$type<'due' | 'ready' | 'refused'>().notNull(),
    error: text('error'),
    content: bytes('content'),
    width: integer('width'),
    height: integer('height'),
    createdAt: createdAt(),
    fetchedAt: instant('fetched_at'),
  },
  (table) => [primaryKey({ columns: [table.shopId, table.id] }), tenantPolicy()],
)
