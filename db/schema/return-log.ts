import { foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Actor, ReturnState } from '@/lib/returns/vocabulary'
import { instant, shopId, tenantPolicy } from './columns'
import { returns } from './returns'

/** Everything that happened to a return, append-only. */
export const returnLog = pgTable(
  'return_log',
  {
    shopId: shopId(),
    returnId: uuid('return_id').notNull(),
    /** The return's version that it made. */
    version: integer('version').notNull(),
    at: instant('at').notNull(),
    actor: text('actor').$type<Actor>().notNull(),
    /** The key's label, or the worker's name; never a person's address. */
    actorName: text('actor_name'),
    event: text('event').notNull(),
    from: text('from_state').$type<ReturnState>(),
    to: text('to_state').$type<ReturnState>().notNull(),
    /** In the words of whoever did it. */
    reason: text('reason'),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.returnId, table.version] }),
    foreignKey({
      columns: [table.shopId, table.returnId],
      foreignColumns: [returns.shopId, returns.id],
    }).onDelete('cascade'),
    tenantPolicy(),
  ],
)
