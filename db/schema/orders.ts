import { index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { DeliveryAddress, OrderDiscount, OrderShipping } from '@/lib/orders/order'
import { createdAt, instant, shopId, tenantPolicy } from './columns'

/** An order as the shop told it. */
export const orders = pgTable(
  'orders',
  {
    shopId: shopId(),
    id: uuid('id').notNull(),
    /** As the shop writes it. */
    number: text('number').notNull(),
    /** Upper case without spaces: what a look-up compares. */
    numberKey: text('number_key').notNull(),
    placedAt: instant('placed_at').notNull(),
    locale: text('locale'),
    currency: text('currency').notNull(),
    customerName: text('customer_name'),
    customerEmail: text('customer_email'),
    customerPhone: text('customer_phone'),
    deliveryAddress: jsonb('delivery_address').$type<DeliveryAddress>(),
    shipping: jsonb('shipping').$type<OrderShipping>(),
    discounts: jsonb('discounts').$type<OrderDiscount[]>().notNull(),
    sourceToken: text('source_token'),
    tags: jsonb('tags').$type<string[]>().notNull(),
    /** Where it was bought: `web`, `pos`, a marketplace. */
    channel: text('channel'),
    customerTags: jsonb('customer_tags').$type<string[]>().notNull(),
    /** A keyed hash of the e-mail address: finds a customer's other orders and returns. */
    customerKey: text('customer_key'),
    /** Rises with every change of the order or of one of its shipments. */
    version: integer('version').notNull(),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.id] }),
    unique('orders_number').on(table.shopId, table.numberKey),
    index('orders_customer').on(table.shopId, table.customerKey),
    tenantPolicy(),
  ],
)
