import { and, eq } from 'drizzle-orm'
import { findPolicy } from '@/db/queries/read-policy'
import { returnBoxes, shops } from '@/db/schema'
import { type ShopTx, withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import { dayIn } from '@/lib/returns/add-days'
import { chooseMethod, type MethodChoice, type MethodRefusal } from '@/lib/returns/choose-method'
import { quoteWithMethod } from '@/lib/returns/requote'
import type { Context } from '@/lib/services/context'
import { type By, beginChange, type ReturnRef, type ReturnRefusal, type ReturnRow } from './begin-change'
import type { Finished } from './finish-change'
import { registerInbound } from './register-inbound'
import { takeChange } from './take-change'

/** The shopper's own parcel of a box; the number may come later. */
export type OwnParcel = { box: number; carrier: string; number: string | null }

export type ChangeMethodRefusal = ReturnRefusal | MethodRefusal | { code: 'unknown_box'; box: number }

/** What each box travels as from now on; a label of ours names its own parcel when it is made. */
async function nameParcels(
  tx: ShopTx,
  shopId: ShopId,
  row: ReturnRow,
  own: readonly OwnParcel[],
  now: Date,
): Promise<void> {
  const ofReturn = and(eq(returnBoxes.shopId, shopId), eq(returnBoxes.returnId, row.id))
  await tx.update(returnBoxes).set({ carrier: null, number: null, shipmentId: null }).where(ofReturn)
  for (const { box, carrier, number } of own) {
    const shipmentId =
      number === null
        ? null
        : await registerInbound(
            tx,
            shopId,
            { returnId: row.id, carrier, number, requestedAt: row.createdAt },
            now,
          )
    await tx
      .update(returnBoxes)
      .set({ carrier, number, shipmentId })
      .where(and(ofReturn, eq(returnBoxes.box, box)))
  }
}

/** Another way for a return that no carrier has yet: its labels are given back, new ones are made, its price is in the new sum. */
export const changeMethod = (
  context: Context,
  shopId: ShopId,
  ref: ReturnRef,
  by: By,
  choice: MethodChoice & { own: readonly OwnParcel[] },
): Promise<Result<Finished, ChangeMethodRefusal>> =>
  withShop(context.db, shopId, async (tx): Promise<Result<Finished, ChangeMethodRefusal>> => {
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
    const own = chosen.value.method.kind === 'own_carrier' ? choice.own : []
    const stray = own.find(({ box }) => !boxes.some((one) => one.box === box))
    if (stray) return fail({ code: 'unknown_box', box: stray.box })
    await nameParcels(tx, shopId, row, own, now)
    const { method } = chosen.value
    const quote = quoteWithMethod(row.quote, row.gift, method, row.decision.freeMethods)
    return ok(
      await takeChange(tx, context, shopId, row, by, {
        event: 'change_method',
        data: { from: row.method.id, to: method.id },
        set: { method: chosen.value.chosen, quote },
      }),
    )
  })
