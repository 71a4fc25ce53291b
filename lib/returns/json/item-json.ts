import { sayPhrase } from '@/lib/i18n/say-phrase'
import { nextState } from '@/lib/returns/machine'
import type { Texts } from '@/lib/returns/phrase'
import type { ReturnItem } from '@/lib/returns/return'
import { mediaAddress } from '@/lib/shops/addresses'
import { moneyJson } from './money-json'
import type { ReturnFacts } from './return-facts'
import type { PhotoJson, ReturnItemJson } from './return-types'

/** Whether its shopper may object to what was deducted for it: once, and while nobody has answered. */
const mayContest = ({ back }: Pick<ReturnFacts, 'back'>, item: ReturnItem): boolean =>
  item.deduction > 0 && item.contestedAt === null && nextState(back.state, 'contest').ok

function photosOf({ back, addresses, pages, talk, token }: ReturnFacts, item: ReturnItem) {
  return (kind: ReturnItem['photos'][number]['kind']): PhotoJson[] =>
    item.photos
      .filter((photo) => photo.kind === kind)
      .map(({ id, width, height }) => ({
        url: `${pages}${addresses.returnFile(talk.locale, token, back.number, id)}`,
        width,
        height,
      }))
}

function checkOf(facts: ReturnFacts, item: ReturnItem): ReturnItemJson['check'] {
  const { back, talk } = facts
  const { grade, checkedAt, contest, contestedAt } = item
  if (grade === null || checkedAt === null) return null
  return {
    at: checkedAt,
    grade,
    // A share of a present's price tells the price.
    deduction: facts.showsPrices ? moneyJson(item.deduction, back.currency, talk) : null,
    deductionReason: item.deductionReason,
    photos: photosOf(facts, item)('check_photo'),
    contest:
      contest === null || contestedAt === null
        ? null
        : {
            text: contest,
            at: contestedAt,
            answer: item.contestAnswer,
            answeredAt: item.contestAnsweredAt,
          },
  }
}

/** A reason by its words in the policy; one that the policy no longer has by its id. */
function reasonWords({ policy, talk, today }: ReturnFacts, { reason, subReason }: ReturnItem) {
  const say = (texts: Texts) => sayPhrase({ own: texts }, talk, { today })
  const known = policy?.reasons.find(({ id }) => id === reason)
  const sub = known?.subReasons.find(({ id }) => id === subReason)
  return { reason: known ? say(known.texts) : reason, subReason: sub ? say(sub.texts) : subReason }
}

/** An item of a return as its shopper reads it. */
export function itemJson(facts: ReturnFacts, item: ReturnItem): ReturnItemJson {
  const { back, talk, shop, origin } = facts
  const price = (amount: number) => (facts.showsPrices ? moneyJson(amount, back.currency, talk) : null)
  const { exchange, media, grade } = item
  return {
    key: item.key,
    order: item.orderNumber,
    line: item.lineId,
    title: item.title,
    variant: item.variant,
    sku: item.sku,
    image: media && `${origin}${mediaAddress(shop.slug, media.id)}`,
    quantity: item.quantity,
    reason: item.reason,
    subReason: item.subReason,
    comment: item.comment,
    photos: photosOf(facts, item)('photo'),
    outcome: item.outcome,
    exchange: exchange && { ...exchange, price: price(exchange.price) },
    box: item.box,
    paid: price(item.paid),
    received: item.receivedAt === null ? null : { quantity: item.receivedQuantity, at: item.receivedAt },
    check: checkOf(facts, item),
    mayContest: mayContest(facts, item),
    settledAt: item.settledAt,
    words: {
      ...reasonWords(facts, item),
      outcome: talk.t(`returns.outcomes.${item.outcome}.name`),
      grade: grade && talk.t(`returned.check.${grade}`),
    },
  }
}
