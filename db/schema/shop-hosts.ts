import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { createdAt, instant, shopId, tenantPolicy } from './columns'

/** A merchant's own (sub)domain; it serves once `verified_at` is set. */
export const shopHosts = pgTable(
  'shop_hosts',
  {
    shopId: shopId(),
    host: text('host').notNull(),
    verifiedAt: instant('verified_at'),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.shopId, table.host] }), tenantPolicy()],
)
