import { jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { VoucherRule } from '@/lib/care/voucher-rule'
import { createdAt, instant, shopId, tenantPolicy } from './columns'

/** What a shop gives for a broken promise, one rule for each currency of its orders. */
export const voucherRules = pgTable(
  'voucher_rules',
  {
    shopId: shopId(),
    currency: text('currency').notNull(),
    rule: jsonb('rule').$type<VoucherRule>().notNull(),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.shopId, table.currency] }), tenantPolicy()],
)
