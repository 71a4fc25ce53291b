import { and, eq } from 'drizzle-orm'
import { inbox, scans, statements, workReady } from '@/db/schema'
import { type ShopTx, withShop } from '@/db/with-shop'
import { carriers } from '@/lib/carriers'
import type { ShopId } from '@/lib/core/ids'
import { assignGeneration } from '@/lib/parcels/generation'
import { parcelNumberKey } from '@/lib/parcels/parcel-number'
import { recordReport } from '@/lib/parcels/record-report'
import type { ParcelReport } from '@/lib/parcels/report'
import { parseJson } from '@/lib/webhooks/parse-json'
import type { Context } from './context'
import { findOrCreateShipment } from './find-shipment'
import { projectShipment } from './project-shipment'
import { postponeWork } from './postpone-work'

/** Several parcels of one delivery are locked in one order, so that two deliveries can't wait for each other. */
const byParcel = (a: ParcelReport, b: ParcelReport): number => {
  const left = `${parcelNumberKey(a.number)} ${a.carrier}`
  const right = `${parcelNumberKey(b.number)} ${b.carrier}`
  return left < right ? -1 : left > right ? 1 : 0
}

async function applyReport(tx: ShopTx, shopId: ShopId, inboxId: string, report: ParcelReport, now: Date): Promise<void> {
  const facts = recordReport(report)
  const shipment = await findOrCreateShipment(
    tx,
    shopId,
    { carrier: report.carrier, number: report.number, direction: report.direction ?? 'outbound' },
    (existing) => assignGeneration(existing, facts),
    now,
  )
  const origin = { shopId, shipmentId: shipment.id, inboxId, createdAt: now }
  if (facts.scans.length > 0)
    await tx
      .insert(scans)
      .values(facts.scans.map((scan) => ({ ...origin, fingerprint: scan.fingerprint, scan })))
      .onConflictDoNothing({ target: [scans.shopId, scans.shipmentId, scans.fingerprint] })
  if (facts.statements.length > 0)
    await tx
      .insert(statements)
      .values(facts.statements.map((statement) => ({ ...origin, fingerprint: statement.fingerprint, statement })))
      .onConflictDoNothing({ target: [statements.shopId, statements.shipmentId, statements.fingerprint] })
  await projectShipment(tx, shopId, shipment, now)
}

/** Reads the delivery again from its bytes; a shape that the adapter has unlearned is an exception. */
function readAgain(row: typeof inbox.$inferSelect): ParcelReport[] {
  const carrier = carriers.get(row.provider)
  if (!carrier) throw new Error(`no provider ${row.provider}`)
  const json = parseJson(row.body)
  if (!json.ok) throw new Error(json.error.message)
  const parsed = carrier.parse(json.value, new Headers(row.headers))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.reading.kind === 'reports' ? parsed.reading.reports : []
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
        for (const report of readAgain(row).sort(byParcel)) await applyReport(tx, shopId, inboxId, report, now)
        await tx.update(inbox).set({ state: 'processed', error: null, processedAt: now }).where(mine)
      }
      await tx.delete(workReady).where(eq(workReady.id, inboxId))
    })
  } catch (error) {
    await postponeWork(context, shopId, inboxId, error)
  }
}
