import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Context } from '@/lib/services/context'
import { type By, beginChange, type ReturnRef, type ReturnRefusal } from './begin-change'
import type { Finished } from './finish-change'
import { listItems, setItem } from './list-items'
import { takeChange } from './take-change'

export type ContestRefusal =
  | ReturnRefusal
  | { code: 'unknown_item'; key: string }
  | { code: 'nothing_to_contest'; key: string }
  | { code: 'already_contested'; key: string }

/** The shopper objects to a deduction, once for an item; a person answers. */
export const contestDeduction = (
  context: Context,
  shopId: ShopId,
  ref: ReturnRef,
  by: By,
  { key, text }: { key: string; text: string },
): Promise<Result<Finished, ContestRefusal>> =>
  withShop(context.db, shopId, async (tx): Promise<Result<Finished, ContestRefusal>> => {
    const begun = await beginChange(tx, shopId, ref, 'contest', by)
    if (!begun.ok) return begun
    const row = begun.value
    const item = (await listItems(tx, shopId, row.id)).find((one) => one.key === key)
    if (!item) return fail({ code: 'unknown_item', key })
    if (item.contestedAt) return fail({ code: 'already_contested', key })
    if (item.deduction === 0) return fail({ code: 'nothing_to_contest', key })
    await setItem(tx, item, { contest: text, contestedAt: context.now() })
    return ok(await takeChange(tx, context, shopId, row, by, { event: 'contest', data: { key } }))
  })
