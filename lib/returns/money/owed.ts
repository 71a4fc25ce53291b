import { allocate, sumOf } from '@/lib/core/money'
import type { QuotedItem } from '@/lib/returns/quote'
import { MONEY_OF } from '@/lib/returns/sum-quote'
import { itemShare } from './item-share'
import type { MoneyFacts, MoneyItem, PaidBy } from './money-facts'

type Purse = 'refund' | 'credit'

/** What an item, or the shipping of an order, brings into a purse when everything goes its way. */
type Part = {
  orderId: string
  /** Null: the order's shipping. */
  key: string | null
  purse: Purse
  /** After charges. */
  net: number
  bonus: number
}

/** How many pieces of an item a sum is for. */
type Pieces = { key: string; quantity: number }

/** What is due of an order's purse now, deductions taken off. */
export type Owed = {
  orderId: string
  purse: Purse
  amount: number
  bonus: number
  /** Of it the order's shipping. */
  shipping: number
  pieces: Pieces[]
}

const purseOf = (facts: MoneyFacts, { outcome }: QuotedItem): Purse =>
  facts.gift || MONEY_OF[outcome] === 'credit' ? 'credit' : 'refund'

const grossOf = ({ outcome, paid, difference }: QuotedItem): number =>
  MONEY_OF[outcome] === null ? Math.max(0, -difference) : paid.amount

/** The quote's two sums, parted among what they are made of: the charges are borne by everything alike. */
function partsOf(facts: MoneyFacts): Part[] {
  const { quote } = facts
  const refunded = new Set(
    quote.items
      .filter((item) => MONEY_OF[item.outcome] !== null && purseOf(facts, item) === 'refund')
      .map(({ orderId }) => orderId),
  )
  const gross = [
    ...quote.items.map((item) => ({
      orderId: item.orderId,
      key: item.key,
      purse: purseOf(facts, item),
      gross: grossOf(item),
      bonus: item.bonus,
    })),
    ...quote.shipping.map(({ orderId, amount }) => ({
      orderId,
      key: null,
      purse: refunded.has(orderId) ? ('refund' as const) : ('credit' as const),
      gross: amount,
      bonus: 0,
    })),
  ]
  const totals = { refund: quote.refund, credit: quote.credit - quote.bonus }
  return (['refund', 'credit'] as const).flatMap((purse) => {
    const own = gross.filter((part) => part.purse === purse)
    if (sumOf(own.map((part) => part.gross)) === 0) return own.map((part) => ({ ...part, net: 0 }))
    const nets = allocate(
      totals[purse],
      own.map((part) => part.gross),
    )
    return own.map((part, index) => ({ ...part, net: nets[index] ?? 0 }))
  })
}

/** A share of an amount; the last piece takes the rest. */
const share = (whole: number, pieces: number, of: number): number =>
  pieces >= of ? whole : Math.floor((whole * pieces) / of)

/** By the rule, pieces that have come wait for the look at the others: one refund for an order, where one will do. */
const awaitsCheck = (facts: MoneyFacts, orderId: string): boolean =>
  facts.trigger === 'check' &&
  facts.items.some((item) => item.orderId === orderId && item.receivedQuantity > 0 && item.checkedAt === null)

const isWhole = (item: MoneyItem, facts: MoneyFacts, by: PaidBy): boolean => {
  const { pieces, final } = itemShare(item, facts, by)
  return final && pieces >= item.quantity
}

/**
 * What is due now by order and purse: never more than the quote less all deductions. What a deduction takes beyond its own item
 * (a worn jacket that was exchanged evenly) comes off the rest.
 */
export function owedNow(facts: MoneyFacts, by: PaidBy): Owed[] {
  let beyond = 0
  const owed = new Map<string, Owed>()
  const add = (part: Part, amount: number, bonus: number, quantity = 0) => {
    const id = `${part.purse} ${part.orderId}`
    const before = owed.get(id) ?? {
      orderId: part.orderId,
      purse: part.purse,
      amount: 0,
      bonus: 0,
      shipping: 0,
      pieces: [],
    }
    owed.set(id, {
      ...before,
      amount: before.amount + amount + bonus,
      bonus: before.bonus + bonus,
      shipping: before.shipping + (part.key === null ? amount : 0),
      pieces: part.key === null ? before.pieces : [...before.pieces, { key: part.key, quantity }],
    })
  }
  for (const part of partsOf(facts)) {
    const waits = by === 'trigger' && awaitsCheck(facts, part.orderId)
    if (part.key === null) {
      const whole = facts.items
        .filter(({ orderId }) => orderId === part.orderId)
        .every((item) => isWhole(item, facts, by))
      if (whole && !waits) add(part, part.net, 0)
      continue
    }
    const item = facts.items.find(({ key }) => key === part.key)
    if (!item) continue
    const pieces = waits ? 0 : itemShare(item, facts, by).pieces
    const amount = share(part.net, pieces, item.quantity)
    const bonus = share(part.bonus, pieces, item.quantity)
    // What isn't due yet can still bear its own deduction.
    beyond += Math.max(0, item.deduction - (pieces > 0 ? amount + bonus : part.net + part.bonus))
    const left = Math.max(0, amount + bonus - item.deduction)
    if (pieces > 0) add(part, Math.max(0, left - bonus), Math.min(left, bonus), pieces)
  }
  return [...owed.values()].map((one) => {
    const less = Math.min(beyond, one.amount)
    beyond -= less
    const amount = one.amount - less
    return {
      ...one,
      amount,
      bonus: Math.min(one.bonus, amount),
      shipping: Math.min(one.shipping, amount),
    }
  })
}
