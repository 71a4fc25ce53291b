import { boolean, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { createdAt, shopId, tenantPolicy } from './columns'

/** A webhook secret at rest: AES-256-GCM, the id of the key that sealed it in the row. */
export type SealedSecret = { keyId: string; sealed: string; addedAt: string }

/** A webhook address of a shop: one provider, several valid secrets while they rotate. */
export const endpoints = pgTable(
  'endpoints',
  {
    shopId: shopId(),
    id: text('id').notNull(),
    provider: text('provider').notNull(),
    secrets: jsonb('secrets').$type<SealedSecret[]>().notNull(),
    settings: jsonb('settings').$type<Record<string, unknown>>().notNull(),
    enabled: boolean('enabled').notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.shopId, table.id] }), tenantPolicy()],
)
