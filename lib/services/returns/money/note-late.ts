import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { MoneyFacts } from '@/lib/returns/money/money-facts'
import { isUntouched, type Payment } from '@/lib/returns/money/payment'
import type { Return } from '@/lib/returns/return'
import type { Context } from '@/lib/services/context'
import { changeReturn } from '@/lib/services/returns/change-return'
import { withdrawPayments } from './withdraw-payments'

/** Whether a payment is for what another one was for, too. */
const isTwin = (one: Payment, { kind, orderId, items }: Payment): boolean =>
  one.kind === kind &&
  one.orderId === orderId &&
  (kind !== 'exchange' ||
    one.items.every(({ key, exchange }) =>
      items.some((paid) => paid.key === key && paid.exchange?.sku === exchange?.sku),
    ))

/** Says in the log that a payment was made which was owed no longer, and takes back what was planned in its place. */
export async function noteLate(
  tx: ShopTx,
  context: Context,
  shopId: ShopId,
  { facts, returned }: { facts: MoneyFacts; returned: Return },
  { payment, amount }: { payment: Payment; amount: number },
): Promise<void> {
  const { id, kind } = payment
  await changeReturn(
    tx,
    context,
    shopId,
    { id: returned.id },
    { actor: 'system', name: 'payments' },
    { event: 'note', data: { payment: id, kind, amount, withdrawn: true } },
  )
  const twins = facts.payments.filter((one) => isUntouched(one) && isTwin(one, payment))
  await withdrawPayments(
    tx,
    shopId,
    returned,
    twins.map((one) => one.id),
    context.now(),
  )
}
