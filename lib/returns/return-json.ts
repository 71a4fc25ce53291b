import { sayPhrase } from '@/lib/i18n/say-phrase'
import { dayIn } from './add-days'
import { boxJson } from './json/box-json'
import { itemJson } from './json/item-json'
import { moneyJson } from './json/money-json'
import type { ReturnFacts } from './json/return-facts'
import type { PaymentJson, ReturnJson } from './json/return-types'
import { sumJson } from './json/sum-json'
import { refundClock } from './refund-clock'
import type { ReturnPayment } from './return'

const PAYMENT_STATES = {
  due: 'due',
  // Whether the backend has heard is our concern alone.
  asked: 'waiting',
  waiting: 'waiting',
  sent: 'sent',
  failed: 'failed',
} as const satisfies Record<Exclude<ReturnPayment['state'], 'withdrawn'>, PaymentJson['state']>

function methodOf({ back, policy, talk, today }: ReturnFacts): ReturnJson['method'] {
  const { id, kind, store, pickupDay } = back.method
  const known = policy?.methods.find((method) => method.id === id)
  return {
    id,
    kind,
    name: known ? sayPhrase({ own: known.texts }, talk, { today }) : id,
    instructions: known?.instructions ? sayPhrase({ own: known.instructions }, talk, { today }) : null,
    store,
    pickupDay,
  }
}

function clockOf({ back, now, shop }: ReturnFacts): ReturnJson['clock'] {
  if (back.quote.refund + back.quote.credit === 0) return null
  const { day, of, latest, overdue, sent } = refundClock(back, now, shop.timeZone)
  return { day, of, latest, overdue, sent }
}

/** What its page says of it, too: the same words everywhere. */
export type ReturnSaid = Pick<ReturnJson, 'words' | 'progress' | 'final' | 'tone' | 'action'>

/** A return as its link tells it. */
export function returnJson(facts: ReturnFacts, said: ReturnSaid): ReturnJson {
  const { back, shop, talk, today, token, pages, addresses, origin, showsPrices } = facts
  const { orders, gift, currency } = back
  const items = back.items.map((item) => itemJson(facts, item))
  return {
    shop: shop.slug,
    number: back.number,
    locale: talk.locale,
    ground: back.ground,
    state: back.state,
    version: back.version,
    gift,
    currency,
    createdAt: back.createdAt,
    updatedAt: back.updatedAt,
    sentAt: back.sentAt,
    receivedAt: back.receivedAt,
    checkedAt: back.checkedAt,
    settledAt: back.settledAt,
    labelUntil: back.labelExpiresAt && dayIn(back.labelExpiresAt, shop.timeZone),
    orders: orders.map(({ number, placedAt }) => ({ number, placedAt })),
    method: methodOf(facts),
    items,
    boxes: back.boxes.map((box) => boxJson(facts, box)),
    sum: showsPrices ? sumJson(back.quote, { items: back.items, orders }, { talk, today }) : null,
    payments: back.payments.flatMap(({ id, kind, orderId, amount, state, sentAt }) =>
      state === 'withdrawn'
        ? []
        : [
            {
              kind,
              order: orders.find(({ id }) => id === orderId)?.number ?? '',
              money: showsPrices || state === 'sent' ? moneyJson(amount, currency, talk) : null,
              state: PAYMENT_STATES[state],
              code: facts.codes[id] ?? null,
              sentAt,
            },
          ],
    ),
    clock: clockOf(facts),
    progress: said.progress,
    tone: said.tone,
    action: said.action,
    final: said.final,
    may: {
      ...facts.may,
      contest: items.some((item) => item.mayContest),
    },
    links: {
      page: `${pages}${addresses.return(talk.locale, token, back.number)}`,
      json: `${origin}/api/v1/r/${token}/${back.number}`,
    },
    words: said.words,
  }
}
