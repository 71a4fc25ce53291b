import { and, eq } from 'drizzle-orm'
import { findPolicy } from '@/db/queries/read-policy'
import { returnBoxes, shops } from '@/db/schema'
import { type ShopTx, withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import { dayIn } from '@/lib/returns/add-days'
import { chooseMethod, type MethodChoice, type MethodRefusal } from '@/lib/returns/choose-method'
import { ownCarrier, ownNumber } from '@/lib/returns/drafts/changes/choose-method'
import { quoteWithMethod } from '@/lib/returns/requote'
import type { Context } from '@/lib/services/context'
import { type By, beginChange, type ReturnRef, type ReturnRefusal, type ReturnRow } from './begin-change'
import { findOwnParcel } from './find-own-parcel'
import type { Finished } from './finish-change'
import { takeChange } from './take-change'

/** The shopper's own parcel of a box; the number may come later. */
export type OwnParcel = { box: number; carrier: string; number: string | null }

export type ChangeMethodRefusal =
  | ReturnRefusal
  | MethodRefusal
  | { code: 'unknown_box'; box: number }
  /** The parcel is an order's, or another return's. */
  | { code: 'other_parcel'; box: number }

/** Takes the transaction back: what a refusal comes too late for must not stay half-done. */
class MethodRefused extends Error {
  constructor(readonly refusal: ChangeMethodRefusal) {
    super(refusal.code)
  }
}

/** The shopper's own parcels, in place of what the boxes travelled as. */
async function nameParcels(
  tx: ShopTx,
  shopId: ShopId,
  row: ReturnRow,
  own: readonly OwnParcel[],
  now: Date,
): Promise<void> {
  const ofReturn = and(eq(returnBoxes.shopId, shopId), eq(returnBoxes.returnId, row.id))
  await tx.update(returnBoxes).set({ carrier: null, number: null, shipmentId: null }).where(ofReturn)
  const requestedAt = row.createdAt
  for (const { box, carrier: told, number: written } of own) {
    const carrier = ownCarrier(told)
    const number = written ? ownNumber(written) : null
    // What can be no number is nobody's parcel either.
    if (written && !number) throw new MethodRefused({ code: 'other_parcel', box })
    const shipmentId =
      number === null
        ? null
        : await findOwnParcel(tx, shopId, { returnId: row.id, carrier, number, requestedAt }, now)
    if (number !== null && shipmentId === null) throw new MethodRefused({ code: 'other_parcel', box })
    await tx
      .update(returnBoxes)
      .set({ carrier, number, shipmentId })
      .where(and(ofReturn, eq(returnBoxes.box, box)))
  }
}

type Choice = MethodChoice & { own: readonly OwnParcel[] }

async function change(
  tx: ShopTx,
  context: Context,
  shopId: ShopId,
  ref: ReturnRef,
  by: By,
  choice: Choice,
): Promise<Result<Finished, ChangeMethodRefusal>> {
  const begun = await beginChange(tx, shopId, ref, 'change_method', by)
  if (!begun.ok) return begun
  const row = begun.value
  if (row.sentAt !== null) return fail({ code: 'return_state', state: row.state, event: 'change_method' })
  const policy = await findPolicy(tx, shopId, row.policyVersion)
  const [shop] = await tx.select({ settings: shops.settings }).from(shops).where(eq(shops.shopId, shopId))
  if (!policy || !shop) throw new Error(`return ${row.id} has no policy of version ${row.policyVersion}`)
  const now = context.now()
  const today = dayIn(now, shop.settings.timeZone)
  const chosen = chooseMethod(policy.methods, row.decision.methods, choice, today)
  if (!chosen.ok) return chosen
  const boxes = await tx
    .select({ box: returnBoxes.box })
    .from(returnBoxes)
    .where(and(eq(returnBoxes.shopId, shopId), eq(returnBoxes.returnId, row.id)))
  const { method } = chosen.value
  const isOwn = method.kind === 'own_carrier'
  const stray = isOwn && choice.own.find(({ box }) => !boxes.some((one) => one.box === box))
  if (stray) return fail({ code: 'unknown_box', box: stray.box })
  // A voided label's number stays known: its box may have been handed in all the same.
  if (isOwn) await nameParcels(tx, shopId, row, choice.own, now)
  const quote = quoteWithMethod(row.quote, row.gift, method, row.decision.freeMethods)
  return ok(
    await takeChange(tx, context, shopId, row, by, {
      event: 'change_method',
      data: { from: row.method.id, to: method.id },
      set: { method: chosen.value.chosen, quote },
    }),
  )
}

/** Another way for a return that no carrier has yet: its labels are given back, new ones are made, its price is in the new sum. */
export async function changeMethod(
  context: Context,
  shopId: ShopId,
  ref: ReturnRef,
  by: By,
  choice: Choice,
): Promise<Result<Finished, ChangeMethodRefusal>> {
  try {
    return await withShop(context.db, shopId, (tx) => change(tx, context, shopId, ref, by, choice))
  } catch (error) {
    if (error instanceof MethodRefused) return fail(error.refusal)
    throw error
  }
}
