import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { ok, type Result } from '@/lib/core/result'
import type { Context } from '@/lib/services/context'
import { type By, beginChange, type ReturnRef, type ReturnRefusal } from './begin-change'
import type { Change, Finished } from './finish-change'
import { takeChange } from './take-change'

/** Lets one thing happen to a return, in the caller's transaction; refused where it can't happen now. */
export async function changeReturn(
  tx: ShopTx,
  context: Context,
  shopId: ShopId,
  ref: ReturnRef,
  by: By,
  change: Change,
): Promise<Result<Finished, ReturnRefusal>> {
  const begun = await beginChange(tx, shopId, ref, change.event, by)
  return begun.ok ? ok(await takeChange(tx, context, shopId, begun.value, by, change)) : begun
}
