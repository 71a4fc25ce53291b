import { and, eq, ne, or } from 'drizzle-orm'
import { mayHaveLeft } from '@/db/queries/has-left'
import { returnPayments } from '@/db/schema'
import { type ShopTx, withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Context } from '@/lib/services/context'
import { type By, beginChange, type ReturnRef, type ReturnRefusal } from './begin-change'
import type { Finished } from './finish-change'
import { takeChange } from './take-change'

/**
 * Whether money has moved or goods have left for a return, or may have: a merchant who was told of it may be doing it this
 * moment.
 */
async function hasLeft(tx: ShopTx, shopId: ShopId, returnId: string): Promise<boolean> {
  const [payment] = await tx
    .select({ id: returnPayments.id })
    .from(returnPayments)
    .where(
      and(
        eq(returnPayments.shopId, shopId),
        eq(returnPayments.returnId, returnId),
        or(
          and(eq(returnPayments.kind, 'charge'), eq(returnPayments.state, 'sent')),
          and(ne(returnPayments.kind, 'charge'), mayHaveLeft),
        ),
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
