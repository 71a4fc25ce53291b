import { and, eq, inArray, sql } from 'drizzle-orm'
import { findPerson, type PersonFound, type PersonSubject } from '@/db/queries/find-person'
import { findPersonsReturns } from '@/db/queries/find-persons-returns'
import { inbox, orders, outbox, scans, shipments, statements, tokens, workReady } from '@/db/schema'
import { type ShopTx, withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { customerKey } from '@/lib/orders/customer-key'
import { redactScan } from '@/lib/parcels/redact-scan'
import { forgetAttemptsOf, LOOK_UP_LIMITS } from './attempts'
import { eraseCare } from './care/erase-care'
import { eraseRecipient } from './consent/erase-recipient'
import type { Context } from './context'
import { eraseReturns, type ReturnsErased } from './erase-returns'
import { eraseFeedback } from './feedback/erase-feedback'
import { processInbox } from './process-inbox'
import { projectShipment } from './project-shipment'
import { leaveOutBaskets } from './recommend/leave-out-baskets'

/** What was erased, for whoever asked for it. */
export type Erased = ReturnsErased & {
  /** Numbers of the orders whose customer and address are gone. */
  orders: string[]
  links: number
  /** Stored webhook bodies that were emptied. */
  deliveries: number
  signatures: number
  /** Carriers' texts that named the person. */
  texts: number
  /** Counters of look-ups. */
  attempts: number
  messages: number
}

/** Shorter words stand in texts by chance. */
const MIN_WORD = 3

/** What would name the person in a carrier's text. */
const wordsOf = ({ orders: found }: PersonFound, signatures: readonly string[]): string[] => {
  const people = [
    ...found.flatMap((order) => [order.customerName, order.deliveryAddress?.name]),
    ...signatures,
  ]
  const others = found.flatMap((order) => [
    order.customerEmail,
    order.customerPhone,
    order.deliveryAddress?.line1,
  ])
  const words = [...people.flatMap((name) => name?.split(/[\s,;/]+/) ?? []), ...others]
  return [...new Set(words.flatMap((word) => word?.trim() ?? []))].filter((word) => word.length >= MIN_WORD)
}

type ParcelErased = { signatures: number; texts: number }

async function eraseShipments(
  tx: ShopTx,
  shopId: ShopId,
  person: PersonFound,
  now: Date,
): Promise<ParcelErased> {
  const erased: ParcelErased = { signatures: 0, texts: 0 }
  if (person.shipmentIds.length === 0) return erased
  const rows = await tx
    .select()
    .from(shipments)
    .where(and(eq(shipments.shopId, shopId), inArray(shipments.id, person.shipmentIds)))
    .orderBy(shipments.numberKey, shipments.carrier)
    .for('update')
  for (const shipment of rows) {
    const ofShipment = <T extends typeof scans | typeof statements>(table: T) =>
      and(eq(table.shopId, shopId), eq(table.shipmentId, shipment.id))
    const signed: string[] = []
    for (const { statement } of await tx.select().from(statements).where(ofShipment(statements))) {
      if (statement.signedBy === null) continue
      signed.push(statement.signedBy)
      await tx
        .update(statements)
        .set({ statement: { ...statement, signedBy: null } })
        .where(and(ofShipment(statements), eq(statements.fingerprint, statement.fingerprint)))
    }
    erased.signatures += signed.length
    const words = wordsOf(person, signed)
    for (const { scan, fingerprint } of await tx.select().from(scans).where(ofShipment(scans))) {
      const redacted = redactScan(scan, words)
      if (redacted === scan) continue
      erased.texts++
      await tx
        .update(scans)
        .set({ scan: redacted })
        .where(and(ofShipment(scans), eq(scans.fingerprint, fingerprint)))
    }
    await projectShipment(tx, shopId, shipment, now)
  }
  return erased
}

/** The bodies go, that they came stays: the same delivery sent again is a duplicate. */
async function eraseDeliveries(tx: ShopTx, shopId: ShopId, { deliveries }: PersonFound): Promise<number> {
  const ids = deliveries.map(({ id }) => id)
  if (ids.length === 0) return 0
  await tx
    .update(inbox)
    .set({ body: new Uint8Array(), state: 'erased', error: null })
    .where(and(eq(inbox.shopId, shopId), inArray(inbox.id, ids)))
  await tx.delete(workReady).where(inArray(workReady.id, ids))
  return ids.length
}

async function eraseOrders(
  tx: ShopTx,
  shopId: ShopId,
  { orders: found }: PersonFound,
  now: Date,
): Promise<Pick<Erased, 'links' | 'messages'>> {
  const ids = found.map(({ id }) => id)
  if (ids.length === 0) return { links: 0, messages: 0 }
  await tx
    .update(orders)
    .set({
      customerName: null,
      customerEmail: null,
      customerPhone: null,
      deliveryAddress: null,
      sourceToken: null,
      customerTags: [],
      customerKey: null,
      version: sql`${orders.version} + 1`,
      updatedAt: now,
    })
    .where(and(eq(orders.shopId, shopId), inArray(orders.id, ids)))
  const links = await tx
    .delete(tokens)
    .where(and(eq(tokens.shopId, shopId), inArray(tokens.subject, ids)))
    .returning({ scope: tokens.scope })
  const targets = found.flatMap(({ customerEmail, customerPhone }) =>
    [customerEmail, customerPhone].flatMap((target) => target ?? []),
  )
  const messages =
    targets.length > 0
      ? await tx
          .delete(outbox)
          .where(and(eq(outbox.shopId, shopId), inArray(outbox.target, targets)))
          .returning({ id: outbox.id })
      : []
  return { links: links.length, messages: messages.length }
}

/**
 * Removes a person's data from a shop in one transaction: customer and address of the orders, their links, the raw webhook
 * bodies that told of their parcels or name the address, signatures, carriers' texts that name the person, look-up counters; what
 * they wrote and photographed for returns, addresses they corrected and what they wished for, what they said of their orders, and drafts of returns; how they can be written to. What they agreed or objected to stays,
 * under a keyed hash. What goes with what in the shop is counted without their orders.
 * What moved when and where stays. Null when there is nothing of that person. Deliveries that still wait are read first, so
 * that their movement isn't lost; what a carrier or the shop sends afterwards is new data.
 */
export async function erasePerson(
  context: Context,
  shopId: ShopId,
  subject: PersonSubject,
): Promise<Erased | null> {
  const before = await withShop(context.db, shopId, (tx) => findPerson(tx, shopId, subject))
  for (const { id, pending } of before.deliveries) if (pending) await processInbox(context, shopId, id)
  return withShop(context.db, shopId, async (tx) => {
    const now = context.now()
    const person = await findPerson(tx, shopId, subject)
    const orderIds = person.orders.map(({ id }) => id)
    const sentBack = await findPersonsReturns(tx, shopId, orderIds, 'email' in subject ? subject.email : null)
    const hasReturns = sentBack.returnIds.length + sentBack.draftIds.length > 0
    const key = 'email' in subject ? customerKey(context.keyring, subject.email) : null
    const told = key === null ? null : await eraseRecipient(tx, shopId, key, now)
    if (person.orders.length === 0 && person.deliveries.length === 0 && !hasReturns && !told) return null
    let attempts = 0
    for (const { numberKey } of person.orders)
      attempts += await forgetAttemptsOf(tx, context.keyring, shopId, {
        limits: LOOK_UP_LIMITS.order,
        text: numberKey,
      })
    const parcels = await eraseShipments(tx, shopId, person, now)
    const deliveries = await eraseDeliveries(tx, shopId, person)
    const returned = await eraseReturns(tx, shopId, sentBack, orderIds, now)
    await eraseFeedback(tx, shopId, orderIds)
    await eraseCare(tx, shopId, orderIds)
    const rest = await eraseOrders(tx, shopId, person, now)
    await leaveOutBaskets(tx, shopId, orderIds, now)
    const orders = person.orders.map(({ number }) => number)
    const links = rest.links + (told?.links ?? 0)
    const messages = rest.messages + (told?.messages ?? 0)
    return { orders, links, messages, deliveries, ...parcels, attempts, ...returned }
  })
}
