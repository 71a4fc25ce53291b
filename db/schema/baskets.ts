import { sql } from 'drizzle-orm'
import { boolean, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { shopId, tenantPolicy } from './columns'

/**
 * What each order has brought into the counts of `product_sales` and `product_pairs`. No reference to the order: what it brought
 * must be known when it is gone, so that it can be taken out again.
 */
export const baskets = pgTable(
  'baskets',
  {
    shopId: shopId(),
    orderId: uuid('order_id').notNull(),
    /** Keys of its products, sorted, each once; what is counted of it now. */
    products: text('products').array().notNull(),
    /** Whoever bought it was erased: nothing of it counts. */
    leftOut: boolean('left_out').notNull(),
    /** What it is made of may have changed since it was counted. */
    due: boolean('due').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.orderId] }),
    index('baskets_due').on(table.shopId, table.orderId).where(sql`due`),
    tenantPolicy(),
  ],
)
