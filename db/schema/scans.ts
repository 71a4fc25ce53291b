import { foreignKey, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { RecordedScan, RecordedStatement } from '@/lib/parcels/projection'
import { createdAt, shopId, tenantPolicy } from './columns'
import { shipments } from './shipments'

const key = () => ({
  shopId: shopId(),
  shipmentId: uuid('shipment_id').notNull(),
  /** SHA-256 of the content: the same fact told again is the same row. */
  fingerprint: text('fingerprint').notNull(),
  /** The delivery that told it first. */
  inboxId: uuid('inbox_id').notNull(),
  createdAt: createdAt(),
})

/** Physical scans, append-only, raw text and codes kept inside. */
export const scans = pgTable(
  'scans',
  { ...key(), scan: jsonb('scan').$type<RecordedScan>().notNull() },
  (table) => [
    primaryKey({ columns: [table.shopId, table.shipmentId, table.fingerprint] }),
    foreignKey({
      columns: [table.shopId, table.shipmentId],
      foreignColumns: [shipments.shopId, shipments.id],
    }),
    tenantPolicy(),
  ],
)

/** What providers said of a whole parcel, append-only: summaries, windows, pickup places. */
export const statements = pgTable(
  'statements',
  { ...key(), statement: jsonb('statement').$type<RecordedStatement>().notNull() },
  (table) => [
    primaryKey({ columns: [table.shopId, table.shipmentId, table.fingerprint] }),
    foreignKey({
      columns: [table.shopId, table.shipmentId],
      foreignColumns: [shipments.shopId, shipments.id],
    }),
    tenantPolicy(),
  ],
)
