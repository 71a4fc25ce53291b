import { parcelHeadline } from '@/lib/i18n/parcel-headline'
import { PHRASE_TAGS, type Phrase, readPhrase } from '@/lib/i18n/phrase'
import { sayAmount } from '@/lib/i18n/say-amount'
import type { Talk } from '@/lib/i18n/translator'
import { amountOf } from './amounts'
import type { FollowFacts } from './follow-facts'
import type { Stage } from './stage'

const tags = PHRASE_TAGS

/** The deadline makes the day the loud word; on the last day it is "today", without one the thing to do. */
function handIn(key: 'print' | 'show', { back, today }: FollowFacts, { t, when }: Talk): string {
  const boxes = back.boxes.length
  const lastDay = back.labelExpiresAt && when.dayOf(new Date(back.labelExpiresAt))
  if (lastDay === null) return t.markup(`returned.headline.${key}Soon`, { ...tags, boxes })
  if (lastDay === today) return t.markup(`returned.headline.${key}Today`, { ...tags, boxes })
  return t.markup(`returned.headline.${key}`, { boxes, when: when.dayMarked(lastDay, today, 'plain') })
}

function pickup({ back, today }: FollowFacts, { t, when }: Talk): string {
  const day = back.method.pickupDay
  return day === null
    ? t.markup('returned.headline.pickupSoon', tags)
    : t.markup('returned.headline.pickup', { when: when.dayMarked(day, today, 'at') })
}

function refunded({ back, clock, today }: FollowFacts, { t, when, locale }: Talk, there: boolean): string {
  const amount = sayAmount(amountOf(back, 'refund'), back.currency, { locale })
  if (!clock.sent) return t.markup('returned.headline.checked', { ...tags, amount })
  return there
    ? t.markup('returned.headline.refundedThere', {
        ...tags,
        amount,
        when: when.day(clock.sent.on, today, 'at'),
      })
    : t.markup('returned.headline.refunded', {
        ...tags,
        amount,
        when: when.day(clock.sent.to, today, 'plain'),
      })
}

function checked({ back }: FollowFacts, { t, locale }: Talk): string {
  const amount = amountOf(back, 'refund')
  return amount > 0
    ? t.markup('returned.headline.checked', { ...tags, amount: sayAmount(amount, back.currency, { locale }) })
    : t.markup('returned.headline.checkedPlain', tags)
}

type Say = (facts: FollowFacts, talk: Talk) => string

const plain =
  (stage: Exclude<Stage, 'refundedEarly' | 'store'>): Say =>
  (_facts, { t }) =>
    t.markup(`returned.headline.${stage}`, tags)

const SAYINGS = {
  requested: plain('requested'),
  review: plain('review'),
  making: plain('making'),
  labelLate: plain('labelLate'),
  print: (facts, talk) => handIn('print', facts, talk),
  show: (facts, talk) => handIn('show', facts, talk),
  store: ({ back }, { t }) =>
    t.markup('returned.headline.store', { ...tags, place: back.method.store?.name ?? '' }),
  pickup,
  own: plain('own'),
  kept: plain('kept'),
  moving: plain('moving'),
  checking: plain('checking'),
  checked,
  moneyLate: plain('moneyLate'),
  choice: plain('choice'),
  refunded: (facts, talk) => refunded(facts, talk, false),
  refundedEarly: (facts, talk) => refunded(facts, talk, false),
  refundedThere: (facts, talk) => refunded(facts, talk, true),
  credited: ({ back }, { t, locale }) =>
    t.markup('returned.headline.credited', {
      ...tags,
      amount: sayAmount(amountOf(back, 'credit'), back.currency, { locale }),
    }),
  exchanged: plain('exchanged'),
  repaired: plain('repaired'),
  nothing: plain('nothing'),
  rejected: plain('rejected'),
  cancelled: plain('cancelled'),
  expired: plain('expired'),
} as const satisfies Record<Stage, Say>

/** The one answer that a return's page gives first; while its only parcel travels, that parcel's own. */
export function followHeadline(stage: Stage, facts: FollowFacts, talk: Talk): Phrase {
  const [only] = facts.parcels
  if (stage === 'moving' && only && facts.back.boxes.length === 1)
    return parcelHeadline(only.facts.view, talk)
  return readPhrase(SAYINGS[stage](facts, talk), talk.lang)
}
