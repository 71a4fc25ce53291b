import { bigint, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { shopId, tenantPolicy } from './columns'

/** What a month's vouchers can cost at most: raised only while the rule's budget holds, in the statement that raises it. */
export const voucherBudgets = pgTable(
  'voucher_budgets',
  {
    shopId: shopId(),
    currency: text('currency').notNull(),
    /** `YYYY-MM` in the shop's zone. */
    month: text('month').notNull(),
    /** Minor units. */
    spent: bigint('spent', { mode: 'number' }).notNull(),
    grants: integer('grants').notNull(),
  },
  (table) => [primaryKey({ columns: [table.shopId, table.currency, table.month] }), tenantPolicy()],
)
