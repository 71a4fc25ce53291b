import { foreignKey, index, integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { shopId, tenantPolicy } from './columns'
import { orders } from './orders'
import { shipments } from './shipments'

/** Which parcels belong to an order; two orders may share one box. */
export const orderParcels = pgTable(
  'order_parcels',
  {
    shopId: shopId(),
    orderId: uuid('order_id').notNull(),
    shipmentId: uuid('shipment_id').notNull(),
    /** The order in which the shop named them. */
    position: integer('position').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shopId, table.orderId, table.shipmentId] }),
    foreignKey({
      columns: [table.shopId, table.orderId],
      foreignColumns: [orders.shopId, orders.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [table.shopId, table.shipmentId],
      foreignColumns: [shipments.shopId, shipments.id],
    }),
    index('order_parcels_shipment').on(table.shopId, table.shipmentId),
    tenantPolicy(),
  ],
)
