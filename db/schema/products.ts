import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, shopId, tenantPolicy } from './columns'

/**
 * What the shop sells, one row a product, as its cheapest item that can be had is told: made from `product_items`, which say
 * what can be bought of it and under which SKUs.
 */
export const products = pgTable(
  'products',
  {
    shopId: shopId(),
    id: uuid('id').notNull(),
    /** The shop's own id of the product: what items share as their group. */
    key: text('key').notNull(),
    title: text('title').notNull(),
    url: text('url').notNull(),
    /** The shop's own address of the picture; pages show our copy (`media`). */
    image: text('image'),
    /** Under which our copy is kept, once somebody was to be shown it. */
    mediaId: text('media_id'),
    /** Minor units of `currency`, tax included; null: none is named. */
    price: bigint('price', { mode: 'number' }),
    /** What it cost before; null: it isn't reduced. */
    priceBefore: bigint('price_before', { mode: 'number' }),
    currency: text('currency').notNull(),
    category: text('category'),
    tags: jsonb('tags').$type<string[]>().notNull(),
    brand: text('brand'),
    /** One of its items can be had; false for what is gone. */
    inStock: boolean('in_stock').notNull(),
    /** Its place in the shop's hand-picked list; null: not in it. No import writes it. */
    picked: integer('picked'),
    /** Who told it last: `api`, `shopify`, or a feed's name. */
    source: text('source').notNull(),
    /** Since when nobody tells it any more; null: it is sold. */
    goneAt: instant('gone_at'),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.id] }),
    unique('products_key').on(table.shopId, table.key),
    index('products_category').on(table.shopId, table.category, table.inStock),
    index('products_picked').on(table.shopId, table.picked),
    index('products_media').on(table.shopId, table.mediaId),
    tenantPolicy(),
  ],
)
