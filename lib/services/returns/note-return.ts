import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Result } from '@/lib/core/result'
import type { Context } from '@/lib/services/context'
import type { By, ReturnRef, ReturnRefusal } from './begin-change'
import { changeReturn } from './change-return'
import type { Finished } from './finish-change'

/** Writes a note into a return's log, for the merchant's own eyes; the reason is its text. */
export const noteReturn = (
  context: Context,
  shopId: ShopId,
  ref: ReturnRef,
  by: By & { reason: string },
): Promise<Result<Finished, ReturnRefusal>> =>
  withShop(context.db, shopId, (tx) => changeReturn(tx, context, shopId, ref, by, { event: 'note' }))
