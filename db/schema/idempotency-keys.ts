import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant, shopId, tenantPolicy } from './columns'

/** A request that may be sent again, and what was answered to it. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    shopId: shopId(),
    /** Keyed hash of method, path and the client's key. */
    keyHash: text('key_hash').notNull(),
    /** Keyed hash of the body. */
    requestHash: text('request_hash').notNull(),
    /** Who runs it: a later one that took over can't be overwritten by the former. */
    attemptId: uuid('attempt_id').notNull(),
    /** After this instant a run without an answer counts as broken off. */
    runningUntil: instant('running_until').notNull(),
    /** HTTP status of the answer; null while it runs. */
    status: integer('status'),
    /** Headers and body, sealed: a new webhook's secret may be in it. */
    sealedAnswer: text('sealed_answer'),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.keyHash] }),
    index('idempotency_keys_expiry').on(table.shopId, table.expiresAt),
    tenantPolicy(),
  ],
)
