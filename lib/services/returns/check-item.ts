import { and, count, eq } from 'drizzle-orm'
import { returnFiles } from '@/db/schema'
import { type ShopTx, withShop } from '@/db/with-shop'
import { newId, type ShopId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import { isSettled, nextState } from '@/lib/returns/machine'
import type { Disposition, Grade } from '@/lib/returns/vocabulary'
import type { Context } from '@/lib/services/context'
import { type By, beginChange, type ReturnRef, type ReturnRefusal, type ReturnRow } from './begin-change'
import type { Finished } from './finish-change'
import { type ItemRow, listItems, setItem, travelling } from './list-items'
import { takeChange } from './take-change'

/** An item bears so many pictures of its check. */
export const MAX_CHECK_PHOTOS = 5

/** A picture that was re-encoded by us. */
export type CheckPhoto = { content: Uint8Array; mediaType: string; width: number; height: number }

/** What a warehouse found; the deduction in minor units, taken off what was paid, never without a reason. */
export type Check = {
  key: string
  grade: Grade
  disposition: Disposition | null
  deduction: number
  deductionReason: string | null
  photos: readonly CheckPhoto[]
}

export type CheckRefusal =
  | ReturnRefusal
  | { code: 'unknown_item'; key: string }
  /** Nobody has noted that it came; what never came is checked as `missing`. */
  | { code: 'not_received'; key: string }
  | { code: 'deduction_too_large'; key: string; most: number }
  | { code: 'reason_missing'; key: string }
  /** Its money is on its way already, in full. */
  | { code: 'already_settled'; key: string }
  /** The shopper has objected: that is answered, not checked again. */
  | { code: 'already_contested'; key: string }
  | { code: 'too_many_photos'; key: string; most: number }

const ofItem = (shopId: ShopId, { returnId, key }: ItemRow) =>
  and(
    eq(returnFiles.shopId, shopId),
    eq(returnFiles.ownerType, 'return'),
    eq(returnFiles.ownerId, returnId),
    eq(returnFiles.kind, 'check_photo'),
    eq(returnFiles.part, key),
  )

/** Why what was found can't stand; null: it can. */
function refusalOf(row: ReturnRow, item: ItemRow, check: Check): CheckRefusal | null {
  const { key, deduction } = check
  const isOut = isSettled(row.state) || item.settledAt !== null
  if (item.receivedQuantity === 0 && check.grade !== 'missing') return { code: 'not_received', key }
  if (item.contestedAt) return { code: 'already_contested', key }
  if (isOut && deduction > item.deduction) return { code: 'already_settled', key }
  if (deduction > item.paid) return { code: 'deduction_too_large', key, most: item.paid }
  if (deduction > 0 && !check.deductionReason) return { code: 'reason_missing', key }
  return null
}

async function addPhotos(
  tx: ShopTx,
  shopId: ShopId,
  item: ItemRow,
  photos: readonly CheckPhoto[],
  now: Date,
): Promise<boolean> {
  if (photos.length === 0) return true
  const [known] = await tx.select({ photos: count() }).from(returnFiles).where(ofItem(shopId, item))
  if ((known?.photos ?? 0) + photos.length > MAX_CHECK_PHOTOS) return false
  await tx.insert(returnFiles).values(
    photos.map((photo) => ({
      ...photo,
      shopId,
      id: newId(),
      ownerType: 'return' as const,
      ownerId: item.returnId,
      kind: 'check_photo' as const,
      part: item.key,
      createdAt: now,
    })),
  )
  return true
}

/** Notes what a warehouse found of an item, in the caller's transaction; with the last one the return is checked. */
export async function checkItemIn(
  tx: ShopTx,
  context: Context,
  shopId: ShopId,
  ref: ReturnRef,
  by: By,
  check: Check,
): Promise<Result<Finished, CheckRefusal>> {
  const begun = await beginChange(tx, shopId, ref, 'check_item', by)
  if (!begun.ok) return begun
  const row = begun.value
  const items = travelling(await listItems(tx, shopId, row.id))
  const { key, grade, disposition, deduction } = check
  const item = items.find((one) => one.key === key)
  if (!item) return fail({ code: 'unknown_item', key })
  const refusal = refusalOf(row, item, check)
  if (refusal) return fail(refusal)
  const now = context.now()
  if (!(await addPhotos(tx, shopId, item, check.photos, now)))
    return fail({ code: 'too_many_photos', key, most: MAX_CHECK_PHOTOS })
  const deductionReason = deduction > 0 ? check.deductionReason : null
  await setItem(tx, item, { grade, disposition, deduction, deductionReason, checkedAt: now })
  const isLast = items.every((one) => one === item || one.checkedAt !== null)
  const event = isLast && nextState(row.state, 'check').ok ? 'check' : 'check_item'
  const data = { key, grade, disposition, deduction, photos: check.photos.length }
  return ok(await takeChange(tx, context, shopId, row, by, { event, data }))
}

/** Notes what a warehouse found of an item. Found anew, the newer finding stands. */
export const checkItem = (
  context: Context,
  shopId: ShopId,
  ref: ReturnRef,
  by: By,
  check: Check,
): Promise<Result<Finished, CheckRefusal>> =>
  withShop(context.db, shopId, (tx) => checkItemIn(tx, context, shopId, ref, by, check))
