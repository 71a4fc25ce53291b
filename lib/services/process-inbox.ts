import { and, eq } from 'drizzle-orm'
import { inbox, workReady } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { applyReports } from './apply-reports'
import { applyProductChange } from './catalogue/apply-product-change'
import type { Context } from './context'
import { postponeWork } from './postpone-work'
import { type DeliveryReading, readDelivery } from './read-delivery'
import { noteInboundScans } from './returns/note-inbound-scan'

/** A shape that the adapter has unlearned since the delivery came is an exception. */
function readAsBefore(row: typeof inbox.$inferSelect): Exclude<DeliveryReading, { kind: 'unreadable' }> {
  const reading = readDelivery(row)
  if (reading.kind === 'unreadable') throw new Error(reading.reason)
  return reading
}

/**
 * Turns one stored delivery into scans, projections and outbox rows, or into products, all in one transaction. Safe to call twice, or at once from
 * two processes. A failure keeps the delivery and tries again later.
 */
export async function processInbox(context: Context, shopId: ShopId, inboxId: string): Promise<void> {
  try {
    await withShop(context.db, shopId, async (tx) => {
      const mine = and(eq(inbox.shopId, shopId), eq(inbox.id, inboxId))
      const [row] = await tx.select().from(inbox).where(mine).for('update')
      if (row?.state === 'received') {
        const now = context.now()
        const origin = { inboxId, provider: row.provider }
        const reading = readAsBefore(row)
        if (reading.kind === 'product')
          await applyProductChange(tx, shopId, reading.change, row.receivedAt, now)
        if (reading.kind === 'reports') {
          const told = await applyReports(tx, shopId, origin, reading.reports, now)
          await noteInboundScans(tx, context, shopId, told)
        }
        await tx.update(inbox).set({ state: 'processed', error: null, processedAt: now }).where(mine)
      }
      await tx.delete(workReady).where(eq(workReady.id, inboxId))
    })
  } catch (error) {
    await postponeWork(context, shopId, inboxId, error)
  }
}
