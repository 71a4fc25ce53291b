import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, instant, shopId, tenantPolicy } from './columns'
import { returns } from './returns'

/** Pieces set aside for an exchange. */
export const stockHolds = pgTable(
  'stock_holds',
  {
    shopId: shopId(),
    returnId: uuid('return_id').notNull(),
    /** The return item's key. */
    key: text('key').notNull(),
    sku: text('sku').notNull(),
    quantity: integer('quantity').notNull(),
    /** `unavailable`: it is out of stock, the shopper has to choose something else. */
    state: text('state').$type<'held' | 'shipped' | 'released' | 'unavailable'>().notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.returnId, table.key] }),
    foreignKey({
      columns: [table.shopId, table.returnId],
      foreignColumns: [returns.shopId, returns.id],
    }).onDelete('cascade'),
    index('stock_holds_sku').on(table.shopId, table.sku),
    tenantPolicy(),
  ],
)
