import {
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
import { bytes, instant, shopId, tenantPolicy } from './columns'
import { endpoints } from './endpoints'

/**
 * Where a delivery stands: `unreadable` and `ignored` are kept so that a replay after a fix recovers them; an `erased` one has
 * lost its body with a person's data, what it told of movement stays.
 */
export type InboxState = 'received' | 'processed' | 'ignored' | 'unreadable' | 'failed' | 'erased'

/** Every verified delivery, byte for byte, committed before the sender gets its 2xx. */
export const inbox = pgTable(
  'inbox',
  {
    shopId: shopId(),
    id: uuid('id').notNull(),
    endpointId: text('endpoint_id').notNull(),
    provider: text('provider').notNull(),
    /** Identity of the delivery: the vendor's id and the bytes. */
    deliveryId: text('delivery_id').notNull(),
    /** Headers the adapter may read again; never a signature or a secret. */
    headers: jsonb('headers').$type<Record<string, string>>().notNull(),
    body: bytes('body').notNull(),
    state: text('state').$type<InboxState>().notNull(),
    attempts: integer('attempts').notNull(),
    error: text('error'),
    receivedAt: instant('received_at').notNull(),
    processedAt: instant('processed_at'),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.id] }),
    unique('inbox_delivery').on(table.shopId, table.endpointId, table.deliveryId),
    foreignKey({
      columns: [table.shopId, table.endpointId],
      foreignColumns: [endpoints.shopId, endpoints.id],
    }),
    index('inbox_state').on(table.shopId, table.state),
    tenantPolicy(),
  ],
)
