import { parcelWords } from '@/lib/i18n/parcel-words'
import type { Talk } from '@/lib/i18n/translator'
import { amountOf } from './amounts'
import type { FollowFacts, FollowShop } from './follow-facts'
import { exchangeName } from './item-model'
import type { Stage } from './stage'

export type FollowWords = { meaning: string; next: string; remarks: string[] }

function gone({ back, unavailable }: FollowFacts): string {
  return back.items
    .filter(({ key }) => unavailable.includes(key))
    .map((item) => exchangeName(item))
    .join(', ')
}

/** Why it ended, in the words of whoever ended it. */
function reasonOf({ back }: FollowFacts, { t }: Talk): string[] {
  const ended = back.log.findLast(({ to, from }) => to === back.state && from !== to)
  return ended?.reason ? [t('returned.because', { reason: ended.reason })] : []
}

const WITH_REASON: ReadonlySet<Stage> = new Set(['rejected', 'cancelled'])

/** What a stage means and what comes next; while its only parcel travels, that parcel's own words. */
export function followWords(stage: Stage, facts: FollowFacts, shop: FollowShop, talk: Talk): FollowWords {
  const { t } = talk
  const { back, method } = facts
  const [only] = facts.parcels
  if (stage === 'moving' && only && back.boxes.length === 1) {
    const { meaning, next } = parcelWords(only.facts.view, talk)
    return { meaning, next, remarks: [] }
  }
  const values = {
    shop: shop.name,
    carrier: method.carrier ?? '',
    number: back.number,
    item: gone(facts),
  }
  const remarks =
    stage === 'review' ? [...facts.reviewReasons] : WITH_REASON.has(stage) ? reasonOf(facts, talk) : []
  const next =
    stage === 'checked' && amountOf(back, 'refund') === 0
      ? t('returned.stage.checked.nextPlain')
      : t(`returned.stage.${stage}.next`, values)
  return { meaning: t(`returned.stage.${stage}.meaning`, values), next, remarks }
}
