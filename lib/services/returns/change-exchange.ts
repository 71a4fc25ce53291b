import { and, eq, sql } from 'drizzle-orm'
import { mayHaveLeft } from '@/db/queries/has-left'
import { findPolicy } from '@/db/queries/read-policy'
import { orderLines, returnPayments, stockHolds, variants } from '@/db/schema'
import { type ShopTx, withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import { chooseOutcome, type OutcomeRefusal } from '@/lib/returns/choose-outcome'
import type { Outcome } from '@/lib/returns/vocabulary'
import type { Context } from '@/lib/services/context'
import { type By, beginChange, type ReturnRef, type ReturnRefusal, type ReturnRow } from './begin-change'
import type { Finished } from './finish-change'
import { type ItemRow, listItems, setItem } from './list-items'
import { takeChange } from './take-change'

export type ExchangeChoice = { key: string; outcome: Outcome; sku: string | null }

export type ChangeExchangeRefusal =
  | ReturnRefusal
  | OutcomeRefusal
  | { code: 'unknown_item'; key: string }
  /** What it is exchanged for is on its way, or its money is. */
  | { code: 'already_sent'; key: string }

/** Whether what an item is exchanged for is on its way, or may be: not everything that is sent is counted as stock. */
async function isSent(tx: ShopTx, shopId: ShopId, { returnId, key }: ItemRow): Promise<boolean> {
  const [payment] = await tx
    .select({ id: returnPayments.id })
    .from(returnPayments)
    .where(
      and(
        eq(returnPayments.shopId, shopId),
        eq(returnPayments.returnId, returnId),
        eq(returnPayments.kind, 'exchange'),
        mayHaveLeft,
        sql`${returnPayments.details} @> ${JSON.stringify({ items: [{ key }] })}::jsonb`,
      ),
    )
    .limit(1)
  return payment !== undefined
}

/** The wish for one item: whether what it asked for is out of stock, and what the new one costs. */
async function readWish(tx: ShopTx, shopId: ShopId, row: ReturnRow, item: ItemRow, sku: string | null) {
  const [hold] = await tx
    .select({ state: stockHolds.state })
    .from(stockHolds)
    .where(and(eq(stockHolds.shopId, shopId), eq(stockHolds.returnId, row.id), eq(stockHolds.key, item.key)))
  const [line] = await tx
    .select({ unitPrice: orderLines.unitPrice, product: orderLines.product })
    .from(orderLines)
    .where(
      and(
        eq(orderLines.shopId, shopId),
        eq(orderLines.orderId, item.orderId),
        eq(orderLines.id, item.lineId),
      ),
    )
  const [variant] =
    sku === null
      ? []
      : await tx
          .select()
          .from(variants)
          .where(and(eq(variants.shopId, shopId), eq(variants.sku, sku), eq(variants.currency, row.currency)))
  return { hold: hold?.state ?? null, line: line ?? null, variant: variant ?? null }
}

/**
 * Something else instead of what an exchange asked for: another variant or product, or the money where the policy lets the item
 * have it, and always where what was asked for is out of stock. What was paid stays as agreed, the new sum goes by it.
 */
export const changeExchange = (
  context: Context,
  shopId: ShopId,
  ref: ReturnRef,
  by: By,
  { key, outcome, sku }: ExchangeChoice,
): Promise<Result<Finished, ChangeExchangeRefusal>> =>
  withShop(context.db, shopId, async (tx): Promise<Result<Finished, ChangeExchangeRefusal>> => {
    const begun = await beginChange(tx, shopId, ref, 'change_exchange', by)
    if (!begun.ok) return begun
    const row = begun.value
    const item = (await listItems(tx, shopId, row.id)).find((one) => one.key === key)
    if (!item) return fail({ code: 'unknown_item', key })
    const { hold, line, variant } = await readWish(tx, shopId, row, item, sku)
    if (hold === 'shipped' || item.settledAt || (await isSent(tx, shopId, item)))
      return fail({ code: 'already_sent', key })
    const policy = await findPolicy(tx, shopId, row.policyVersion)
    const chosen = chooseOutcome(row, item, {
      method: policy?.methods.find(({ id }) => id === row.method.id) ?? null,
      outcome,
      isGone: hold === 'unavailable',
      unitPrice: line?.unitPrice ?? 0,
      product: line?.product ?? null,
      variant,
    })
    if (!chosen.ok) return chosen
    const { exchange, quote } = chosen.value
    await setItem(tx, item, { outcome, exchange })
    return ok(
      await takeChange(tx, context, shopId, row, by, {
        event: 'change_exchange',
        data: { key, from: { outcome: item.outcome, sku: item.exchange?.sku ?? null }, to: { outcome, sku } },
        set: { quote },
      }),
    )
  })
