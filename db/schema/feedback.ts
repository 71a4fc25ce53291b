import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Locale } from '@/lib/i18n/locales'
import { createdAt, shopId, tenantPolicy } from './columns'
import { orders } from './orders'

/** How it was, in the shopper's own words: one answer an order. */
export const feedback = pgTable(
  'feedback',
  {
    shopId: shopId(),
    orderId: uuid('order_id').notNull(),
    /** `stars`: 1 to 5; `nps`: 0 to 10. */
    kind: text('kind').$type<'stars' | 'nps'>().notNull(),
    value: integer('value').notNull(),
    /** Null: none, or erased. */
    comment: text('comment'),
    /** The language that it was asked in. */
    locale: text('locale').$type<Locale>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.orderId] }),
    foreignKey({
      columns: [table.shopId, table.orderId],
      foreignColumns: [orders.shopId, orders.id],
    }).onDelete('cascade'),
    index('feedback_newest').on(table.shopId, table.createdAt, table.orderId),
    tenantPolicy(),
  ],
)
