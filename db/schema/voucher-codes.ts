import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, shopId, tenantPolicy } from './columns'

/** Codes that a shop made beforehand; each is given once. */
export const voucherCodes = pgTable(
  'voucher_codes',
  {
    shopId: shopId(),
    /** Upper case without spaces: what tells two codes apart. */
    codeKey: text('code_key').notNull(),
    /** As the shop writes it. */
    code: text('code').notNull(),
    /** Which codes are worth the same. */
    pool: text('pool').notNull(),
    /** Whom it was given to; null: nobody yet. */
    orderId: uuid('order_id'),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.codeKey] }),
    index('voucher_codes_free').on(table.shopId, table.pool, table.orderId, table.codeKey),
    tenantPolicy(),
  ],
)
