import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { Result } from '@/lib/core/result'
import type { Context } from '@/lib/services/context'
import type { By, ReturnRef, ReturnRefusal } from './begin-change'
import { changeReturn } from './change-return'
import type { Finished } from './finish-change'

/** A person turns a return down; the reason is the shopper's answer, so there has to be one. */
export const rejectReturn = (
  context: Context,
  shopId: ShopId,
  ref: ReturnRef,
  by: By & { reason: string },
): Promise<Result<Finished, ReturnRefusal>> =>
  withShop(context.db, shopId, (tx) => changeReturn(tx, context, shopId, ref, by, { event: 'reject' }))
