import { index, integer, jsonb, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import type { Draft } from '@/lib/returns/draft'
import { createdAt, instant, shopId, tenantPolicy } from './columns'

/** What a shopper has chosen so far; opened by a token of its own, gone after a while. */
export const returnDrafts = pgTable(
  'return_drafts',
  {
    shopId: shopId(),
    id: uuid('id').notNull(),
    draft: jsonb('draft').$type<Draft>().notNull(),
    /** Rises with every change; two tabs don't overwrite each other. */
    version: integer('version').notNull(),
    /** The return that it became. */
    returnId: uuid('return_id'),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.id] }),
    index('return_drafts_expiry').on(table.shopId, table.expiresAt),
    tenantPolicy(),
  ],
)
