import { randomInt } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { returnBoxes, returnFiles, returnItems, returnLog, returns } from '@/db/schema'
import type { ShopTx } from '@/db/with-shop'
import { newId } from '@/lib/core/ids'
import type { Locale } from '@/lib/i18n/locales'
import { customerKey } from '@/lib/orders/customer-key'
import { draftFields } from '@/lib/returns/draft-fields'
import { draftProblem } from '@/lib/returns/draft-problems'
import { groundOf } from '@/lib/returns/drafts/ground-of'
import type { PlannedBox, PlannedReturn } from '@/lib/returns/drafts/plan-return'
import type { SendRefusal } from '@/lib/returns/drafts/send-refusal'
import { makeReturnNumber, returnNumberKey } from '@/lib/returns/return-number'
import type { Context } from '@/lib/services/context'
import type { Shop } from '@/lib/shops/shop'
import { changeReturn } from './change-return'
import { findOwnParcel } from './find-own-parcel'
import type { ReadDraft } from './read-draft-view'
import { admitReturnToken } from './return-links'

/** Takes the transaction back: what a refusal comes too late for must not stay half-done. */
export class SendRefused extends Error {
  constructor(readonly refusal: SendRefusal) {
    super(refusal.code)
  }
}

/** Numbers have 35 bits: even in a shop with a million returns nobody meets this often. */
const MAX_NUMBERS = 8

type Row = Omit<typeof returns.$inferInsert, 'number' | 'numberKey'>

async function insertNumbered(tx: ShopTx, row: Row): Promise<string> {
  for (let tries = 0; tries < MAX_NUMBERS; tries++) {
    const number = makeReturnNumber((below) => randomInt(below))
    const [written] = await tx
      .insert(returns)
      .values({ ...row, number, numberKey: returnNumberKey(number) })
      .onConflictDoNothing({ target: [returns.shopId, returns.numberKey] })
      .returning({ id: returns.id })
    if (written) return number
  }
  throw new Error(`shop ${row.shopId} has no free number for a return`)
}

async function writeBoxes(
  tx: ShopTx,
  shop: Shop,
  returnId: string,
  boxes: readonly PlannedBox[],
  now: Date,
): Promise<void> {
  // Parcels are locked in one order, so that two returns can't wait for each other.
  const byNumber = boxes.toSorted((a, b) => ((a.own?.number ?? '') < (b.own?.number ?? '') ? -1 : 1))
  for (const { box, own } of byNumber) {
    const { carrier = null, number = null } = own ?? {}
    const shipmentId =
      carrier !== null && number !== null
        ? await findOwnParcel(tx, shop.id, { returnId, carrier, number, requestedAt: now }, now)
        : null
    if (number !== null && shipmentId === null)
      throw new SendRefused({
        code: 'not_complete',
        step: 'method',
        problems: [draftProblem(draftFields.number(box), 'numberInvalid')],
      })
    await tx.insert(returnBoxes).values({
      shopId: shop.id,
      returnId,
      box,
      shipmentId,
      carrier,
      number,
      labelState: 'none',
      label: null,
      labelError: null,
      labelTries: 0,
      issuedAt: null,
      voidedAt: null,
      createdAt: now,
    })
  }
}

/** Who sends it: the shopper, or the merchant for them. */
export type Sender = { actor: 'shopper' | 'merchant'; name: string | null }

const SHOPPER: Sender = { actor: 'shopper', name: null }

/** Writes a return out of a draft that may be sent, and lets begin what follows: labels, stock, messages. */
export async function writeReturn(
  tx: ShopTx,
  context: Context,
  shop: Shop,
  { view, input }: ReadDraft,
  planned: PlannedReturn,
  locale: Locale | null,
  by: Sender = SHOPPER,
): Promise<{ id: string; number: string }> {
  const { draft, decision } = view
  const now = context.now()
  const id = newId()
  const ordersById = new Map(input.source.orders.map((order) => [order.id, order]))
  const first = ordersById.get(draft.orders[0] ?? '')
  const number = await insertNumbered(tx, {
    shopId: shop.id,
    id,
    ground: groundOf(draft.items),
    state: 'requested',
    version: 1,
    gift: draft.gift,
    customerKey: draft.gift ? customerKey(context.keyring, draft.email) : (first?.customerKey ?? null),
    email: draft.gift ? draft.email : null,
    locale: locale ?? first?.locale ?? shop.defaultLocale,
    currency: view.currency,
    method: planned.method,
    destination: decision.destination,
    quote: planned.quote,
    policyVersion: view.policyVersion,
    decision,
    refundTrigger: decision.refundTrigger,
    shipExchange: decision.shipExchange,
    requestedBy: by.actor,
    labelExpiresAt: null,
    sentAt: null,
    receivedAt: null,
    checkedAt: null,
    settledAt: null,
    createdAt: now,
    updatedAt: now,
  })
  await tx.insert(returnItems).values(
    planned.items.map((item) => ({
      shopId: shop.id,
      returnId: id,
      ...item,
      mediaId: ordersById.get(item.orderId)?.lines.find((line) => line.id === item.lineId)?.mediaId ?? null,
      receivedQuantity: 0,
      deduction: 0,
    })),
  )
  await writeBoxes(tx, shop, id, planned.boxes, now)
  await tx.insert(returnLog).values({
    shopId: shop.id,
    returnId: id,
    version: 1,
    at: now,
    actor: by.actor,
    actorName: by.name,
    event: 'request',
    from: null,
    to: 'requested',
    reason: null,
    data: {},
  })
  await tx
    .update(returnFiles)
    .set({ ownerType: 'return', ownerId: id })
    .where(
      and(
        eq(returnFiles.shopId, shop.id),
        eq(returnFiles.ownerType, 'draft'),
        eq(returnFiles.ownerId, view.id),
      ),
    )
  await admitReturnToken(tx, context.keyring, shop.id, id, now)
  const event = decision.approval === 'automatic' ? 'submit_approved' : 'submit_review'
  const submitted = await changeReturn(tx, context, shop.id, { id }, by, { event })
  if (!submitted.ok) throw new Error(`return ${id} can't be submitted: ${submitted.error.code}`)
  return { id, number }
}
