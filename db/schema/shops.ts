import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { ShopSettings } from '@/lib/shops/shop'
import { createdAt, shopId, tenantPolicy } from './columns'

/** A shop and how it presents itself. */
export const shops = pgTable(
  'shops',
  {
    shopId: shopId(),
    slug: text('slug').notNull(),
    key: text('key').notNull(),
    settings: jsonb('settings').$type<ShopSettings>().notNull(),
    version: integer('version').notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.shopId] }), tenantPolicy()],
)
