import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns'

// The named exceptions to shop-first keys: they answer "whose is this?" and hold ids, hashes and due times only.

/** Address segment or token prefix → shop. */
export const lookupShops = pgTable('lookup_shops', {
  slug: text('slug').primaryKey(),
  key: text('key').notNull().unique(),
  shopId: uuid('shop_id').notNull().unique(),
})

/** The merchant's own host → shop. */
export const lookupHosts = pgTable('lookup_hosts', {
  host: text('host').primaryKey(),
  shopId: uuid('shop_id').notNull(),
})

/** Webhook address → shop. */
export const lookupEndpoints = pgTable('lookup_endpoints', {
  endpointId: text('endpoint_id').primaryKey(),
  shopId: uuid('shop_id').notNull(),
})

/** SHA-256 of a merchant's key → shop. */
export const lookupApiKeys = pgTable('lookup_api_keys', {
  keyHash: text('key_hash').primaryKey(),
  shopId: uuid('shop_id').notNull(),
})

/** Work that is due: what a crash leaves behind, the sweeper finds here. */
export const workReady = pgTable(
  'work_ready',
  {
    id: uuid('id').primaryKey(),
    shopId: uuid('shop_id').notNull(),
    kind: text('kind').$type<WorkKind>().notNull(),
    subject: text('subject').notNull(),
    dueAt: instant('due_at').notNull(),
    attempts: integer('attempts').notNull(),
  },
  (table) => [index('work_ready_due').on(table.dueAt)],
)

export type WorkKind =
  | 'basket'
  | 'care'
  | 'feed'
  | 'inbox'
  | 'label'
  | 'media'
  | 'message'
  | 'payment'
  | 'return'
