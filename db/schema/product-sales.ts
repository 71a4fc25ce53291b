import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { shopId, tenantPolicy } from './columns'

/** In how many orders a product is. */
export const productSales = pgTable(
  'product_sales',
  {
    shopId: shopId(),
    /** `key` of the catalogue, or what the order's line calls it where no catalogue knows it. */
    product: text('product').notNull(),
    orders: integer('orders').notNull(),
    /** The catalogue's, when it was counted last. */
    category: text('category'),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.product] }),
    index('product_sales_best').on(table.shopId, table.orders, table.product),
    index('product_sales_category').on(table.shopId, table.category, table.orders, table.product),
    tenantPolicy(),
  ],
)
