import fc from 'fast-check'
import { sumOf } from '@/lib/core/money'
import { paidForOrder } from '@/lib/returns/paid-for'
import type { Quote } from '@/lib/returns/quote'
import type { AskedItem, QuotedLine, QuotedOrder, QuoteInput, Taken } from '@/lib/returns/quote-input'
import { OUTCOMES } from '@/lib/returns/vocabulary'

/** A policy's answer with nothing special about it. */
export const usual: AskedItem['decision'] = {
  fees: [],
  bonus: { percent: 0, amount: 0 },
  ourFault: false,
  refundShipping: false,
}

export const item = (more: Partial<AskedItem> = {}): AskedItem => ({
  key: '1',
  orderId: 'o',
  lineId: '1',
  quantity: 1,
  outcome: 'refund',
  exchange: null,
  decision: usual,
  ...more,
})

export const line = (more: Partial<QuotedLine> = {}): QuotedLine => ({
  id: '1',
  quantity: 1,
  unitPrice: 10_000,
  discount: 0,
  taxRate: 0.19,
  ...more,
})

export const order = (more: Partial<QuotedOrder> = {}): QuotedOrder => ({
  id: 'o',
  lines: [line()],
  discounts: [],
  shipping: null,
  taken: { lines: [], shipping: 0 },
  ...more,
})

export const input = (more: Partial<QuoteInput> = {}): QuoteInput => ({
  currency: 'EUR',
  today: '2026-11-20',
  gift: false,
  orders: [order()],
  items: [item()],
  decision: { freeMethods: [], refundTrigger: 'check', approval: 'automatic' },
  method: null,
  ...more,
})

/** What an order has had taken off it by returns that were quoted before. */
export const takenBy = (quotes: readonly Quote[], orderId = 'o'): Taken => ({
  lines: quotes.flatMap(({ items }) =>
    items
      .filter((one) => one.orderId === orderId)
      .map(({ lineId, quantity, paid }) => ({ lineId, quantity, ...paid })),
  ),
  shipping: sumOf(
    quotes.flatMap(({ shipping }) =>
      shipping.filter((one) => one.orderId === orderId).map(({ amount }) => amount),
    ),
  ),
})

export const paidFor = (one: QuotedOrder) => {
  const { lines, shipping } = paidForOrder(one)
  return { lines: sumOf(lines), shipping }
}

const cents = fc.integer({ min: 0, max: 30_000 })

const anyLine = (id: string) =>
  fc
    .record({
      quantity: fc.integer({ min: 1, max: 6 }),
      unitPrice: cents,
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      taxRate: fc.constantFrom(null, 0, 0.07, 0.19, 0.2),
    })
    .map(({ share, ...one }) =>
      line({ id, ...one, discount: Math.floor(one.quantity * one.unitPrice * share) }),
    )

/** Orders of all sorts: free lines, lines that are discounted away, discounts beyond everything. */
export const anyOrder = fc
  .integer({ min: 1, max: 4 })
  .chain((lines) =>
    fc.record({
      lines: fc.tuple(...Array.from({ length: lines }, (_, index) => anyLine(String(index + 1)))),
      discounts: fc.array(fc.record({ amount: cents }), { maxLength: 3 }),
      shipping: fc.option(
        fc.record({ price: fc.integer({ min: 0, max: 2_000 }), service: fc.constant('standard') }),
      ),
    }),
  )
  .map((one) => order(one))

export const anyDecision = fc.record({
  fees: fc.array(
    fc
      .record({
        id: fc.constantFrom('handling', 'restocking', 'wear'),
        amount: fc.integer({ min: 0, max: 5_000 }),
        percent: fc.integer({ min: 0, max: 100 }),
        isPercent: fc.boolean(),
        per: fc.constantFrom('return' as const, 'order' as const, 'item' as const),
      })
      .map(({ isPercent, amount, percent, ...fee }) => ({
        ...fee,
        texts: { en: fee.id },
        ...(isPercent ? { percent } : { amount }),
      })),
    { maxLength: 2 },
  ),
  bonus: fc.record({ percent: fc.integer({ min: 0, max: 20 }), amount: fc.integer({ min: 0, max: 1_000 }) }),
  ourFault: fc.boolean(),
  refundShipping: fc.boolean(),
})

export const anyOutcome = fc.constantFrom(...OUTCOMES)

export const anyExchange = fc.option(
  fc.record({ sku: fc.constant('NEW'), price: fc.integer({ min: 0, max: 40_000 }) }),
)

/** All pieces of an order, in any sequence, parted into returns of any size. */
export const anySplit = (of: QuotedOrder) =>
  fc
    .shuffledSubarray(
      of.lines.flatMap(({ id, quantity }) => Array.from({ length: quantity }, (_, piece) => ({ id, piece }))),
      { minLength: sumOf(of.lines.map(({ quantity }) => quantity)) },
    )
    .chain((pieces) =>
      fc
        .array(fc.nat({ max: 3 }), { minLength: pieces.length, maxLength: pieces.length })
        .map((returns) => [0, 1, 2, 3].map((which) => pieces.filter((_, index) => returns[index] === which))),
    )
