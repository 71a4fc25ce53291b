import { and, eq } from 'drizzle-orm'
import { returnItems } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { type Deed, effectsOf } from '@/lib/returns/effects'
import type { ReturnEvent } from '@/lib/returns/machine'
import type { ReturnState } from '@/lib/returns/vocabulary'
import type { Context } from '@/lib/services/context'
import { tellMerchant } from '@/lib/services/tell-merchant'
import type { By, ReturnRow } from './begin-change'
import { requestLabels } from './labels/request-labels'
import { voidLabels } from './labels/void-labels'
import { planPayments } from './money/plan-payments'
import { startClock, stopClock } from './return-clock'
import { holdStock } from './stock/hold-stock'
import { releaseStock } from './stock/release-stock'
import { shipExchanges } from './stock/ship-exchanges'

type Done = { tx: ShopTx; context: Context; shopId: ShopId; row: ReturnRow }

const PERFORM = {
  hold_stock: ({ tx, context, shopId, row }) => holdStock(tx, context, shopId, row.id),
  release_stock: ({ tx, context, shopId, row }) => releaseStock(tx, context, shopId, row.id),
  ship_exchanges: ({ tx, context, shopId, row }) => shipExchanges(tx, context, shopId, row.id),
  request_labels: ({ tx, context, shopId, row }) => requestLabels(tx, context, shopId, row.id),
  void_labels: ({ tx, context, shopId, row }) => voidLabels(tx, context, shopId, row.id),
  plan_payments: ({ tx, context, shopId, row }) => planPayments(tx, context, shopId, row.id),
  start_clock: ({ tx, context, shopId, row }) => startClock(tx, context, shopId, row),
  stop_clock: ({ tx, shopId, row }) => stopClock(tx, shopId, row.id),
} as const satisfies Record<Deed, (done: Done) => Promise<void>>

/** Does what a change leads to, in its transaction. */
export async function performEffects(
  tx: ShopTx,
  context: Context,
  shopId: ShopId,
  row: ReturnRow,
  { event, from, by }: { event: ReturnEvent; from: ReturnState; by: By },
): Promise<void> {
  const items = await tx
    .select({ outcome: returnItems.outcome })
    .from(returnItems)
    .where(and(eq(returnItems.shopId, shopId), eq(returnItems.returnId, row.id)))
  const { deeds, tells } = effectsOf({
    event,
    from,
    to: row.state,
    outcomes: items.map(({ outcome }) => outcome),
  })
  for (const deed of deeds) await PERFORM[deed]({ tx, context, shopId, row })
  const { number, state, version } = row
  const payload = { number, state, version, actor: by.actor, reason: by.reason ?? null }
  // A return may be let through twice: each time is news, and each has its version.
  const told = { subjectType: 'return', subject: row.id, occurrence: String(version), payload }
  for (const milestone of tells) await tellMerchant(tx, shopId, { ...told, milestone }, context.now())
}
