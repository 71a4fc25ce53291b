import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, shopId, tenantPolicy } from './columns'
import { orders } from './orders'

/** Codes that lay in a parcel with a present: they open its return without prices. Only a keyed hash is kept. */
export const giftCodes = pgTable(
  'gift_codes',
  {
    shopId: shopId(),
    codeHash: text('code_hash').notNull(),
    orderId: uuid('order_id').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.codeHash] }),
    foreignKey({
      columns: [table.shopId, table.orderId],
      foreignColumns: [orders.shopId, orders.id],
    }).onDelete('cascade'),
    index('gift_codes_order').on(table.shopId, table.orderId),
    tenantPolicy(),
  ],
)
