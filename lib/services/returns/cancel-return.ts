import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Result } from '@/lib/core/result'
import type { Context } from '@/lib/services/context'
import type { By, ReturnRef, ReturnRefusal } from './begin-change'
import { changeReturn } from './change-return'
import type { Finished } from './finish-change'

/** Calls a return off, while no carrier has it. */
export const cancelReturn = (
  context: Context,
  shopId: ShopId,
  ref: ReturnRef,
  by: By,
): Promise<Result<Finished, ReturnRefusal>> =>
  withShop(context.db, shopId, (tx) => changeReturn(tx, context, shopId, ref, by, { event: 'cancel' }))
