import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, shopId, tenantPolicy } from './columns'

/** What a link allows: `view` shows, `act` also changes. */
export type TokenScope = 'view' | 'act'

/** Public links, by the SHA-256 of their secret part. */
export const tokens = pgTable(
  'tokens',
  {
    shopId: shopId(),
    tokenHash: text('token_hash').notNull(),
    purpose: text('purpose').notNull(),
    subject: uuid('subject').notNull(),
    scope: text('scope').$type<TokenScope>().notNull(),
    generation: integer('generation').notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.shopId, table.tokenHash] }), tenantPolicy()],
)
