import { workReady } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { isSettled } from '@/lib/returns/machine'
import type { PaidBy } from '@/lib/returns/money/money-facts'
import { planPaymentsOf } from '@/lib/returns/money/plan-payments'
import type { Context } from '@/lib/services/context'
import { addPayments } from './add-payments'
import { readMoneyFacts } from './read-money-facts'
import { settleWork } from './settle-work'
import { withdrawPayments } from './withdraw-payments'

/**
 * Writes down what a return owes now, by its trigger, and has it asked for; takes back what it owes no longer. Decides by the
 * stored return alone, waits for a person by itself where one has to look, and plans nothing twice: call it after any change.
 */
export async function planPayments(
  tx: ShopTx,
  context: Context,
  shopId: ShopId,
  returnId: string,
  by: PaidBy = 'trigger',
): Promise<void> {
  const read = await readMoneyFacts(tx, shopId, returnId)
  if (!read) return
  const now = context.now()
  const plan = planPaymentsOf(read.facts, by)
  await withdrawPayments(tx, shopId, read.returned, plan.withdraw, now)
  await addPayments(tx, shopId, read.returned, plan.add, now)
  if (plan.settled && !isSettled(read.returned.state))
    await tx.insert(workReady).values(settleWork(shopId, returnId, now))
}
