import { bigint, date, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { shopId, tenantPolicy } from './columns'

/** How often a slot was shown and clicked on a day: sums, in which nobody can be found. */
export const slotCounts = pgTable(
  'slot_counts',
  {
    shopId: shopId(),
    slot: text('slot').notNull(),
    variant: text('variant').notNull(),
    /** In the shop's zone. */
    day: date('day', { mode: 'string' }).notNull(),
    views: bigint('views', { mode: 'number' }).notNull(),
    clicks: bigint('clicks', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.shopId, table.slot, table.variant, table.day] }), tenantPolicy()],
)
