import {
  bigint,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, instant, shopId, tenantPolicy } from './columns'
import { returns } from './returns'

/** Money, credit or goods that a return owes; the unique occurrence makes twice impossible. */
export const returnPayments = pgTable(
  'return_payments',
  {
    shopId: shopId(),
    id: uuid('id').notNull(),
    returnId: uuid('return_id').notNull(),
    /** `exchange`: the new item's order; `charge`: what the shopper pays. */
    kind: text('kind').$type<'refund' | 'credit' | 'exchange' | 'charge'>().notNull(),
    /** Which of the return's: `1`, or the order's id where each order is refunded by itself. */
    occurrence: text('occurrence').notNull(),
    orderId: uuid('order_id').notNull(),
    /** Minor units. */
    amount: bigint('amount', { mode: 'number' }).notNull(),
    currency: text('currency').notNull(),
    /** Item keys and what each is given; see the backends. */
    details: jsonb('details').$type<Record<string, unknown>>().notNull(),
    /**
     * `asked`: the backend was called, its answer isn't known (a crash: ask what became of it before anything else);
     * `waiting`: it answers later; `sent`: the money is on its way; `failed`: a person has to look;
     * `withdrawn`: it is owed no longer, and somebody may have done it all the same.
     */
    state: text('state').$type<'due' | 'asked' | 'waiting' | 'sent' | 'failed' | 'withdrawn'>().notNull(),
    backend: text('backend').notNull(),
    /** The backend's own id of it. */
    reference: text('reference'),
    /** What the shopper is told: a card's last digits are never kept, a credit's code is sealed. */
    sealedCode: text('sealed_code'),
    error: text('error'),
    tries: integer('tries').notNull(),
    sentAt: instant('sent_at'),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.id] }),
    unique('return_payments_once').on(table.shopId, table.returnId, table.kind, table.occurrence),
    foreignKey({
      columns: [table.shopId, table.returnId],
      foreignColumns: [returns.shopId, returns.id],
    }).onDelete('cascade'),
    index('return_payments_order').on(table.shopId, table.orderId),
    tenantPolicy(),
  ],
)
