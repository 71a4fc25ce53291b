import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { createdAt, shopId, tenantPolicy } from './columns'

/** The words that somebody read before they agreed, under a hash of them: kept as long as the log. */
export const consentWordings = pgTable(
  'consent_wordings',
  {
    shopId: shopId(),
    version: text('version').notNull(),
    locale: text('locale').notNull(),
    text: text('text').notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.shopId, table.version] }), tenantPolicy()],
)
