import { sumOf } from '@/lib/core/money'
import type { Quote, QuotedCharge, QuotedItem } from './quote'
import type { AskedMethod, QuoteInput } from './quote-input'
import { methodCharge } from './quoted-charges'
import { MONEY_OF, sumQuote } from './sum-quote'

/** The tax within the shipping that comes back: what of a sum's tax isn't the items'. */
function shippingTax({ items, shipping, refund, credit, bonus, charges, pay, tax }: Quote): number {
  const money = items.filter(({ outcome }) => MONEY_OF[outcome] !== null)
  const ways = sumOf(shipping.map(({ amount }) => amount))
  const owed = sumOf(items.map(({ difference }) => Math.max(0, difference)))
  const back = refund + credit - bonus
  const gross = back + sumOf(charges.map(({ amount }) => amount)) + owed - pay
  if (ways === 0 || back === 0) return 0
  return Math.max(0, Math.round((tax * gross) / back) - sumOf(money.map(({ paid }) => paid.tax)))
}

/** The sum of a return with other items, charges or less shipping; what was paid stays as it was agreed. */
export function requote(
  quote: Quote,
  gift: boolean,
  change: {
    items?: readonly QuotedItem[]
    charges?: readonly QuotedCharge[]
    shipping?: Quote['shipping']
  },
): Quote {
  const { shipping = quote.shipping } = change
  const whole = sumOf(quote.shipping.map(({ amount }) => amount))
  const kept = sumOf(shipping.map(({ amount }) => amount))
  const tax = whole === 0 ? 0 : Math.round((shippingTax(quote) * kept) / whole)
  return sumQuote({
    currency: quote.currency,
    gift,
    items: change.items ?? quote.items,
    shipping: shipping.map((one, index) => ({ ...one, tax: index === 0 ? tax : 0 })),
    charges: change.charges ?? quote.charges,
    moneyBy: quote.moneyBy,
  })
}

/** The sum of a return that travels another way. */
export const quoteWithMethod = (
  quote: Quote,
  gift: boolean,
  method: AskedMethod,
  freeMethods: QuoteInput['decision']['freeMethods'],
): Quote =>
  requote(quote, gift, {
    charges: [
      ...quote.charges.filter(({ kind }) => kind === 'fee'),
      ...methodCharge(quote.items, method, freeMethods),
    ],
  })
