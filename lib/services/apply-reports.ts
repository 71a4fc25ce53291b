import { sql } from 'drizzle-orm'
import { scans, statements } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { assignGeneration } from '@/lib/parcels/generation'
import { parcelNumberKey } from '@/lib/parcels/parcel-number'
import { recordReport } from '@/lib/parcels/record-report'
import type { ParcelReport } from '@/lib/parcels/report'
import { findOrCreateShipment } from './find-shipment'
import { projectShipment } from './project-shipment'

export type ReportedBy = { inboxId: string; provider: string }

/** A fact that is known already: `keep` it as it was first read, or `renew` it by today's reading. */
export type OnKnownFact = 'keep' | 'renew'

/** Several parcels of one delivery are locked in one order, so that two deliveries can't wait for each other. */
const byParcel = (a: ParcelReport, b: ParcelReport): number => {
  const left = `${parcelNumberKey(a.number)} ${a.carrier}`
  const right = `${parcelNumberKey(b.number)} ${b.carrier}`
  return left < right ? -1 : left > right ? 1 : 0
}

/** A body may tell a fact twice; one statement must not write a row twice. */
const unique = <T extends { fingerprint: string }>(facts: readonly T[]): T[] => [
  ...new Map(facts.map((fact) => [fact.fingerprint, fact])).values(),
]

/** One statement takes 65,534 parameters, and a scan has six. */
const CHUNK = 5_000

const chunksOf = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size))

const SCAN_KEY = [scans.shopId, scans.shipmentId, scans.fingerprint]
const STATEMENT_KEY = [statements.shopId, statements.shipmentId, statements.fingerprint]

/** Writes what a delivery tells of its parcels and folds each of them anew; answers with the shipments it told of. */
export async function applyReports(
  tx: ShopTx,
  shopId: ShopId,
  { inboxId, provider }: ReportedBy,
  reports: readonly ParcelReport[],
  now: Date,
  onKnown: OnKnownFact = 'keep',
): Promise<Set<string>> {
  const told = new Set<string>()
  for (const report of reports.toSorted(byParcel)) {
    const facts = recordReport(report, provider)
    const shipment = await findOrCreateShipment(
      tx,
      shopId,
      { carrier: report.carrier, number: report.number, direction: report.direction ?? 'outbound' },
      (existing) => assignGeneration(existing, facts),
      now,
    )
    const origin = { shopId, shipmentId: shipment.id, inboxId, createdAt: now }
    for (const some of chunksOf(unique(facts.scans), CHUNK)) {
      const insert = tx
        .insert(scans)
        .values(some.map((scan) => ({ ...origin, fingerprint: scan.fingerprint, scan })))
      await (onKnown === 'keep'
        ? insert.onConflictDoNothing({ target: SCAN_KEY })
        : insert.onConflictDoUpdate({ target: SCAN_KEY, set: { scan: sql`excluded.scan` } }))
    }
    if (facts.statements.length > 0) {
      const insert = tx
        .insert(statements)
        .values(
          facts.statements.map((statement) => ({ ...origin, fingerprint: statement.fingerprint, statement })),
        )
      await (onKnown === 'keep'
        ? insert.onConflictDoNothing({ target: STATEMENT_KEY })
        : insert.onConflictDoUpdate({ target: STATEMENT_KEY, set: { statement: sql`excluded.statement` } }))
    }
    await projectShipment(tx, shopId, shipment, now)
    told.add(shipment.id)
  }
  return told
}
