import { sayPhrase } from '@/lib/i18n/say-phrase'
import type { LineDecision } from '@/lib/returns/policy/decision'
import { type ReturnSaid, returnJson } from '@/lib/returns/return-json'
import { boxJson } from './box-json'
import { itemJson } from './item-json'
import type { MerchantReturnJson, ReturnSummaryJson } from './merchant-return-types'
import { moneyJson } from './money-json'
import { needsOf } from './needs-of'
import type { ReturnFacts } from './return-facts'
import { sumJson } from './sum-json'

type Decision = MerchantReturnJson['decision']

function lineOf(
  { back, talk, today }: ReturnFacts,
  { orderId, lineId, refusal, trace }: LineDecision,
): Decision['lines'][number] {
  return {
    order: back.orders.find(({ id }) => id === orderId)?.number ?? '',
    line: lineId,
    refusal: refusal && sayPhrase(refusal, talk, { today }),
    trace: trace.map(({ rule, effect, says, overruledBy }) => ({
      rule,
      effect,
      text: sayPhrase(says, talk, { today }),
      overruledBy,
    })),
  }
}

/** A return whole, as its merchant reads it. */
export function merchantReturnJson(facts: ReturnFacts, said: ReturnSaid): MerchantReturnJson {
  const { back, talk, today } = facts
  const { orders, currency, decision } = back
  return {
    ...returnJson(facts, said),
    needs: needsOf(back),
    orders: orders.map(({ number, placedAt, customerName }) => ({ number, placedAt, customerName })),
    email: back.email,
    items: back.items.map((item) => ({ ...itemJson(facts, item), disposition: item.disposition })),
    boxes: back.boxes.map((box) => ({
      ...boxJson(facts, box),
      labelError: box.labelError,
      provider: box.label?.provider ?? null,
      reference: box.label?.reference ?? null,
      issuedAt: box.issuedAt,
      voidedAt: box.voidedAt,
    })),
    sum: sumJson(back.quote, { items: back.items, orders }, { talk, today }),
    payments: back.payments.map(({ orderId, amount, currency: _, sealedCode: _code, ...payment }) => ({
      ...payment,
      order: orders.find(({ id }) => id === orderId)?.number ?? '',
      money: moneyJson(amount, currency, talk),
    })),
    destination: back.destination,
    refundTrigger: back.refundTrigger,
    shipExchange: back.shipExchange,
    decision: {
      policyVersion: back.policyVersion,
      approval: decision.approval,
      review: decision.review.map((phrase) => sayPhrase(phrase, talk, { today })),
      lines: decision.lines.map((line) => lineOf(facts, line)),
    },
    log: back.log,
  }
}

/** A return in a list. */
export const returnSummaryJson = (
  { back, talk }: Pick<ReturnFacts, 'back' | 'talk'>,
  state: string,
): ReturnSummaryJson => ({
  number: back.number,
  ground: back.ground,
  state: back.state,
  version: back.version,
  gift: back.gift,
  needs: needsOf(back),
  createdAt: back.createdAt,
  updatedAt: back.updatedAt,
  orders: back.orders.map(({ number, placedAt, customerName }) => ({ number, placedAt, customerName })),
  items: back.items.map(({ title, variant, quantity, outcome }) => ({ title, variant, quantity, outcome })),
  refund: moneyJson(back.quote.refund, back.currency, talk),
  credit: moneyJson(back.quote.credit, back.currency, talk),
  pay: moneyJson(back.quote.pay, back.currency, talk),
  words: { state },
})
