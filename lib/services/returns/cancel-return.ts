import { and, eq, inArray, ne } from 'drizzle-orm'
import { returnPayments } from '@/db/schema'
import { type ShopTx, withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Context } from '@/lib/services/context'
import { type By, beginChange, type ReturnRef, type ReturnRefusal } from './begin-change'
import type { Finished } from './finish-change'
import { takeChange } from './take-change'

/** Whether money or goods have left for a return, or may have. */
async function hasLeft(tx: ShopTx, shopId: ShopId, returnId: string): Promise<boolean> {
  const [payment] = await tx
    .select({ id: returnPayments.id })
    .from(returnPayments)
    .where(
      and(
        eq(returnPayments.shopId, shopId),
        eq(returnPayments.returnId, returnId),
        ne(returnPayments.kind, 'charge'),
        inArray(returnPayments.state, ['asked', 'sent']),
      ),
    )
    .limit(1)
  return payment !== undefined
}

/** Calls a return off, while no carrier has it; a shopper can't any more once money or a new item is on its way to them. */
export const cancelReturn = (
  context: Context,
  shopId: ShopId,
  ref: ReturnRef,
  by: By,
): Promise<Result<Finished, ReturnRefusal>> =>
  withShop(context.db, shopId, async (tx): Promise<Result<Finished, ReturnRefusal>> => {
    const begun = await beginChange(tx, shopId, ref, 'cancel', by)
    if (!begun.ok) return begun
    const { id, state } = begun.value
    if (by.actor === 'shopper' && (await hasLeft(tx, shopId, id)))
      return fail({ code: 'return_state', state, event: 'cancel' })
    return ok(await takeChange(tx, context, shopId, begun.value, by, { event: 'cancel' }))
  })
