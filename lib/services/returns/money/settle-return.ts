import { and, eq, isNull } from 'drizzle-orm'
import { returnItems } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { isSettled } from '@/lib/returns/machine'
import { planPaymentsOf } from '@/lib/returns/money/plan-payments'
import { settlingEvent } from '@/lib/returns/settled-state'
import type { Context } from '@/lib/services/context'
import { changeReturn } from '@/lib/services/returns/change-return'
import { readMoneyFacts } from './read-money-facts'

/** Ends a return once everything it owes has been sent; answers whether it is at its end now. */
export async function settleReturn(
  tx: ShopTx,
  context: Context,
  shopId: ShopId,
  returnId: string,
): Promise<boolean> {
  const read = await readMoneyFacts(tx, shopId, returnId)
  if (!read) return false
  if (isSettled(read.returned.state)) return true
  if (!planPaymentsOf(read.facts).settled) return false
  const event = settlingEvent(read.returned.items, read.returned.gift)
  const changed = await changeReturn(
    tx,
    context,
    shopId,
    { id: returnId },
    { actor: 'system', name: 'payments' },
    { event },
  )
  if (!changed.ok) return false
  await tx
    .update(returnItems)
    .set({ settledAt: context.now() })
    .where(
      and(eq(returnItems.shopId, shopId), eq(returnItems.returnId, returnId), isNull(returnItems.settledAt)),
    )
  return true
}
