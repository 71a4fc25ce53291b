import type { Picture } from '@/components/ui/photo'
import { sayAmount } from '@/lib/i18n/say-amount'
import type { Talk } from '@/lib/i18n/translator'
import type { ReturnItem } from '@/lib/returns/return'
import type { FollowFacts } from './follow-facts'

export type PhotoModel = { href: string; width: number; height: number }

/** What the check found of an item. */
export type CheckModel = {
  /** "Signs of use" */
  grade: string
  deduction: string | null
  reason: string | null
  photos: PhotoModel[]
  contestHref: string | null
  contest: { title: string; text: string } | null
  answer: { title: string; text: string } | null
}

export type ReturnedItemModel = {
  key: string
  title: string
  variant: string | null
  quantity: number
  picture: Picture | null
  /** "Refund", "Exchange for L / Enzian" */
  outcome: string
  /** What was paid for these pieces. */
  paid: string
  /** "Order AG-1001", "In parcel 1 of 2" */
  notes: string[]
  choiceHref: string | null
  check: CheckModel | null
}

/** Of a present it is only said that there is one: a share of its price tells the price. */
function deductionOf({ deduction }: ReturnItem, { gift, currency }: FollowFacts['back'], talk: Talk) {
  if (deduction === 0) return null
  return gift
    ? talk.t('returned.check.deductedGift')
    : talk.t('returned.check.deducted', { amount: sayAmount(deduction, currency, talk) })
}

function checkModel(item: ReturnItem, { back, links, today }: FollowFacts, talk: Talk): CheckModel | null {
  const { t, when } = talk
  if (item.checkedAt === null || item.grade === null) return null
  const on = (at: string) => when.day(when.dayOf(new Date(at)), today, 'plain')
  const { contest, contestedAt, contestAnswer, contestAnsweredAt } = item
  return {
    grade: t(`returned.check.${item.grade}`),
    deduction: deductionOf(item, back, talk),
    reason: item.deductionReason,
    photos: item.photos
      .filter(({ kind }) => kind === 'check_photo')
      .map(({ id, width, height }) => ({ href: links.file(id), width, height })),
    contestHref: item.deduction > 0 && contest === null ? links.contest(item.key) : null,
    contest:
      contest !== null && contestedAt !== null
        ? { title: t('returned.check.contested', { when: on(contestedAt) }), text: contest }
        : null,
    answer:
      contestAnswer !== null && contestAnsweredAt !== null
        ? { title: t('returned.check.answered', { when: on(contestAnsweredAt) }), text: contestAnswer }
        : null,
  }
}

/** "L / Enzian", or the other product with its variant. */
export function exchangeName({ title, exchange }: ReturnItem): string {
  if (!exchange) return ''
  const { variant } = exchange
  if (exchange.title === title) return variant ?? exchange.title
  return variant ? `${exchange.title}, ${variant}` : exchange.title
}

function notesOf(item: ReturnItem, { back }: FollowFacts, { t }: Talk): string[] {
  const boxes = back.boxes.length
  return [
    ...(back.orders.length > 1 ? [t('returned.items.ofOrder', { order: item.orderNumber })] : []),
    ...(boxes > 1 && item.outcome !== 'keep'
      ? [t('returned.items.inBox', { index: item.box, total: boxes })]
      : []),
    ...(item.receivedAt !== null && item.receivedQuantity !== item.quantity
      ? [t('returned.items.received', { received: item.receivedQuantity, quantity: item.quantity })]
      : []),
  ]
}

/** An item of a return as its page shows it. A gift's page names no price. */
export function returnedItemModel(item: ReturnItem, facts: FollowFacts, talk: Talk): ReturnedItemModel {
  const { back, links } = facts
  const { outcome } = item
  return {
    key: item.key,
    title: item.title,
    variant: item.variant,
    quantity: item.quantity,
    picture: item.media && links.picture(item.media),
    outcome:
      outcome === 'exchange_variant' || outcome === 'exchange_product'
        ? talk.t(`returned.items.${outcome}`, { item: exchangeName(item) })
        : talk.t(`returned.items.${outcome}`),
    paid: back.gift ? '' : sayAmount(item.paid, back.currency, talk),
    notes: notesOf(item, facts, talk),
    choiceHref: facts.unavailable.includes(item.key) ? links.choice(item.key) : null,
    check: checkModel(item, facts, talk),
  }
}
