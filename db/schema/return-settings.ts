import { jsonb, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import type { ReturnSettings } from '@/lib/returns/settings'
import { createdAt, instant, shopId, tenantPolicy } from './columns'
import type { SealedSecret } from './endpoints'

/** Which services a shop's returns use; secrets sealed, by the name of what they open (`easypost`, `shopify`, `webhook`, …). */
export const returnSettings = pgTable(
  'return_settings',
  {
    shopId: shopId(),
    settings: jsonb('settings').$type<ReturnSettings>().notNull(),
    secrets: jsonb('secrets').$type<Record<string, SealedSecret>>().notNull(),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.shopId] }), tenantPolicy()],
)
