import type { MoneyFacts, MoneyItem } from '@/lib/returns/money/money-facts'
import type { Payment, PlannedPayment } from '@/lib/returns/money/payment'
import { quoteReturn } from '@/lib/returns/quote-return'
import type { Outcome } from '@/lib/returns/vocabulary'

export type AskedFor = {
  order?: string
  outcome?: Outcome
  /** One piece, in minor units. */
  price?: number
  quantity?: number
  /** What one piece of the new one costs. */
  newPrice?: number
  bonusPercent?: number
  item?: Partial<MoneyItem>
}

export type Circumstances = Partial<Omit<MoneyFacts, 'items' | 'quote'>> & {
  shipping?: number
  refundShipping?: boolean
  fee?: number
}

const EXCHANGES: ReadonlySet<Outcome> = new Set<Outcome>(['exchange_variant', 'exchange_product'])

/** A return as the quote has priced it, on its way to being paid. */
export function moneyFacts(asked: readonly AskedFor[], more: Circumstances = {}): MoneyFacts {
  const { shipping = 0, refundShipping = false, fee = 0, ...rest } = more
  const wishes = asked.map((one, index) => ({
    key: String(index + 1),
    order: 'order-1',
    outcome: 'refund' as Outcome,
    price: 10_000,
    quantity: 1,
    newPrice: 10_000,
    bonusPercent: 0,
    item: {},
    ...one,
  }))
  const orderIds = [...new Set(wishes.map(({ order }) => order))]
  const orders = orderIds.map((id) => ({
    id,
    lines: wishes
      .filter(({ order }) => order === id)
      .map(({ key, quantity, price }) => ({
        id: `line-${key}`,
        quantity,
        unitPrice: price,
        discount: 0,
        taxRate: 0.19,
      })),
    discounts: [],
    shipping: { price: shipping, service: 'standard' },
    taken: { lines: [], shipping: 0 },
  }))
  const fees = fee > 0 ? [{ id: 'fee', texts: { en: 'Fee' }, amount: fee, per: 'return' as const }] : []
  const quote = quoteReturn({
    currency: 'EUR',
    today: '2026-11-20',
    gift: more.gift ?? false,
    orders,
    items: wishes.map(({ key, order, quantity, outcome, newPrice, bonusPercent }) => ({
      key,
      orderId: order,
      lineId: `line-${key}`,
      quantity,
      outcome,
      exchange: EXCHANGES.has(outcome) ? { sku: `new-${key}`, price: newPrice } : null,
      decision: { fees, bonus: { percent: bonusPercent, amount: 0 }, ourFault: false, refundShipping },
    })),
    decision: { freeMethods: [], refundTrigger: more.trigger ?? 'check', approval: 'automatic' },
    method: null,
  })
  return {
    state: 'approved',
    gift: false,
    blocked: false,
    trigger: 'check',
    shipExchange: 'receipt',
    automaticGrades: ['as_new', 'opened'],
    sentAt: null,
    receivedAt: null,
    checkedAt: null,
    payments: [],
    withdrawn: [],
    orders: orders.map(({ id, lines }) => ({
      id,
      paid: lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, shipping),
      given: 0,
    })),
    ...rest,
    quote,
    items: wishes.map(({ key, order, quantity, outcome, newPrice, item }) => ({
      key,
      orderId: order,
      lineId: `line-${key}`,
      sku: `sku-${key}`,
      title: `Thing ${key}`,
      variant: null,
      quantity,
      outcome,
      exchange: EXCHANGES.has(outcome)
        ? { sku: `new-${key}`, title: `New ${key}`, variant: null, price: newPrice }
        : null,
      receivedQuantity: 0,
      receivedAt: null,
      grade: null,
      deduction: 0,
      checkedAt: null,
      contestedAt: null,
      contestAnsweredAt: null,
      ...item,
    })),
  }
}

const AT = '2026-11-20T12:00:00.000Z'

/** An item that came whole. */
export const RECEIVED = { receivedQuantity: 1, receivedAt: AT } as const

/** An item that came and was found fine. */
export const CHECKED = { ...RECEIVED, checkedAt: AT, grade: 'as_new' } as const

/** Plans as they rest in the database. */
export const written = (planned: readonly PlannedPayment[], state: Payment['state'] = 'sent'): Payment[] =>
  planned.map((one) => ({
    ...one,
    id: `${one.kind} ${one.occurrence}`,
    state,
    backend: 'webhook',
    reference: null,
  }))
