import { integer, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { shopId, tenantPolicy } from './columns'

/** How many of a shop's orders are counted; its lock lets one at a time count. */
export const basketTotals = pgTable(
  'basket_totals',
  {
    shopId: shopId(),
    orders: integer('orders').notNull(),
  },
  (table) => [primaryKey({ columns: [table.shopId] }), tenantPolicy()],
)
