import { pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, instant, shopId, tenantPolicy } from './columns'

/** A merchant's key: only its SHA-256 is kept. */
export const apiKeys = pgTable(
  'api_keys',
  {
    shopId: shopId(),
    id: uuid('id').notNull(),
    keyHash: text('key_hash').notNull(),
    label: text('label').notNull(),
    /** `warehouse` may check returns in, nothing else. */
    role: text('role').$type<'merchant' | 'warehouse'>().notNull(),
    createdAt: createdAt(),
    revokedAt: instant('revoked_at'),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.id] }),
    unique('api_keys_hash').on(table.shopId, table.keyHash),
    tenantPolicy(),
  ],
)
