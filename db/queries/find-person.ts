import { and, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm'
import { inbox, orderParcels, orders, returnBoxes, scans, shipments, statements } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { findPersonsReturns } from './find-persons-returns'

/** Whose data: everything of an e-mail address, or one order. */
export type PersonSubject = { email: string } | { numberKey: string }

export type PersonFound = {
  orders: (typeof orders.$inferSelect)[]
  shipmentIds: string[]
  /** Deliveries whose bodies tell of the shipments or name the address; `pending`: not read yet. */
  deliveries: { id: string; pending: boolean }[]
}

/** A shorter number stands in many bodies by chance. */
const MIN_TELLING_NUMBER = 8

const ofSubject = (subject: PersonSubject) =>
  'email' in subject
    ? sql`lower(${orders.customerEmail}) = lower(${subject.email})`
    : eq(orders.numberKey, subject.numberKey)

/** Bytes compared as ASCII, so that a body in whatever encoding is no error. */
const bodyNames = (text: string) =>
  sql`position(lower(encode(convert_to(${text}, 'UTF8'), 'escape')) in lower(encode(${inbox.body}, 'escape'))) > 0`

/** Parcels of orders, and those that returns travel as. */
async function parcelsOf(
  tx: ShopTx,
  shopId: ShopId,
  orderIds: readonly string[],
  returnIds: readonly string[],
): Promise<Pick<typeof shipments.$inferSelect, 'id' | 'number' | 'numberKey'>[]> {
  const ids: SQL[] = []
  if (orderIds.length > 0)
    ids.push(
      inArray(
        shipments.id,
        tx
          .select({ id: orderParcels.shipmentId })
          .from(orderParcels)
          .where(and(eq(orderParcels.shopId, shopId), inArray(orderParcels.orderId, [...orderIds]))),
      ),
    )
  if (returnIds.length > 0)
    ids.push(
      inArray(
        shipments.id,
        tx
          .select({ id: returnBoxes.shipmentId })
          .from(returnBoxes)
          .where(and(eq(returnBoxes.shopId, shopId), inArray(returnBoxes.returnId, [...returnIds]))),
      ),
    )
  if (ids.length === 0) return []
  return tx
    .select({ id: shipments.id, number: shipments.number, numberKey: shipments.numberKey })
    .from(shipments)
    .where(and(eq(shipments.shopId, shopId), or(...ids)))
}

/** Where a person's data lies in a shop. Reads every body of the shop's inbox: made for the rare day, not for a page. */
export async function findPerson(tx: ShopTx, shopId: ShopId, subject: PersonSubject): Promise<PersonFound> {
  const found = await tx
    .select()
    .from(orders)
    .where(and(eq(orders.shopId, shopId), ofSubject(subject)))
  const orderIds = found.map(({ id }) => id)
  const back = await findPersonsReturns(tx, shopId, orderIds, 'email' in subject ? subject.email : null)
  const parcels = await parcelsOf(tx, shopId, orderIds, back.returnIds)
  const shipmentIds = parcels.map(({ id }) => id).sort()
  const told = []
  if (shipmentIds.length > 0)
    for (const table of [scans, statements])
      told.push(
        ...(await tx
          .selectDistinct({ id: table.inboxId })
          .from(table)
          .where(and(eq(table.shopId, shopId), inArray(table.shipmentId, shipmentIds)))),
      )
  const texts = [
    ...('email' in subject ? [subject.email] : []),
    ...found.flatMap(({ customerEmail }) => customerEmail ?? []),
    ...parcels
      .flatMap(({ number, numberKey }) => [number, numberKey])
      .filter((text) => text.length >= MIN_TELLING_NUMBER),
  ]
  const marks = [
    ...[...new Set(texts)].map(bodyNames),
    ...(told.length > 0
      ? [
          inArray(
            inbox.id,
            told.map(({ id }) => id),
          ),
        ]
      : []),
  ]
  const deliveries =
    marks.length > 0
      ? await tx
          .select({ id: inbox.id, state: inbox.state })
          .from(inbox)
          .where(and(eq(inbox.shopId, shopId), ne(inbox.state, 'erased'), or(...marks)))
      : []
  return {
    orders: found,
    shipmentIds,
    deliveries: deliveries.map(({ id, state }) => ({ id, pending: state === 'received' })),
  }
}
