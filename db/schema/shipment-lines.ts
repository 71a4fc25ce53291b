import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { shopId, tenantPolicy } from './columns'
import { orderLines } from './order-lines'
import { shipments } from './shipments'

/** Which lines, and how many of each, are in a parcel. */
export const shipmentLines = pgTable(
  'shipment_lines',
  {
    shopId: shopId(),
    shipmentId: uuid('shipment_id').notNull(),
    orderId: uuid('order_id').notNull(),
    lineId: text('line_id').notNull(),
    quantity: integer('quantity').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.shipmentId, table.orderId, table.lineId] }),
    foreignKey({
      columns: [table.shopId, table.shipmentId],
      foreignColumns: [shipments.shopId, shipments.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [table.shopId, table.orderId, table.lineId],
      foreignColumns: [orderLines.shopId, orderLines.orderId, orderLines.id],
    }).onDelete('cascade'),
    // A line that leaves its order is looked for here.
    index('shipment_lines_line').on(table.shopId, table.orderId, table.lineId),
    tenantPolicy(),
  ],
)
