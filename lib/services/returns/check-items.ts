import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Context } from '@/lib/services/context'
import type { By, ReturnRef } from './begin-change'
import { type Check, type CheckRefusal, checkItemIn } from './check-item'

/** Takes the transaction back: of several findings all stand, or none. */
class CheckRefused extends Error {
  constructor(readonly refusal: CheckRefusal) {
    super(refusal.code)
  }
}

/** Notes what a warehouse found of several items: all of it, or nothing where one can't stand. */
export async function checkItems(
  context: Context,
  shopId: ShopId,
  ref: ReturnRef,
  by: By,
  checks: readonly Check[],
): Promise<Result<null, CheckRefusal>> {
  try {
    await withShop(context.db, shopId, async (tx) => {
      let seen = by
      for (const check of checks) {
        const checked = await checkItemIn(tx, context, shopId, ref, seen, check)
        if (!checked.ok) throw new CheckRefused(checked.error)
        // The first finding made a version that nobody can have seen.
        seen = { ...by, version: null }
      }
    })
    return ok(null)
  } catch (error) {
    if (error instanceof CheckRefused) return fail(error.refusal)
    throw error
  }
}
