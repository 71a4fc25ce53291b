import { integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, instant, shopId, tenantPolicy } from './columns'

/** What the outside must learn, written with the projection; the unique key makes a replay silent. */
export const outbox = pgTable(
  'outbox',
  {
    shopId: shopId(),
    id: uuid('id').notNull(),
    subjectType: text('subject_type').notNull(),
    subject: uuid('subject').notNull(),
    milestone: text('milestone').notNull(),
    occurrence: text('occurrence').notNull(),
    channel: text('channel').notNull(),
    target: text('target').notNull(),
    payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
    /** `overtaken`: the parcel was already further when this became known, nobody is told. */
    state: text('state').$type<'due' | 'overtaken' | 'sent' | 'failed'>().notNull(),
    tries: integer('tries').notNull(),
    /** Why the last try failed, for the merchant. */
    error: text('error'),
    sentAt: instant('sent_at'),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.id] }),
    unique('outbox_once').on(
      table.shopId,
      table.subjectType,
      table.subject,
      table.milestone,
      table.occurrence,
      table.channel,
      table.target,
    ),
    tenantPolicy(),
  ],
)
