import { boolean, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { ReturnDecision } from '@/lib/returns/policy/decision'
import type { Quote } from '@/lib/returns/quote'
import type { ChosenMethod } from '@/lib/returns/return'
import type { Actor, ExchangeShipping, Ground, RefundTrigger, ReturnState } from '@/lib/returns/vocabulary'
import { createdAt, instant, shopId, tenantPolicy } from './columns'

/** A return as it was asked for, and where it stands. */
export const returns = pgTable(
  'returns',
  {
    shopId: shopId(),
    id: uuid('id').notNull(),
    /** As people read and say it, e.g. `R7K2-M4QX`. */
    number: text('number').notNull(),
    numberKey: text('number_key').notNull(),
    ground: text('ground').$type<Ground>().notNull(),
    state: text('state').$type<ReturnState>().notNull(),
    /** Rises with every change: optimistic concurrency. */
    version: integer('version').notNull(),
    gift: boolean('gift').notNull(),
    /** A keyed hash of the e-mail address; null: nobody known. */
    customerKey: text('customer_key'),
    /** Where a gift's receiver can be written to; otherwise the order's address. */
    email: text('email'),
    locale: text('locale').notNull(),
    currency: text('currency').notNull(),
    method: jsonb('method').$type<ChosenMethod>().notNull(),
    destination: text('destination').notNull(),
    /** As shown and confirmed. */
    quote: jsonb('quote').$type<Quote>().notNull(),
    policyVersion: integer('policy_version').notNull(),
    decision: jsonb('decision').$type<ReturnDecision>().notNull(),
    refundTrigger: text('refund_trigger').$type<RefundTrigger>().notNull(),
    shipExchange: text('ship_exchange').$type<ExchangeShipping>().notNull(),
    requestedBy: text('requested_by').$type<Actor>().notNull(),
    /** The last day on which the label can be handed in, at the day's end; null: there is none. */
    labelExpiresAt: instant('label_expires_at'),
    /** What the clocks count from: the first scan of a box, or its arrival where none was scanned. */
    sentAt: instant('sent_at'),
    receivedAt: instant('received_at'),
    checkedAt: instant('checked_at'),
    settledAt: instant('settled_at'),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.id] }),
    unique('returns_number').on(table.shopId, table.numberKey),
    index('returns_newest').on(table.shopId, table.createdAt),
    index('returns_customer').on(table.shopId, table.customerKey),
    tenantPolicy(),
  ],
)
