import { bigint, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { shopId, tenantPolicy } from './columns'

/** How far a shop's range of parcel numbers is used up. */
export const numberRanges = pgTable(
  'number_ranges',
  {
    shopId: shopId(),
    /** The range's name in the settings. */
    name: text('name').notNull(),
    next: bigint('next', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.shopId, table.name] }), tenantPolicy()],
)
