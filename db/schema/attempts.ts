import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, shopId, tenantPolicy } from './columns'

/** Look-up attempts per order and per address, counted for all instances together. */
export const attempts = pgTable(
  'attempts',
  {
    shopId: shopId(),
    /** Keyed hash of what is limited: no address and no order number is kept. */
    subjectHash: text('subject_hash').notNull(),
    windowStart: instant('window_start').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.shopId, table.subjectHash, table.windowStart] }), tenantPolicy()],
)
