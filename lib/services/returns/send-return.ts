import { and, asc, eq, inArray, or } from 'drizzle-orm'
import { findDraftById } from '@/db/queries/read-draft'
import { orderLines, orders, returnDrafts, returns, variants } from '@/db/schema'
import { type ShopTx, withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import type { Locale } from '@/lib/i18n/locales'
import { dayIn } from '@/lib/returns/add-days'
import type { Draft } from '@/lib/returns/draft'
import { planReturn } from '@/lib/returns/drafts/plan-return'
import { type SendRefusal, sendRefusal } from '@/lib/returns/drafts/send-refusal'
import { SENDS_SOMETHING } from '@/lib/returns/vocabulary'
import type { Context } from '@/lib/services/context'
import type { Shop } from '@/lib/shops/shop'
import { type DraftRefusal, lockDraft } from './lock-draft'
import { readDraftView } from './read-draft-view'
import { returnToken } from './return-links'
import { type Sender, SendRefused, writeReturn } from './write-return'

export type SendError = Exclude<DraftRefusal, { code: 'already_sent' }> | SendRefusal

export type AskedToSend = {
  /** Of the draft as it was shown. */
  version: number
  /** `quoteFingerprint` of the sum that was shown. */
  seen: string
  /** The language that the shopper reads. */
  locale?: Locale
  /** Left out: the shopper. */
  by?: Sender
}

type Sent = { number: string; token: string }

/**
 * Nobody else may return pieces of these orders, or be promised these variants, until this is through; in one order, so that two
 * can't wait for each other.
 */
async function lockWhatIsTaken(tx: ShopTx, shopId: ShopId, { orders: ids, items }: Draft): Promise<void> {
  await tx
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.shopId, shopId), inArray(orders.id, ids)))
    .orderBy(asc(orders.id))
    .for('update')
  const sending = items.filter(({ outcome }) => outcome && SENDS_SOMETHING[outcome])
  if (sending.length === 0) return
  const bought = tx
    .select({ sku: orderLines.sku })
    .from(orderLines)
    .where(
      and(
        eq(orderLines.shopId, shopId),
        inArray(orderLines.orderId, ids),
        inArray(
          orderLines.id,
          sending.map(({ lineId }) => lineId),
        ),
      ),
    )
  const chosen = sending.flatMap(({ exchangeSku }) => exchangeSku ?? [])
  await tx
    .select({ sku: variants.sku })
    .from(variants)
    .where(
      and(
        eq(variants.shopId, shopId),
        or(inArray(variants.sku, bought), ...(chosen.length > 0 ? [inArray(variants.sku, chosen)] : [])),
      ),
    )
    .orderBy(asc(variants.sku))
    .for('update')
}

async function numberOf(tx: ShopTx, shopId: ShopId, returnId: string): Promise<string> {
  const [row] = await tx
    .select({ number: returns.number })
    .from(returns)
    .where(and(eq(returns.shopId, shopId), eq(returns.id, returnId)))
  if (!row) throw new Error(`a draft became return ${returnId}, which isn't there`)
  return row.number
}

async function send(
  tx: ShopTx,
  context: Context,
  shop: Shop,
  token: string,
  { version, seen, locale, by }: AskedToSend,
): Promise<Result<Sent, SendError>> {
  const now = context.now()
  const row = await lockDraft(tx, shop, token, now)
  if (!row) return fail({ code: 'unknown_draft' })
  const sent = (id: string, number: string) =>
    ok({ number, token: returnToken(context.keyring, shop.key, id) })
  if (row.returnId !== null) return sent(row.returnId, await numberOf(tx, shop.id, row.returnId))
  if (row.version !== version) return fail({ code: 'stale' })
  await lockWhatIsTaken(tx, shop.id, row.draft)
  const read = await readDraftView(tx, context, shop, findDraftById(tx, shop.id, row.id, now))
  if (!read) return fail({ code: 'unknown_draft' })
  const refusal = sendRefusal(read.view, dayIn(now, shop.timeZone), seen)
  if (refusal) return fail(refusal)
  const planned = planReturn(read.view)
  if (!planned) throw new Error(`draft ${row.id} is complete, and yet it is not`)
  const { id, number } = await writeReturn(tx, context, shop, read, planned, locale ?? null, by)
  await tx
    .update(returnDrafts)
    .set({ draft: read.view.draft, returnId: id, version: row.version + 1, updatedAt: now })
    .where(and(eq(returnDrafts.shopId, shop.id), eq(returnDrafts.id, row.id)))
  return sent(id, number)
}

/**
 * Makes a draft a return, in one transaction: rules, stock, quantities and the sum are asked again at this moment, under locks, and
 * nothing of money comes from whoever sends. The same draft again gives the same return.
 */
export async function sendReturn(
  context: Context,
  shop: Shop,
  token: string,
  asked: AskedToSend,
): Promise<Result<Sent, SendError>> {
  try {
    return await withShop(context.db, shop.id, (tx) => send(tx, context, shop, token, asked))
  } catch (error) {
    if (error instanceof SendRefused) return fail(error.refusal)
    throw error
  }
}
