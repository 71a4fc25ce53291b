import { and, desc, eq, inArray } from 'drizzle-orm'
import { inbox, orderParcels, orders, scans, shipments, statements } from '@/db/schema'
import type { InboxState } from '@/db/schema/inbox'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { MovementRow } from './read-movement'

export type ShipmentWithInbox = MovementRow & {
  generation: number
  /** Numbers of the orders that it belongs to. */
  orders: string[]
  /** The deliveries that told of it, newest first. */
  inbox: {
    id: string
    provider: string
    state: InboxState
    attempts: number
    error: string | null
    receivedAt: Date
    processedAt: Date | null
  }[]
}

/** One parcel as its merchant may see it: the newest generation of a carrier's number with its deliveries. */
export async function findShipmentWithInbox(
  tx: ShopTx,
  shopId: ShopId,
  carrier: string,
  numberKey: string,
): Promise<ShipmentWithInbox | null> {
  const [row] = await tx
    .select()
    .from(shipments)
    .where(
      and(eq(shipments.shopId, shopId), eq(shipments.numberKey, numberKey), eq(shipments.carrier, carrier)),
    )
    .orderBy(desc(shipments.generation))
    .limit(1)
  if (!row) return null
  const ofShipment = <T extends typeof scans | typeof statements>(table: T) =>
    and(eq(table.shopId, shopId), eq(table.shipmentId, row.id))
  const told = tx
    .select({ id: scans.inboxId })
    .from(scans)
    .where(ofShipment(scans))
    .union(tx.select({ id: statements.inboxId }).from(statements).where(ofShipment(statements)))
  const [deliveries, belongsTo] = await Promise.all([
    tx
      .select({
        id: inbox.id,
        provider: inbox.provider,
        state: inbox.state,
        attempts: inbox.attempts,
        error: inbox.error,
        receivedAt: inbox.receivedAt,
        processedAt: inbox.processedAt,
      })
      .from(inbox)
      .where(and(eq(inbox.shopId, shopId), inArray(inbox.id, told)))
      .orderBy(desc(inbox.receivedAt))
      .limit(50),
    tx
      .select({ number: orders.number })
      .from(orderParcels)
      .innerJoin(orders, and(eq(orders.shopId, orderParcels.shopId), eq(orders.id, orderParcels.orderId)))
      .where(and(eq(orderParcels.shopId, shopId), eq(orderParcels.shipmentId, row.id))),
  ])
  return { ...row, orders: belongsTo.map(({ number }) => number), inbox: deliveries }
}
