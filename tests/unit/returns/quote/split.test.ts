import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumOf, taxWithin } from '@/lib/core/money'
import { paidForOrder } from '@/lib/returns/paid-for'
import type { Quote } from '@/lib/returns/quote'
import type { AskedItem, QuotedOrder } from '@/lib/returns/quote-input'
import { quoteReturn } from '@/lib/returns/quote-return'
import {
  anyDecision,
  anyExchange,
  anyOrder,
  anyOutcome,
  anySplit,
  input,
  item,
  paidFor,
  takenBy,
} from './quoted'

type Pieces = { id: string; piece: number }[]

/** Every piece an item of its own, or a line's pieces together. */
function itemsOf(pieces: Pieces, apart: boolean, each: (index: number) => Partial<AskedItem>): AskedItem[] {
  const lines = [...new Set(pieces.map(({ id }) => id))]
  const asked = apart
    ? pieces.map(({ id }) => ({ lineId: id, quantity: 1 }))
    : lines.map((id) => ({ lineId: id, quantity: pieces.filter((one) => one.id === id).length }))
  return asked.map((one, index) => item({ key: String(index + 1), ...one, ...each(index) }))
}

const paidOf = (quotes: readonly Quote[]) =>
  sumOf(quotes.flatMap(({ items }) => items.map(({ paid }) => paid.amount)))
const taxOf = (quotes: readonly Quote[]) =>
  sumOf(quotes.flatMap(({ items }) => items.map(({ paid }) => paid.tax)))

const given = ({ refund, credit, bonus }: Quote) => refund + credit - bonus

const anyReturns = anyOrder.chain((order) =>
  fc.record({
    order: fc.constant(order),
    split: anySplit(order),
    apart: fc.boolean(),
    choices: fc.array(fc.record({ decision: anyDecision, outcome: anyOutcome, exchange: anyExchange }), {
      minLength: 24,
      maxLength: 24,
    }),
    gift: fc.boolean(),
    price: fc.integer({ min: 0, max: 3_000 }),
  }),
)
type Returns = typeof anyReturns extends fc.Arbitrary<infer T> ? T : never

const quoteWith = (
  { choices, apart, gift, price }: Returns,
  order: QuotedOrder,
  pieces: Pieces,
  before: readonly Quote[],
): Quote =>
  quoteReturn(
    input({
      gift,
      orders: [{ ...order, taken: takenBy(before) }],
      items: itemsOf(pieces, apart, (index) => choices[index % choices.length] ?? {}),
      method: { id: 'dhl', texts: { en: 'Label' }, price },
    }),
  )

const quoteAll = (returns: Returns): Quote[] => {
  const quotes: Quote[] = []
  for (const pieces of returns.split)
    if (pieces.length > 0) quotes.push(quoteWith(returns, returns.order, pieces, quotes))
  return quotes
}

describe('an order that goes back in any number of returns, in any parts', () => {
  it('adds up to the cent to what was paid, and so does its tax', () => {
    fc.assert(
      fc.property(anyReturns, (returns) => {
        const quotes = quoteAll(returns)
        const { lines } = paidForOrder(returns.order)
        expect(paidOf(quotes)).toBe(sumOf(lines))
        expect(taxOf(quotes)).toBe(
          sumOf(lines.map((amount, index) => taxWithin(amount, returns.order.lines[index]?.taxRate ?? null))),
        )
      }),
      { numRuns: 400 },
    )
  })

  it('adds up all the same when some of the returns are called off and their pieces come back later', () => {
    fc.assert(
      fc.property(anyReturns, fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), (returns, off) => {
        const kept: Quote[] = []
        const calledOff: Pieces = []
        returns.split.forEach((pieces, index) => {
          if (pieces.length === 0) return
          const quote = quoteWith(returns, returns.order, pieces, kept)
          if (off[index]) calledOff.push(...pieces)
          else kept.push(quote)
        })
        if (calledOff.length > 0) kept.push(quoteWith(returns, returns.order, calledOff, kept))
        expect(paidOf(kept)).toBe(paidFor(returns.order).lines)
      }),
      { numRuns: 300 },
    )
  })

  it('gives back no more than was paid, whatever is chosen', () => {
    fc.assert(
      fc.property(anyReturns, (returns) => {
        const quotes = quoteAll(returns)
        const { lines, shipping } = paidFor(returns.order)
        expect(sumOf(quotes.map(given))).toBeLessThanOrEqual(lines + shipping)
        for (const quote of quotes)
          expect(given(quote)).toBeLessThanOrEqual(
            sumOf(quote.items.map(({ paid }) => paid.amount)) +
              sumOf(quote.shipping.map(({ amount }) => amount)),
          )
      }),
      { numRuns: 400 },
    )
  })

  it('has no negative amount, and its parts add up', () => {
    fc.assert(
      fc.property(anyReturns, (returns) => {
        for (const quote of quoteAll(returns)) {
          const amounts = [
            ...[quote.refund, quote.credit, quote.bonus, quote.pay, quote.tax],
            ...quote.items.flatMap(({ paid, bonus, exchange }) => [
              paid.amount,
              paid.tax,
              bonus,
              exchange?.price ?? 0,
            ]),
            ...quote.charges.map(({ amount }) => amount),
            ...quote.shipping.map(({ amount }) => amount),
          ]
          expect(amounts.every((amount) => Number.isSafeInteger(amount) && amount >= 0)).toBe(true)
          const money = quote.items.filter(({ outcome }) =>
            ['refund', 'store_credit', 'keep'].includes(outcome),
          )
          expect(quote.refund + quote.credit - quote.pay).toBe(
            sumOf(money.map(({ paid }) => paid.amount)) +
              sumOf(quote.shipping.map(({ amount }) => amount)) +
              quote.bonus -
              sumOf(quote.charges.map(({ amount }) => amount)) -
              sumOf(quote.items.map(({ difference }) => difference)),
          )
          expect(quote.bonus).toBe(sumOf(quote.items.map(({ bonus }) => bonus)))
          expect(quote.bonus).toBeLessThanOrEqual(quote.credit)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('is the same for the same question, and asks for no more pieces than there are', () => {
    fc.assert(
      fc.property(anyReturns, (returns) => {
        expect(quoteAll(returns)).toEqual(quoteAll(returns))
        const all = quoteAll(returns)
        const more = quoteWith(returns, returns.order, returns.split.flat(), all)
        expect(paidOf([more])).toBe(0)
      }),
    )
  })
})
