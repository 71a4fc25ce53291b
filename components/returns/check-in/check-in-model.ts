import type { Picture } from '@/components/ui/photo'
import { PHRASE_TAGS, type Phrase, readPhrase } from '@/lib/i18n/phrase'
import { sayAmount } from '@/lib/i18n/say-amount'
import type { Talk } from '@/lib/i18n/translator'
import { nextState } from '@/lib/returns/machine'
import type { Return, ReturnItem } from '@/lib/returns/return'
import type { ToneName } from '@/lib/shops/brand-colours'

/** What was found of an item before. */
export type Finding = {
  grade: string
  disposition: string | null
  deduction: string | null
  reason: string | null
}

export type CheckInItemModel = {
  key: string
  title: string
  /** Variant and SKU. */
  detail: string
  quantity: number
  received: number
  picture: Picture | null
  /** Why the shopper sends it back, with what they wrote. */
  reason: string | null
  photos: { href: string; width: number; height: number }[]
  found: Finding | null
  /** The most that can be deducted, in words. */
  most: string
}

export type BoxModel = { box: number; title: string; items: CheckInItemModel[]; isIn: boolean }

export type CheckInModel = {
  number: string
  tone: ToneName
  headline: Phrase
  /** Why there is nothing to do; null: there is. */
  closed: string | null
  version: number
  boxes: BoxModel[]
  mayReceive: boolean
  toCheck: CheckInItemModel[]
  currency: string
}

export type CheckInFacts = {
  back: Return
  picture: (media: NonNullable<ReturnItem['media']>) => Picture
  file: (id: string) => string
  /** A reason's words. */
  reasonOf: (item: ReturnItem) => string
}

function foundOf(item: ReturnItem, currency: string, talk: Talk): Finding | null {
  if (item.grade === null || item.checkedAt === null) return null
  return {
    grade: talk.t(`returned.check.${item.grade}`),
    disposition: item.disposition && talk.t(`checkIn.disposition.${item.disposition}`),
    deduction:
      item.deduction > 0
        ? talk.t('returned.check.deducted', { amount: sayAmount(item.deduction, currency, talk) })
        : null,
    reason: item.deductionReason,
  }
}

function itemModel(
  item: ReturnItem,
  { back, picture, file, reasonOf }: CheckInFacts,
  talk: Talk,
): CheckInItemModel {
  const said = [reasonOf(item), item.comment].filter(Boolean).join(': ')
  return {
    key: item.key,
    title: item.title,
    detail: [item.variant, item.sku].filter(Boolean).join(' · '),
    quantity: item.quantity,
    received: item.receivedQuantity,
    picture: item.media && picture(item.media),
    reason: said ? talk.t('checkIn.check.shopper', { reason: said }) : null,
    photos: item.photos
      .filter(({ kind }) => kind === 'photo')
      .map(({ id, width, height }) => ({ href: file(id), width, height })),
    found: foundOf(item, back.currency, talk),
    most: sayAmount(item.paid, back.currency, talk),
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

type Stand = { tone: ToneName; marked: string; closed: string | null }

function standOf({ back }: CheckInFacts, items: readonly ReturnItem[], { t }: Talk): Stand {
  const pieces = sum(items.map(({ quantity }) => quantity))
  const received = sum(items.map(({ receivedQuantity }) => receivedQuantity))
  const checked = items.filter(({ checkedAt }) => checkedAt !== null).length
  const tags = PHRASE_TAGS
  if (items.length === 0)
    return { tone: 'good', marked: t.markup('checkIn.state.nothing', tags), closed: null }
  if (nextState(back.state, 'check_item').ok && back.receivedAt !== null)
    return checked === items.length
      ? { tone: 'good', marked: t.markup('checkIn.state.done', tags), closed: null }
      : {
          tone: 'calm',
          marked: t.markup('checkIn.state.check', { ...tags, checked, count: items.length }),
          closed: null,
        }
  if (!nextState(back.state, 'receive').ok) {
    const state = t(`checkIn.states.${back.state}`)
    return {
      tone: 'critical',
      marked: t.markup('checkIn.state.closed', tags),
      closed: t('checkIn.closedText', { state }),
    }
  }
  const marked =
    received > 0
      ? t.markup('checkIn.state.part', { ...tags, received, count: pieces })
      : t.markup('checkIn.state.expected', { ...tags, count: pieces })
  return { tone: 'action', marked, closed: null }
}

/** What a warehouse sees of a return: what should be in each box, and what is still to be looked at. */
export function checkInModel(facts: CheckInFacts, talk: Talk): CheckInModel {
  const { back } = facts
  const { t } = talk
  const items = back.items.filter(({ outcome }) => outcome !== 'keep')
  const numbers = [...new Set(items.map(({ box }) => box))].toSorted((a, b) => a - b)
  const { tone, marked, closed } = standOf(facts, items, talk)
  const mayCheck = back.receivedAt !== null && nextState(back.state, 'check_item').ok
  return {
    number: back.number,
    tone,
    headline: readPhrase(marked, talk.lang),
    closed,
    version: back.version,
    mayReceive: items.length > 0 && nextState(back.state, 'receive').ok,
    currency: back.currency,
    boxes: numbers.map((box) => {
      const inBox = items.filter((item) => item.box === box)
      return {
        box,
        title:
          numbers.length > 1
            ? t('checkIn.receive.titleBox', { index: box, total: numbers.length })
            : t('checkIn.receive.title'),
        items: inBox.map((item) => itemModel(item, facts, talk)),
        isIn: back.receivedAt !== null || inBox.every(({ receivedAt }) => receivedAt !== null),
      }
    }),
    toCheck: mayCheck ? items.map((item) => itemModel(item, facts, talk)) : [],
  }
}
