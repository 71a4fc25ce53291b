import { foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Wish, WishKind } from '@/lib/care/wish'
import { createdAt, shopId, tenantPolicy } from './columns'
import { orders } from './orders'

/** What shoppers wish for their delivery; the newest of an order counts. */
export const wishes = pgTable(
  'wishes',
  {
    shopId: shopId(),
    id: uuid('id').notNull(),
    orderId: uuid('order_id').notNull(),
    kind: text('kind').$type<WishKind>().notNull(),
    wish: jsonb('wish').$type<Wish>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.id] }),
    foreignKey({
      columns: [table.shopId, table.orderId],
      foreignColumns: [orders.shopId, orders.id],
    }).onDelete('cascade'),
    index('wishes_order').on(table.shopId, table.orderId, table.createdAt),
    tenantPolicy(),
  ],
)
