import { jsonb, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import type { ConsentSettings } from '@/lib/consent/settings'
import { createdAt, instant, shopId, tenantPolicy } from './columns'

/** What a shop does at its checkout that a decision about its messages has to know. */
export const consentSettings = pgTable(
  'consent_settings',
  {
    shopId: shopId(),
    settings: jsonb('settings').$type<ConsentSettings>().notNull(),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.shopId] }), tenantPolicy()],
)
