import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Policy } from '@/lib/returns/policy/schema'
import { createdAt, instant, shopId, tenantPolicy } from './columns'

/** A shop's return policies: documents are never changed, a change is a new version. */
export const returnPolicies = pgTable(
  'return_policies',
  {
    shopId: shopId(),
    version: integer('version').notNull(),
    document: jsonb('document').$type<Policy>().notNull(),
    /** Who wrote it, for the merchant. */
    note: text('note'),
    createdAt: createdAt(),
    /** From when it holds; null: a draft. The newest that holds is the policy. */
    activeSince: instant('active_since'),
  },
  (table) => [primaryKey({ columns: [table.shopId, table.version] }), tenantPolicy()],
)
