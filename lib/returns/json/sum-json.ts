import { sayPhrase } from '@/lib/i18n/say-phrase'
import type { Quote, QuotedItem } from '@/lib/returns/quote'
import { MONEY_OF } from '@/lib/returns/sum-quote'
import { moneyJson } from './money-json'
import type { SumJson } from './return-types'
import type { Spoken } from './spoken'

type SumLine = SumJson['lines'][number]

/** What a quote names by ids. */
export type Named = {
  items: readonly { key: string; title: string; variant: string | null }[]
  orders: readonly { id: string; number: string }[]
}

/** A sum with its words; its lines add up to refund and credit less what is to be paid. */
export function sumJson(quote: Quote, { items, orders }: Named, { talk, today }: Spoken): SumJson {
  const money = (amount: number) => moneyJson(amount, quote.currency, talk)
  const titleOf = (key: string): string => {
    const item = items.find((one) => one.key === key)
    return item ? [item.title, item.variant].filter(Boolean).join(' ') : ''
  }
  const itemLine = ({ key, outcome, paid, difference }: QuotedItem): SumLine =>
    MONEY_OF[outcome] === null
      ? { kind: 'exchange', text: titleOf(key), money: money(0 - difference), item: key }
      : { kind: 'item', text: titleOf(key), money: money(paid.amount), item: key }
  return {
    refund: money(quote.refund),
    credit: money(quote.credit),
    bonus: money(quote.bonus),
    pay: money(quote.pay),
    tax: money(quote.tax),
    moneyBy: quote.moneyBy,
    lines: [
      ...quote.items.map(itemLine),
      ...quote.shipping.map(
        ({ orderId, amount }): SumLine => ({
          kind: 'shipping',
          text: talk.t('returns.review.shipping', {
            order: orders.find(({ id }) => id === orderId)?.number ?? '',
          }),
          money: money(amount),
          item: null,
        }),
      ),
      ...(quote.bonus > 0
        ? [
            {
              kind: 'bonus' as const,
              text: talk.t('returns.review.bonus'),
              money: money(quote.bonus),
              item: null,
            },
          ]
        : []),
      ...quote.charges.map(
        ({ kind, texts, amount, item }): SumLine => ({
          kind,
          text: sayPhrase({ own: texts }, talk, { today }),
          money: money(-amount),
          item,
        }),
      ),
    ],
  }
}
