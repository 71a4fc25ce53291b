import { listHolds, type StockHold } from '@/db/queries/read-stock'
import type { ShopTx } from '@/db/with-shop'
import type { ShopId } from '@/lib/core/ids'
import type { MoneyItem, PaidBy } from '@/lib/returns/money/money-facts'
import { goodsOf } from '@/lib/returns/money/paid-item'
import type { PlannedPayment } from '@/lib/returns/money/payment'
import { planExchanges } from '@/lib/returns/money/plan-exchanges'
import type { Context } from '@/lib/services/context'
import { addPayments } from '@/lib/services/returns/money/add-payments'
import { platformOf } from '@/lib/services/returns/money/platform-of'
import { readMoneyFacts } from '@/lib/services/returns/money/read-money-facts'
import { holdUntil } from './hold-stock'
import { noteUnavailable } from './note-unavailable'
import { setHold, shipStock, takeStock, type Wanted } from './take-stock'

/** Whether an item's goods can go: set aside before or now, and still in stock. A choice that is being waited for is no yes. */
async function secure(
  tx: ShopTx,
  context: Context,
  shopId: ShopId,
  wanted: Wanted,
  hold: StockHold | undefined,
): Promise<boolean> {
  if (hold?.state === 'unavailable') return false
  const now = context.now()
  const until = await holdUntil(tx, shopId, wanted.returnId, now)
  const isHeld = hold?.live || (await takeStock(tx, shopId, wanted, until, now))
  if (isHeld && (await shipStock(tx, shopId, wanted))) return true
  await setHold(tx, shopId, wanted, 'unavailable', until, now)
  await noteUnavailable(tx, context, shopId, wanted)
  return false
}

/**
 * Sends what a return is exchanged for, where the shop's rule says now and what the shopper pays for it is paid; each item once.
 * What is out of stock at the last moment isn't sent: the shopper is asked instead. Call it after any change.
 */
export async function shipExchanges(
  tx: ShopTx,
  context: Context,
  shopId: ShopId,
  returnId: string,
  by: PaidBy = 'trigger',
): Promise<void> {
  const read = await readMoneyFacts(tx, shopId, returnId)
  if (!read) return
  const { facts, returned } = read
  const planned = planExchanges(facts, by, await platformOf(tx, shopId))
  if (planned.length === 0) return
  const holds = await listHolds(tx, shopId, returnId, context.now())
  const bySku = ({ item }: { item: MoneyItem }) => goodsOf(item)?.sku ?? ''
  const going: PlannedPayment[] = []
  for (const { item, payment } of planned.toSorted((a, b) => (bySku(a) < bySku(b) ? -1 : 1))) {
    const goods = goodsOf(item)
    const wanted = goods && { returnId, key: item.key, sku: goods.sku, quantity: item.quantity }
    const hold = holds.find(({ key }) => key === item.key)
    if (!wanted || (await secure(tx, context, shopId, wanted, hold))) going.push(payment)
  }
  await addPayments(tx, shopId, returned, going, context.now())
}
