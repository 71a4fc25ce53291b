import { fail, ok, type Result } from '@/lib/core/result'
import type { LineDecision, ReturnDecision } from './policy/decision'
import type { Quote, QuotedCharge, QuotedItem } from './quote'
import type { AskedMethod } from './quote-input'
import { methodCharge } from './quoted-charges'
import { quotedItem } from './quoted-item'
import { requote } from './requote'
import type { ReturnItem } from './return'
import { type Outcome, SENDS_SOMETHING } from './vocabulary'

type Variant = { sku: string; product: string; title: string; variant: string | null; price: number }

/** Another wish for an item whose exchange can't be, or isn't wanted any more. */
export type Wish = {
  outcome: Outcome
  /** What was asked for is out of stock. */
  isGone: boolean
  /** The bought piece before discounts, and its product. */
  unitPrice: number
  product: string | null
  variant: Variant | null
  /** How it travels, at its price; null: nobody knows it any more. */
  method: AskedMethod | null
}

export type OutcomeRefusal =
  /** Nothing was to be sent for the item. */
  | { code: 'no_exchange'; key: string }
  | { code: 'outcome_not_offered'; key: string }
  | { code: 'unknown_variant'; key: string }

type Returned = { quote: Quote; decision: ReturnDecision; gift: boolean }

/** What takes the place of goods that can't be sent, whatever the policy offers. */
const MONEY: readonly Outcome[] = ['refund', 'store_credit']

/** The policy's answer for an item: they stand in the same order, and a line may occur twice. */
function decisionOf({ quote, decision }: Returned, key: string): LineDecision | null {
  const index = quote.items.findIndex((item) => item.key === key)
  const item = quote.items[index]
  const line = decision.lines[index]
  const isSame = line && line.orderId === item?.orderId && line.lineId === item.lineId
  const other = decision.lines.find((one) => one.orderId === item?.orderId && one.lineId === item.lineId)
  return (isSame ? line : other) ?? null
}

/** A present is only exchanged evenly, so that nobody learns what it cost. */
const isEven = ({ variant, unitPrice }: Wish): boolean => variant?.price === unitPrice

const isVariantFor = (wish: Wish, gift: boolean): boolean => {
  const { outcome, variant, product } = wish
  if (outcome === 'exchange_variant') return variant?.product === product && (!gift || isEven(wish))
  return outcome !== 'exchange_product' || (variant !== null && !gift)
}

/**
 * The charges with the price of the way, which was dropped where there was no money to take it from. Not asked for where the shop
 * can't send what was agreed: that isn't the shopper's doing.
 */
function chargesOf(
  { quote, decision }: Returned,
  items: readonly QuotedItem[],
  { isGone, method }: Wish,
): readonly QuotedCharge[] {
  if (isGone || !method) return quote.charges
  const fees = quote.charges.filter(({ kind }) => kind === 'fee')
  return [...fees, ...methodCharge(items, method, decision.freeMethods)]
}

/** The item's new exchange and the whole return's new sum; what was paid stays as it was agreed. */
export function chooseOutcome(
  returned: Returned,
  item: Pick<ReturnItem, 'key' | 'outcome' | 'exchange'>,
  wish: Wish,
): Result<{ exchange: ReturnItem['exchange']; quote: Quote }, OutcomeRefusal> {
  const { key } = item
  const quoted = returned.quote.items.find((one) => one.key === key)
  const decision = decisionOf(returned, key)
  if (!quoted || !decision || !SENDS_SOMETHING[item.outcome]) return fail({ code: 'no_exchange', key })
  const mayHave =
    wish.outcome !== 'keep' &&
    (decision.outcomes.includes(wish.outcome) || (wish.isGone && MONEY.includes(wish.outcome)))
  if (!mayHave) return fail({ code: 'outcome_not_offered', key })
  if (!isVariantFor(wish, returned.gift)) return fail({ code: 'unknown_variant', key })
  const exchange = exchangeOf(item, wish)
  const { orderId, lineId, quantity, paid } = quoted
  const asked = { key, orderId, lineId, quantity, outcome: wish.outcome, exchange, paid }
  const one = quotedItem({ ...asked, unitPrice: wish.unitPrice }, decision.bonus.percent)
  const isFirstCredit = returned.quote.items.every(
    (other) => other.key === key || other.outcome !== 'store_credit',
  )
  const flat = wish.outcome === 'store_credit' && isFirstCredit ? decision.bonus.amount : 0
  const items = returned.quote.items.map(
    (other): QuotedItem => (other.key === key ? { ...one, bonus: one.bonus + flat } : other),
  )
  const charges = chargesOf(returned, items, wish)
  return ok({ exchange, quote: requote(returned.quote, returned.gift, { items, charges }) })
}

/** A replacement or a repair goes on sending what it named. */
function exchangeOf({ exchange }: Pick<ReturnItem, 'exchange'>, wish: Wish): ReturnItem['exchange'] {
  if (!SENDS_SOMETHING[wish.outcome]) return null
  if (!wish.variant) return wish.outcome === 'replacement' ? exchange : null
  const { sku, title, variant, price } = wish.variant
  return { sku, title, variant, price }
}
