import { and, eq } from 'drizzle-orm'
import { listHolds } from '@/db/queries/read-stock'
import { returns } from '@/db/schema'
import { withShop } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import { fail, ok, type Result } from '@/lib/core/result'
import { goodsOf } from '@/lib/returns/money/paid-item'
import { returnNumberKey } from '@/lib/returns/return-number'
import type { Context } from '@/lib/services/context'
import { readMoneyFacts } from '@/lib/services/returns/money/read-money-facts'
import { withdrawPayments } from '@/lib/services/returns/money/withdraw-payments'
import { noteUnavailable } from './note-unavailable'
import { setHold } from './take-stock'

/** `exchange_sent`: it is on its way; `no_exchange`: no item of that key is exchanged for anything. */
export type UnavailableRefusal = { code: 'unknown_return' | 'no_exchange' | 'exchange_sent' }

/** The merchant can't send what an item is exchanged for: it is taken back, and the shopper is asked instead. */
export const reportUnavailable = (
  context: Context,
  shopId: ShopId,
  number: string,
  key: string,
): Promise<Result<null, UnavailableRefusal>> =>
  withShop(context.db, shopId, async (tx) => {
    const [row] = await tx
      .select({ id: returns.id })
      .from(returns)
      .where(and(eq(returns.shopId, shopId), eq(returns.numberKey, returnNumberKey(number))))
    const read = row && (await readMoneyFacts(tx, shopId, row.id))
    if (!read) return fail({ code: 'unknown_return' })
    const { facts, returned } = read
    const item = facts.items.find((one) => one.key === key)
    const goods = item && goodsOf(item)
    if (!item || !goods) return fail({ code: 'no_exchange' })
    const now = context.now()
    const holds = await listHolds(tx, shopId, returned.id, now)
    if (holds.some((hold) => hold.key === key && hold.state === 'unavailable')) return ok(null)
    const payment = facts.payments.find(
      ({ kind, items }) => kind === 'exchange' && items.some((paid) => paid.key === key),
    )
    if (payment?.state === 'sent' || payment?.state === 'asked') return fail({ code: 'exchange_sent' })
    if (payment) await withdrawPayments(tx, shopId, returned, [payment.id], now)
    const wanted = { returnId: returned.id, key, sku: goods.sku, quantity: item.quantity }
    await setHold(tx, shopId, wanted, 'unavailable', now, now)
    await noteUnavailable(tx, context, shopId, wanted)
    return ok(null)
  })
