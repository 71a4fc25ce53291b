import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Context } from '@/lib/services/context'
import { type By, beginChange, type ReturnRef, type ReturnRefusal } from './begin-change'
import type { Finished } from './finish-change'
import { listItems, setItem } from './list-items'
import { takeChange } from './take-change'

export type AnswerRefusal =
  | ReturnRefusal
  | { code: 'unknown_item'; key: string }
  | { code: 'not_contested'; key: string }
  | { code: 'already_answered'; key: string }
  /** An answer lowers a deduction, or lets it be. */
  | { code: 'deduction_too_large'; key: string; most: number }

/** A person answers a shopper's objection; where the deduction gets smaller, the rest is owed. */
export const answerContest = (
  context: Context,
  shopId: ShopId,
  ref: ReturnRef,
  by: By,
  { key, answer, deduction }: { key: string; answer: string; deduction?: number },
): Promise<Result<Finished, AnswerRefusal>> =>
  withShop(context.db, shopId, async (tx): Promise<Result<Finished, AnswerRefusal>> => {
    const begun = await beginChange(tx, shopId, ref, 'answer_contest', by)
    if (!begun.ok) return begun
    const row = begun.value
    const item = (await listItems(tx, shopId, row.id)).find((one) => one.key === key)
    if (!item) return fail({ code: 'unknown_item', key })
    if (!item.contestedAt) return fail({ code: 'not_contested', key })
    if (item.contestAnsweredAt) return fail({ code: 'already_answered', key })
    const kept = deduction ?? item.deduction
    if (kept > item.deduction) return fail({ code: 'deduction_too_large', key, most: item.deduction })
    await setItem(tx, item, {
      contestAnswer: answer,
      contestAnsweredAt: context.now(),
      deduction: kept,
    })
    const data = { key, before: item.deduction, deduction: kept }
    return ok(await takeChange(tx, context, shopId, row, by, { event: 'answer_contest', data }))
  })
