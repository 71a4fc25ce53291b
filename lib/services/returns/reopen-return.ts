import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Context } from '@/lib/services/context'
import { type By, beginChange, type ReturnRef, type ReturnRefusal } from './begin-change'
import type { Finished } from './finish-change'
import { revivedQuote } from './revived-quote'
import { takeChange } from './take-change'

/** A person takes a rejection, a cancellation or an expiry back; refused where another return has taken the pieces meanwhile. */
export const reopenReturn = (
  context: Context,
  shopId: ShopId,
  ref: ReturnRef,
  by: By,
): Promise<Result<Finished, ReturnRefusal | { code: 'pieces_taken' }>> =>
  withShop(context.db, shopId, async (tx) => {
    const begun = await beginChange(tx, shopId, ref, 'reopen', by)
    if (!begun.ok) return begun
    const quote = await revivedQuote(tx, shopId, begun.value)
    if (!quote) return fail({ code: 'pieces_taken' })
    return ok(await takeChange(tx, context, shopId, begun.value, by, { event: 'reopen', set: { quote } }))
  })
