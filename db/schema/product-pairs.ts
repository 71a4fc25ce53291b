import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { shopId, tenantPolicy } from './columns'

/** In how many orders two products are together; each pair stands in both directions, so that either finds the other. */
export const productPairs = pgTable(
  'product_pairs',
  {
    shopId: shopId(),
    product: text('product').notNull(),
    other: text('other').notNull(),
    orders: integer('orders').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.product, table.other] }),
    index('product_pairs_best').on(table.shopId, table.product, table.orders, table.other),
    tenantPolicy(),
  ],
)
