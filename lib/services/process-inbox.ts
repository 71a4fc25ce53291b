import { and, eq } from 'drizzle-orm'
import { inbox, workReady } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { ParcelReport } from '@/lib/parcels/report'
import { applyReports } from './apply-reports'
import type { Context } from './context'
import { postponeWork } from './postpone-work'
import { readDelivery } from './read-delivery'
import { noteInboundScans } from './returns/note-inbound-scan'

/** A shape that the adapter has unlearned since the delivery came is an exception. */
function reportsOf(row: typeof inbox.$inferSelect): ParcelReport[] {
  const reading = readDelivery(row)
  if (reading.kind === 'unreadable') throw new Error(reading.reason)
  return reading.kind === 'reports' ? reading.reports : []
}

/**
 * Turns one stored delivery into scans, projections and outbox rows, all in one transaction. Safe to call twice, or at once from
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
        const told = await applyReports(tx, shopId, origin, reportsOf(row), now)
        await noteInboundScans(tx, context, shopId, told)
        await tx.update(inbox).set({ state: 'processed', error: null, processedAt: now }).where(mine)
      }
      await tx.delete(workReady).where(eq(workReady.id, inboxId))
    })
  } catch (error) {
    await postponeWork(context, shopId, inboxId, error)
  }
}
