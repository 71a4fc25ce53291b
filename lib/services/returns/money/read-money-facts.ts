import { and, eq, inArray, ne, or, sql } from 'drizzle-orm'
import { findPolicy } from '@/db/queries/read-policy'
import { findReturnById } from '@/db/queries/read-return'
import { orderLines, orders, returnPayments, returns } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { sumOf } from '@/lib/core/money'
import { isBlocked } from '@/lib/returns/is-blocked'
import type { MoneyFacts } from '@/lib/returns/money/money-facts'
import type { Payment } from '@/lib/returns/money/payment'
import { paidForOrder } from '@/lib/returns/paid-for'
import type { Return } from '@/lib/returns/return'
import { paymentOf } from './payment-of'

async function readOrders(
  tx: ShopTx,
  shopId: ShopId,
  returnId: string,
  ids: readonly string[],
): Promise<MoneyFacts['orders']> {
  const rows = await tx
    .select({ id: orders.id, discounts: orders.discounts, shipping: orders.shipping })
    .from(orders)
    .where(and(eq(orders.shopId, shopId), inArray(orders.id, [...ids])))
  const lines = await tx
    .select()
    .from(orderLines)
    .where(and(eq(orderLines.shopId, shopId), inArray(orderLines.orderId, [...ids])))
  const elsewhere = await tx
    .select()
    .from(returnPayments)
    .where(
      and(
        eq(returnPayments.shopId, shopId),
        inArray(returnPayments.orderId, [...ids]),
        ne(returnPayments.returnId, returnId),
        or(eq(returnPayments.kind, 'refund'), eq(returnPayments.kind, 'credit')),
        ne(returnPayments.state, 'withdrawn'),
      ),
    )
  return rows.map(({ id, discounts, shipping }) => {
    const paid = paidForOrder({
      id,
      discounts,
      shipping,
      lines: lines.filter(({ orderId }) => orderId === id),
    })
    const given = elsewhere.filter(({ orderId }) => orderId === id).map(paymentOf)
    return {
      id,
      paid: sumOf(paid.lines) + paid.shipping,
      given: sumOf(given.map(({ amount, bonus, back }) => amount - bonus - back)),
    }
  })
}

/** Locks a return and its orders' money, so that two can't plan the same at once, and reads what decides on it; null: there is none. */
export async function readMoneyFacts(
  tx: ShopTx,
  shopId: ShopId,
  returnId: string,
): Promise<{ returned: Return; facts: MoneyFacts } | null> {
  await tx
    .select({ id: returns.id })
    .from(returns)
    .where(and(eq(returns.shopId, shopId), eq(returns.id, returnId)))
    .for('update')
  const returned = await findReturnById(tx, shopId, returnId)
  if (!returned) return null
  const orderIds = [...new Set(returned.items.map(({ orderId }) => orderId))].toSorted()
  // Two returns of one order plan one after the other.
  await tx.execute(
    sql`select id from orders where shop_id = ${shopId} and ${inArray(orders.id, orderIds)} order by id for update`,
  )
  const all: Payment[] = (
    await tx
      .select()
      .from(returnPayments)
      .where(and(eq(returnPayments.shopId, shopId), eq(returnPayments.returnId, returnId)))
      .orderBy(returnPayments.createdAt, returnPayments.id)
      // What is withdrawn now, no worker takes meanwhile.
      .for('update')
  ).map(paymentOf)
  const policy = await findPolicy(tx, shopId, returned.policyVersion)
  if (!policy) throw new Error(`return ${returnId} has no policy of version ${returned.policyVersion}`)
  const { state, gift, refundTrigger, shipExchange, sentAt, receivedAt, checkedAt, quote, items } = returned
  return {
    returned,
    facts: {
      state,
      gift,
      blocked: isBlocked(returned.decision),
      trigger: refundTrigger,
      shipExchange,
      automaticGrades: policy.refund.automaticGrades,
      sentAt,
      receivedAt,
      checkedAt,
      quote,
      items,
      payments: all.filter((payment) => payment.state !== 'withdrawn'),
      withdrawn: all.filter((payment) => payment.state === 'withdrawn'),
      orders: await readOrders(tx, shopId, returnId, orderIds),
    },
  }
}
