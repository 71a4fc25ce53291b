import type { ReturnSettings } from '@/lib/returns/settings'
import { SENDS_SOMETHING } from '@/lib/returns/vocabulary'
import { chooseBackend } from './choose-backend'
import { ofKind, paidForExchanges, takenOf } from './due-payments'
import { shipsNow } from './item-share'
import type { MoneyFacts, MoneyItem, PaidBy } from './money-facts'
import { paidItem } from './paid-item'
import { NO_PARTS, nextOccurrence, type PlannedPayment } from './payment'

/** Shopify holds an exchange's goods by itself until they are paid for. */
const WAITS_ITSELF = 'shopify'

/**
 * What leaves now, item by item: by the shop's rule, not twice, and not before the shopper has paid what it costs more. The
 * amount is what the new pieces are worth; nobody pays it.
 */
export function planExchanges(
  facts: MoneyFacts,
  by: PaidBy,
  platform: ReturnSettings['money']['backend'],
): { item: MoneyItem; payment: PlannedPayment }[] {
  const before = ofKind(facts, 'exchange')
  const isPaid = paidForExchanges(facts) >= facts.quote.pay
  return facts.items.flatMap((item) => {
    const isPlanned = before.some(({ items }) => items.some(({ key }) => key === item.key))
    if (!SENDS_SOMETHING[item.outcome] || isPlanned || !shipsNow(item, facts, by)) return []
    const payment: PlannedPayment = {
      kind: 'exchange',
      occurrence: nextOccurrence(item.key, takenOf(facts, 'exchange')),
      orderId: item.orderId,
      amount: facts.quote.items.find(({ key }) => key === item.key)?.exchange?.price ?? 0,
      ...NO_PARTS,
      items: [paidItem(item)],
    }
    return isPaid || chooseBackend(platform, payment) === WAITS_ITSELF ? [{ item, payment }] : []
  })
}
