import { pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { Locale } from '@/lib/i18n/locales'
import { createdAt, instant, shopId, tenantPolicy } from './columns'

/** Whoever has said something about messages, so that they can be written to. */
export const recipients = pgTable(
  'recipients',
  {
    shopId: shopId(),
    /** What their link to the preferences names. */
    id: uuid('id').notNull(),
    /** A keyed hash of the e-mail address, as in the log. */
    person: text('person').notNull(),
    /** Null: erased, or never confirmed. */
    email: text('email'),
    locale: text('locale').$type<Locale>().notNull(),
    /** ISO 3166-1 alpha-2; null: not known. */
    country: text('country'),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.id] }),
    unique('recipients_person').on(table.shopId, table.person),
    tenantPolicy(),
  ],
)
