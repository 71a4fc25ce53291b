import {
  bigint,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { shopId, tenantPolicy } from './columns'
import { orders } from './orders'

/** What was bought; amounts in minor units of the order's currency, tax included. */
export const orderLines = pgTable(
  'order_lines',
  {
    shopId: shopId(),
    orderId: uuid('order_id').notNull(),
    /** The shop's own id of the line. */
    id: text('id').notNull(),
    position: integer('position').notNull(),
    sku: text('sku'),
    title: text('title').notNull(),
    variant: text('variant'),
    quantity: integer('quantity').notNull(),
    unitPrice: bigint('unit_price', { mode: 'number' }).notNull(),
    discount: bigint('discount', { mode: 'number' }).notNull(),
    taxRate: doublePrecision('tax_rate'),
    /** The shop's own address of the picture; pages show our copy (`media`). */
    image: text('image'),
    /** Under which our copy of that picture is kept. */
    mediaId: text('media_id'),
    url: text('url'),
    category: text('category'),
    vendor: text('vendor'),
    /** Variants of one product share it: what an exchange offers. */
    product: text('product'),
    tags: jsonb('tags').$type<string[]>().notNull(),
    options: jsonb('options').$type<Record<string, string>>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.orderId, table.id] }),
    foreignKey({
      columns: [table.shopId, table.orderId],
      foreignColumns: [orders.shopId, orders.id],
    }).onDelete('cascade'),
    index('order_lines_media').on(table.shopId, table.mediaId),
    tenantPolicy(),
  ],
)
