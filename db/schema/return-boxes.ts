import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { LabelState, StoredLabel } from '@/lib/returns/return'
import { createdAt, instant, shopId, tenantPolicy } from './columns'
import { returns } from './returns'
import { shipments } from './shipments'

/** A box of a return, and the parcel that it travels as. */
export const returnBoxes = pgTable(
  'return_boxes',
  {
    shopId: shopId(),
    returnId: uuid('return_id').notNull(),
    /** From 1. */
    box: integer('box').notNull(),
    /** The inbound parcel; null: no number yet. */
    shipmentId: uuid('shipment_id'),
    carrier: text('carrier'),
    number: text('number'),
    labelState: text('label_state').$type<LabelState>().notNull(),
    label: jsonb('label').$type<StoredLabel>(),
    /** Why the last try to get a label failed, for the merchant. */
    labelError: text('label_error'),
    labelTries: integer('label_tries').notNull(),
    issuedAt: instant('issued_at'),
    voidedAt: instant('voided_at'),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.returnId, table.box] }),
    foreignKey({
      columns: [table.shopId, table.returnId],
      foreignColumns: [returns.shopId, returns.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [table.shopId, table.shipmentId],
      foreignColumns: [shipments.shopId, shipments.id],
    }),
    index('return_boxes_shipment').on(table.shopId, table.shipmentId),
    tenantPolicy(),
  ],
)
