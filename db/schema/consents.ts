import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { SentChannel } from '@/lib/consent/channel'
import type { Act, Subject } from '@/lib/consent/entry'
import type { Proof } from '@/lib/consent/proof'
import { createdAt, instant, shopId, tenantPolicy } from './columns'

/** What somebody agreed or objected to, append-only. It outlives their other data: an objection must go on being known. */
export const consents = pgTable(
  'consents',
  {
    shopId: shopId(),
    id: uuid('id').notNull(),
    /** A keyed hash of the e-mail address. */
    person: text('person').notNull(),
    at: instant('at').notNull(),
    act: text('act').$type<Act>().notNull(),
    subject: text('subject').$type<Subject>().notNull(),
    /** Null: whichever. */
    channel: text('channel').$type<SentChannel>(),
    /** Where it was said: `preferences`, `one-click`, `newsletter`, `confirmation`, or what the merchant calls it. */
    place: text('place').notNull(),
    /** Which words were read: names a row of `consent_wordings`, or the merchant's own version. */
    wording: text('wording'),
    proof: jsonb('proof').$type<Proof>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.id] }),
    index('consents_person').on(table.shopId, table.person, table.at),
    tenantPolicy(),
  ],
)
