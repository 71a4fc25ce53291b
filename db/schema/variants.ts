import { bigint, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, shopId, tenantPolicy } from './columns'

/** What an exchange can send: the shop's variants with price and stock, as the shop last told them. */
export const variants = pgTable(
  'variants',
  {
    shopId: shopId(),
    sku: text('sku').notNull(),
    /** Variants of one product share it. */
    product: text('product').notNull(),
    title: text('title').notNull(),
    variant: text('variant'),
    options: jsonb('options').$type<Record<string, string>>().notNull(),
    category: text('category'),
    price: bigint('price', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    /** Pieces that can be sold; null: not counted. */
    stock: integer('stock'),
    image: text('image'),
    mediaId: text('media_id'),
    /** The shop platform's own id of the variant. */
    externalId: text('external_id'),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.sku] }),
    index('variants_product').on(table.shopId, table.product),
    tenantPolicy(),
  ],
)
