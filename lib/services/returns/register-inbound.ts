import { statements } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { assignGenerationForOrder } from '@/lib/parcels/generation'
import { recordReport } from '@/lib/parcels/record-report'
import { findOrCreateShipment } from '@/lib/services/find-shipment'
import { projectShipment } from '@/lib/services/project-shipment'

/** Who says that a parcel comes back: the shop's own returns. */
const PROVIDER = 'returns'

export type InboundParcel = {
  returnId: string
  carrier: string
  number: string
  /** When the return was asked for: a recycled number that was over before is another parcel's. */
  requestedAt: Date
}

/**
 * Registers the parcel that a box travels as, so that its carrier's webhooks find it; answers its shipment's id. That it comes
 * back is kept as a fact of its own: scans alone don't say so.
 */
export async function registerInbound(
  tx: ShopTx,
  shopId: ShopId,
  { returnId, carrier, number, requestedAt }: InboundParcel,
  now: Date,
): Promise<string> {
  const direction = 'inbound'
  const shipment = await findOrCreateShipment(
    tx,
    shopId,
    { carrier, number, direction },
    (existing) => assignGenerationForOrder(existing, requestedAt),
    now,
  )
  const report = {
    carrier,
    number,
    direction,
    scans: [],
    summary: null,
    window: null,
    pickup: null,
    signedBy: null,
  } as const
  const facts = recordReport({ ...report, scans: [] }, PROVIDER)
  await tx
    .insert(statements)
    .values(
      facts.statements.map((statement) => ({
        shopId,
        shipmentId: shipment.id,
        inboxId: returnId,
        fingerprint: statement.fingerprint,
        statement,
        createdAt: now,
      })),
    )
    .onConflictDoNothing({ target: [statements.shopId, statements.shipmentId, statements.fingerprint] })
  await projectShipment(tx, shopId, shipment, now)
  return shipment.id
}
