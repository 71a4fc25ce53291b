import { and, asc, eq, gt, gte, inArray, ne, or } from 'drizzle-orm'
import { z } from 'zod'
import { isDatabaseAway } from '@/db/database-away'
import { inbox, scans, shipments, statements, workReady } from '@/db/schema'
import type { InboxState } from '@/db/schema/inbox'
import { type ShopTx, withShop } from '@/db/with-shop'
import { reasonOf } from '@/lib/core/describe-error'
import type { ShopId } from '@/lib/core/ids'
import { logger } from '@/lib/core/logger'
import { applyReports } from './apply-reports'
import { applyProductChange } from './catalogue/apply-product-change'
import type { Context } from './context'
import { projectShipment } from './project-shipment'
import { readDelivery } from './read-delivery'
import { noteInboundScans } from './returns/note-inbound-scan'

/** Which deliveries to read again: those that fit everything named. */
export type ReplaySelection = {
  /** Our id of the delivery, or its identity. */
  delivery?: string | undefined
  states?: readonly InboxState[] | undefined
  /** Received then or later. */
  since?: Date | undefined
}

export type ReplayOutcome = 'processed' | 'ignored' | 'unreadable' | 'failed'
export type ReplayCounts = Record<ReplayOutcome, number>

const BATCH = 200

const uuid = z.uuid()

const matching = (shopId: ShopId, { delivery, states, since }: ReplaySelection) =>
  and(
    eq(inbox.shopId, shopId),
    ne(inbox.state, 'erased'),
    delivery === undefined
      ? undefined
      : or(
          eq(inbox.deliveryId, delivery),
          uuid.safeParse(delivery).success ? eq(inbox.id, delivery) : undefined,
        ),
    states && inArray(inbox.state, [...states]),
    since && gte(inbox.receivedAt, since),
  )

/** Takes back what a delivery told first; answers with the shipments that lost something. */
async function takeBack(tx: ShopTx, shopId: ShopId, inboxId: string): Promise<string[]> {
  const lost = []
  for (const table of [scans, statements])
    lost.push(
      ...(await tx
        .delete(table)
        .where(and(eq(table.shopId, shopId), eq(table.inboxId, inboxId)))
        .returning({ shipmentId: table.shipmentId })),
    )
  return [...new Set(lost.map(({ shipmentId }) => shipmentId))].sort()
}

async function readAgain(
  tx: ShopTx,
  context: Context,
  shopId: ShopId,
  inboxId: string,
): Promise<ReplayOutcome | null> {
  const now = context.now()
  const mine = and(eq(inbox.shopId, shopId), eq(inbox.id, inboxId))
  const [row] = await tx.select().from(inbox).where(mine).for('update')
  if (!row || row.state === 'erased') return null
  const reading = readDelivery(row)
  await tx.delete(workReady).where(eq(workReady.id, inboxId))
  if (reading.kind === 'unreadable') {
    // What an older adapter read of it stays: today's knows no better.
    if (row.state !== 'processed')
      await tx.update(inbox).set({ state: 'unreadable', error: reading.reason }).where(mine)
    return 'unreadable'
  }
  const lost = await takeBack(tx, shopId, inboxId)
  const reports = reading.kind === 'reports' ? reading.reports : []
  const told = await applyReports(tx, shopId, { inboxId, provider: row.provider }, reports, now, 'renew')
  for (const shipmentId of lost.filter((id) => !told.has(id))) {
    const one = and(eq(shipments.shopId, shopId), eq(shipments.id, shipmentId))
    const [shipment] = await tx.select().from(shipments).where(one).for('update')
    if (shipment) await projectShipment(tx, shopId, shipment, now)
  }
  await noteInboundScans(tx, context, shopId, told)
  if (reading.kind === 'product') await applyProductChange(tx, shopId, reading.change, row.receivedAt, now)
  const state = reading.kind === 'ignored' ? 'ignored' : 'processed'
  const error = reading.kind === 'ignored' ? reading.reason : null
  await tx.update(inbox).set({ state, error, attempts: 0, processedAt: now }).where(mine)
  return state
}

async function replayDelivery(
  context: Context,
  shopId: ShopId,
  inboxId: string,
): Promise<ReplayOutcome | null> {
  try {
    return await withShop(context.db, shopId, (tx) => readAgain(tx, context, shopId, inboxId))
  } catch (error) {
    if (isDatabaseAway(error)) throw error
    const reason = reasonOf(error)
    logger.error('delivery not replayed', { shopId, inboxId, reason })
    // The transaction is undone: one that was processed before stands as it stood.
    await withShop(context.db, shopId, (tx) =>
      tx
        .update(inbox)
        .set({ state: 'failed', error: reason.slice(0, 2000) })
        .where(and(eq(inbox.shopId, shopId), eq(inbox.id, inboxId), ne(inbox.state, 'processed'))),
    )
    return 'failed'
  }
}

/**
 * Reads stored deliveries again with today's adapters, oldest first, each in one transaction: what a delivery told first is
 * replaced by today's reading, and the parcels are folded anew. Milestones that were told stay told. Erased deliveries are gone.
 */
export async function replay(
  context: Context,
  shopId: ShopId,
  selection: ReplaySelection,
): Promise<ReplayCounts> {
  const counts: ReplayCounts = { processed: 0, ignored: 0, unreadable: 0, failed: 0 }
  for (let last: string | undefined; ; ) {
    const after = last
    const rows = await withShop(context.db, shopId, (tx) =>
      tx
        .select({ id: inbox.id })
        .from(inbox)
        .where(and(matching(shopId, selection), after === undefined ? undefined : gt(inbox.id, after)))
        .orderBy(asc(inbox.id))
        .limit(BATCH),
    )
    for (const { id } of rows) {
      const outcome = await replayDelivery(context, shopId, id)
      if (outcome) counts[outcome]++
    }
    last = rows.at(-1)?.id
    if (rows.length < BATCH) return counts
  }
}
