import { parcelModel } from '@/components/parcel/parcel-model'
import type { ActionModel, ParcelModel } from '@/components/parcel/view-model'
import { type ParcelTone, parcelTone } from '@/lib/i18n/parcel-tone'
import type { Phrase } from '@/lib/i18n/phrase'
import type { Talk } from '@/lib/i18n/translator'
import type { FollowFacts, FollowShop } from './follow-facts'
import { followHeadline } from './follow-headline'
import { type FollowWords, followWords } from './follow-words'
import { type ReturnedItemModel, returnedItemModel } from './item-model'
import { type LabelModel, labelModels } from './label-model'
import { type MoneyModel, moneyModel } from './money-model'
import { STAGE_TONES, type Stage, stageOf } from './stage'
import { type HandInStep, handInSteps } from './steps-model'
import { type SumModel, sumModel } from './sum-model'
import { type WayModel, wayModel } from './way-model'

/** A return as its page shows it. */
export type FollowModel = {
  stage: Stage
  tone: ParcelTone
  kicker: string
  number: string
  /** "registered on Thursday 19 November" */
  asked: string
  headline: Phrase
  words: FollowWords
  labels: LabelModel[]
  /** The number to show over a counter. */
  ticket: string | null
  action: ActionModel | null
  calendarHref: string | null
  way: WayModel
  steps: HandInStep[]
  items: ReturnedItemModel[]
  /** The parcels that were reported, each with its box. */
  parcels: { parcel: ParcelModel; nth: string | null }[]
  money: MoneyModel | null
  sum: SumModel | null
  cancelHref: string | null
  methodHref: string | null
  /** Nothing will change any more. */
  final: boolean
}

const CLOSED: ReadonlySet<Stage> = new Set(['rejected', 'cancelled', 'expired'])
const FINAL: ReadonlySet<Stage> = new Set(['refundedThere', 'credited', 'rejected'])
const DATED: ReadonlySet<Stage> = new Set(['print', 'show', 'pickup', 'making'])

function kickerOf(stage: Stage, tone: ParcelTone, { t }: Talk): string {
  if (CLOSED.has(stage)) return t('returned.closed')
  if (stage === 'nothing') return t('returned.done')
  return tone === 'good' && stage !== 'checked'
    ? t('returned.done')
    : t(`tone.${tone === 'good' ? 'calm' : tone}`)
}

function actionOf(stage: Stage, { links, unavailable }: FollowFacts, { t }: Talk): ActionModel | null {
  const [first] = unavailable
  if (stage === 'choice' && first) return { label: t('returned.action.choose'), href: links.choice(first) }
  if (stage === 'own') return { label: t('returned.action.tell'), href: links.method }
  if (stage === 'cancelled' || stage === 'expired')
    return { label: t('returned.action.again'), href: links.again }
  return null
}

function toneOf(stage: Stage, { parcels, back }: FollowFacts): ParcelTone {
  const [only] = parcels
  return stage === 'moving' && only && back.boxes.length === 1
    ? parcelTone(only.facts.view)
    : STAGE_TONES[stage]
}

const isDated = (stage: Stage, { back }: FollowFacts): boolean =>
  DATED.has(stage) && (stage === 'pickup' ? back.method.pickupDay : back.labelExpiresAt) !== null

/** Everything that a return's page shows, in one language. */
export function followModel(facts: FollowFacts, shop: FollowShop, talk: Talk): FollowModel {
  const { back, today, may, links } = facts
  const { t, when } = talk
  const stage = stageOf(facts)
  const tone = toneOf(stage, facts)
  const total = back.boxes.length
  return {
    stage,
    tone,
    kicker: kickerOf(stage, tone, talk),
    number: t('returned.number', { number: back.number }),
    asked: t('returned.asked', { when: when.day(when.dayOf(new Date(back.createdAt)), today, 'at') }),
    headline: followHeadline(stage, facts, talk),
    words: followWords(stage, facts, shop, talk),
    labels: labelModels(facts, (index, of) => t('returned.label.boxOf', { index, total: of })),
    ticket: stage === 'store' ? back.number : null,
    action: actionOf(stage, facts, talk),
    calendarHref: isDated(stage, facts) ? links.calendar : null,
    way: wayModel(stage, facts),
    steps: handInSteps(stage, facts, talk),
    items: back.items.map((item) => returnedItemModel(item, facts, talk)),
    parcels: facts.parcels.map(({ box, facts: parcel }) => ({
      parcel: parcelModel({ ...parcel, id: `box-${box}`, order: null, items: [] }, shop, talk),
      nth: total > 1 ? t('returned.label.box', { index: box, total }) : null,
    })),
    money: moneyModel(facts, talk),
    sum: back.gift || CLOSED.has(stage) ? null : sumModel(facts, shop, talk),
    cancelHref: may.cancel ? links.cancel : null,
    methodHref: may.method ? links.method : null,
    final: FINAL.has(stage),
  }
}
