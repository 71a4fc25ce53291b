import { and, eq, inArray, sql } from 'drizzle-orm'
import { orders, returnItems, returnLog, returns } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { nextState, type ReturnEvent } from '@/lib/returns/machine'
import type { ReturnState } from '@/lib/returns/vocabulary'
import type { Context } from '@/lib/services/context'
import type { By, ReturnRow } from './begin-change'
import { performEffects } from './perform-effects'

export type Finished = { id: string; number: string; state: ReturnState; version: number }

export type Change = {
  event: ReturnEvent
  /** For the log. */
  data?: Record<string, unknown>
  /** What else of the return changes. */
  set?: Partial<Pick<ReturnRow, 'method' | 'quote' | 'labelExpiresAt' | 'sentAt'>>
}

/** When each step was first taken. */
function timesOf(row: ReturnRow, event: ReturnEvent, now: Date): Partial<ReturnRow> {
  const sentAt = row.sentAt ?? now
  switch (event) {
    case 'first_scan':
    case 'receive_part':
      return { sentAt }
    case 'receive':
      return { sentAt, receivedAt: row.receivedAt ?? now }
    case 'check':
      return { checkedAt: now }
    case 'settle_refunded':
    case 'settle_exchanged':
    case 'settle_credited':
      return { settledAt: now }
    default:
      return {}
  }
}

/** Pages of the orders that a return is of learn of it. */
async function touchItsOrders(tx: ShopTx, shopId: ShopId, returnId: string, now: Date): Promise<void> {
  const items = await tx
    .selectDistinct({ orderId: returnItems.orderId })
    .from(returnItems)
    .where(and(eq(returnItems.shopId, shopId), eq(returnItems.returnId, returnId)))
    .orderBy(returnItems.orderId)
  const ids = items.map(({ orderId }) => orderId)
  if (ids.length === 0) return
  await tx
    .update(orders)
    .set({ version: sql`${orders.version} + 1`, updatedAt: now })
    .where(and(eq(orders.shopId, shopId), inArray(orders.id, ids)))
}

/**
 * Takes a return that `beginChange` locked to its next state: a new version, a line in the log, and everything that follows.
 * Throws where the event can't happen: whoever begins has asked.
 */
export async function finishChange(
  tx: ShopTx,
  context: Context,
  shopId: ShopId,
  row: ReturnRow,
  by: By,
  { event, data = {}, set = {} }: Change,
): Promise<Finished> {
  const next = nextState(row.state, event)
  if (!next.ok) throw new Error(`a return in state ${row.state} takes no ${event}`)
  const now = context.now()
  const version = row.version + 1
  const changed: ReturnRow = {
    ...row,
    ...timesOf({ ...row, ...set }, event, now),
    ...set,
    state: next.value,
    version,
    updatedAt: now,
  }
  const { shopId: _shop, id, ...values } = changed
  await tx
    .update(returns)
    .set(values)
    .where(and(eq(returns.shopId, shopId), eq(returns.id, id)))
  await tx.insert(returnLog).values({
    shopId,
    returnId: id,
    version,
    at: now,
    actor: by.actor,
    actorName: by.name ?? null,
    event,
    from: row.state,
    to: next.value,
    reason: by.reason ?? null,
    data,
  })
  await touchItsOrders(tx, shopId, id, now)
  await performEffects(tx, context, shopId, changed, { event, from: row.state, by })
  return { id, number: row.number, state: next.value, version }
}
