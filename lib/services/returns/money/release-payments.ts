import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Result } from '@/lib/core/result'
import type { Context } from '@/lib/services/context'
import type { By, ReturnRef, ReturnRefusal } from '@/lib/services/returns/begin-change'
import { changeReturn } from '@/lib/services/returns/change-return'
import type { Finished } from '@/lib/services/returns/finish-change'
import { shipExchanges } from '@/lib/services/returns/stock/ship-exchanges'
import { planPayments } from './plan-payments'

/**
 * A person lets all that a return owes be paid and sent now, whatever it waited for: the shop's list, a grade, an objection, the
 * parcel. Deductions stay off, and what was paid already isn't paid again.
 */
export const releasePayments = (
  context: Context,
  shopId: ShopId,
  ref: ReturnRef,
  by: By,
): Promise<Result<Finished, ReturnRefusal>> =>
  withShop(context.db, shopId, async (tx) => {
    const changed = await changeReturn(tx, context, shopId, ref, by, {
      event: 'note',
      data: { released: true },
    })
    if (!changed.ok) return changed
    await shipExchanges(tx, context, shopId, changed.value.id, 'merchant')
    await planPayments(tx, context, shopId, changed.value.id, 'merchant')
    return changed
  })
