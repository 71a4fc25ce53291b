import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Result } from '@/lib/core/result'
import type { Context } from '@/lib/services/context'
import type { By, ReturnRef, ReturnRefusal } from './begin-change'
import { changeReturn } from './change-return'
import type { Finished } from './finish-change'

/** A person lets a return through. */
export const approveReturn = (
  context: Context,
  shopId: ShopId,
  ref: ReturnRef,
  by: By,
): Promise<Result<Finished, ReturnRefusal>> =>
  withShop(context.db, shopId, (tx) => changeReturn(tx, context, shopId, ref, by, { event: 'approve' }))
