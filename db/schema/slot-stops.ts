import { doublePrecision, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, shopId, tenantPolicy } from './columns'

/** Wordings that did harm: nobody is given them any more. A new test has new variants. */
export const slotStops = pgTable(
  'slot_stops',
  {
    shopId: shopId(),
    slot: text('slot').notNull(),
    variant: text('variant').notNull(),
    at: instant('at').notNull(),
    /** `returns` or `complaints`. */
    harm: text('harm').notNull(),
    /** A share: how many of its orders came to harm, and how many of the others. */
    share: doublePrecision('share').notNull(),
    baseShare: doublePrecision('base_share').notNull(),
    orders: integer('orders').notNull(),
  },
  (table) => [primaryKey({ columns: [table.shopId, table.slot, table.variant] }), tenantPolicy()],
)
