import { and, eq, inArray } from 'drizzle-orm'
import { readReturnSettings } from '@/db/queries/read-return-settings'
import { orders, returnPayments, returns, variants, workReady } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { BackendName } from '@/lib/returns/money/payment'
import type { AskedPayment } from '@/lib/returns/money/payment-message'
import { claimWork } from '@/lib/services/claim-work'
import type { Context } from '@/lib/services/context'
import { openReturnSecrets } from '@/lib/services/returns/return-secrets'
import type { BackendSettings } from './open-backend'
import { paymentOf } from './payment-of'

/** Longer than all calls of a payment together may take: whoever finds an older try may take it over. */
export const PAYMENT_LEASE_SECONDS = 120

type TakenPayment = BackendSettings & {
  backend: BackendName
  asked: AskedPayment
  /** An earlier try's answer isn't known. */
  isRetry: boolean
}

async function askedOf(
  tx: ShopTx,
  shopId: ShopId,
  row: typeof returnPayments.$inferSelect,
): Promise<AskedPayment> {
  const { id: key, kind, amount, bonus, orderId, items } = paymentOf(row)
  const [returned] = await tx
    .select({ number: returns.number })
    .from(returns)
    .where(and(eq(returns.shopId, shopId), eq(returns.id, row.returnId)))
  const [order] = await tx
    .select({ number: orders.number })
    .from(orders)
    .where(and(eq(orders.shopId, shopId), eq(orders.id, orderId)))
  if (!returned || !order) throw new Error(`payment ${key} has no return or order`)
  const skus = items.flatMap(({ exchange }) => exchange?.sku ?? [])
  const sold =
    skus.length === 0
      ? []
      : await tx
          .select({ sku: variants.sku, externalId: variants.externalId })
          .from(variants)
          .where(and(eq(variants.shopId, shopId), inArray(variants.sku, skus)))
  const externalIds = new Map(sold.map(({ sku, externalId }) => [sku, externalId]))
  return {
    key,
    kind,
    amount,
    bonus,
    currency: row.currency,
    returnId: row.returnId,
    returnNumber: returned.number,
    orderNumber: order.number,
    items: items.map((item) => ({
      ...item,
      externalId: item.exchange ? (externalIds.get(item.exchange.sku) ?? null) : null,
    })),
  }
}

/**
 * Takes a payment to ask for it: from here on it is `asked`, committed before anybody is called. Null where it is done or
 * somebody else is at it.
 */
export async function takePayment(
  { now, keyring }: Context,
  tx: ShopTx,
  shopId: ShopId,
  paymentId: string,
): Promise<TakenPayment | null> {
  if (!(await claimWork(tx, paymentId, now(), PAYMENT_LEASE_SECONDS))) return null
  const mine = and(eq(returnPayments.shopId, shopId), eq(returnPayments.id, paymentId))
  const [row] = await tx.select().from(returnPayments).where(mine).for('update')
  if (row?.state !== 'due' && row?.state !== 'asked') {
    await tx.delete(workReady).where(eq(workReady.id, paymentId))
    return null
  }
  await tx.update(returnPayments).set({ state: 'asked', updatedAt: now() }).where(mine)
  const { settings, secrets } = await readReturnSettings(tx, shopId)
  return {
    backend: paymentOf(row).backend,
    asked: await askedOf(tx, shopId, row),
    isRetry: row.state === 'asked',
    money: settings.money,
    secrets: openReturnSecrets(keyring, shopId, secrets),
  }
}
