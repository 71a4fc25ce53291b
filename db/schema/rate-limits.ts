import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, shopId, tenantPolicy } from './columns'

/** How much of its quota a client has used, for all instances together: one instant says it all (GCRA). */
export const rateLimits = pgTable(
  'rate_limits',
  {
    shopId: shopId(),
    /** Keyed hash of the policy and the client. */
    subjectHash: text('subject_hash').notNull(),
    /** When the whole quota is there again. */
    fullAt: instant('full_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.shopId, table.subjectHash] }), tenantPolicy()],
)
