import { foreignKey, index, jsonb, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import type { DeliveryAddress } from '@/lib/orders/order'
import { createdAt, shopId, tenantPolicy } from './columns'
import { orders } from './orders'

/** Addresses as shoppers corrected them; the newest of an order counts. The order's own stays as the shop told it. */
export const addressFixes = pgTable(
  'address_fixes',
  {
    shopId: shopId(),
    id: uuid('id').notNull(),
    orderId: uuid('order_id').notNull(),
    /** What the shop had told; null: nothing. */
    previous: jsonb('previous').$type<DeliveryAddress>(),
    address: jsonb('address').$type<DeliveryAddress>().notNull(),
    /** The problems that stood when it was corrected: a new one asks again. */
    problems: jsonb('problems').$type<string[]>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.id] }),
    foreignKey({
      columns: [table.shopId, table.orderId],
      foreignColumns: [orders.shopId, orders.id],
    }).onDelete('cascade'),
    index('address_fixes_order').on(table.shopId, table.orderId, table.createdAt),
    tenantPolicy(),
  ],
)
