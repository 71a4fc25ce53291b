import { bigint, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, instant, shopId, tenantPolicy } from './columns'
import { orders } from './orders'

/** Orders that a slot led to, by the `sourceToken` that the shop told with them. */
export const conversions = pgTable(
  'conversions',
  {
    shopId: shopId(),
    orderId: uuid('order_id').notNull(),
    slot: text('slot').notNull(),
    variant: text('variant').notNull(),
    placedAt: instant('placed_at').notNull(),
    /** What was paid for its lines; minor units of `currency`. */
    value: bigint('value', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.orderId] }),
    foreignKey({
      columns: [table.shopId, table.orderId],
      foreignColumns: [orders.shopId, orders.id],
    }).onDelete('cascade'),
    index('conversions_slot').on(table.shopId, table.slot, table.placedAt),
    tenantPolicy(),
  ],
)
