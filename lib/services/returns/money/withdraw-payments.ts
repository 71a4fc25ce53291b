import { and, eq, inArray } from 'drizzle-orm'
import { outbox, returnPayments, workReady } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { paymentMilestone } from '@/lib/returns/money/payment-message'
import { unshipStock } from '@/lib/services/returns/stock/take-stock'
import { tellMerchant } from '@/lib/services/tell-merchant'
import { paymentOf } from './payment-of'

/** Silences what the merchant was not told yet of a payment. */
export const silencePayment = (tx: ShopTx, shopId: ShopId, returnId: string, paymentId: string) =>
  tx
    .update(outbox)
    .set({ state: 'overtaken' })
    .where(
      and(
        eq(outbox.shopId, shopId),
        eq(outbox.subjectType, 'return'),
        eq(outbox.subject, returnId),
        eq(outbox.occurrence, paymentId),
        eq(outbox.state, 'due'),
      ),
    )

/**
 * Takes payments back that nobody has acted on: the shopper has chosen otherwise since. The merchant learns of each; what somebody was
 * told of stays written down, since it may be done all the same.
 */
export async function withdrawPayments(
  tx: ShopTx,
  shopId: ShopId,
  { id: returnId, number }: { id: string; number: string },
  paymentIds: readonly string[],
  now: Date,
): Promise<void> {
  if (paymentIds.length === 0) return
  const mine = and(
    eq(returnPayments.shopId, shopId),
    eq(returnPayments.returnId, returnId),
    inArray(returnPayments.id, [...paymentIds]),
  )
  const gone = await tx
    .select()
    .from(returnPayments)
    .where(and(mine, inArray(returnPayments.state, ['due', 'waiting', 'failed'])))
    .for('update')
  // Nobody has heard of what is only due.
  await tx.delete(returnPayments).where(and(mine, eq(returnPayments.state, 'due')))
  await tx
    .update(returnPayments)
    .set({ state: 'withdrawn', updatedAt: now })
    .where(and(mine, inArray(returnPayments.state, ['waiting', 'failed'])))
  for (const row of gone) {
    const { id, kind, state } = row
    await silencePayment(tx, shopId, returnId, id)
    await tx.delete(workReady).where(eq(workReady.id, id))
    if (kind === 'exchange')
      for (const { key } of paymentOf(row).items) await unshipStock(tx, shopId, returnId, key)
    if (state === 'waiting')
      await tellMerchant(
        tx,
        shopId,
        {
          subjectType: 'return',
          subject: returnId,
          milestone: paymentMilestone(kind, 'withdrawn'),
          occurrence: id,
          payload: { number, payment: id, kind },
        },
        now,
      )
  }
}
