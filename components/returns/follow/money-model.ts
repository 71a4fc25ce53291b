import type { ParcelTone } from '@/lib/i18n/parcel-tone'
import { PHRASE_TAGS, type Phrase, readPhrase } from '@/lib/i18n/phrase'
import { sayAmount } from '@/lib/i18n/say-amount'
import type { Talk } from '@/lib/i18n/translator'
import { SENDS_SOMETHING } from '@/lib/returns/vocabulary'
import { amountOf, givesMoney } from './amounts'
import type { FollowFacts } from './follow-facts'
import { exchangeName } from './item-model'
import { type MoneyStep, moneySteps, owesMoney } from './money-steps'
import { travels } from './stage'

/** The days that the shop has, laid out like paving stones. */
export type RulerModel = {
  of: number
  /** How many are behind; null: counting hasn't begun. */
  day: number | null
  from: string | null
  to: string | null
}

export type MoneyModel = {
  tone: ParcelTone
  title: string
  headline: Phrase
  text: string | null
  ruler: RulerModel | null
  steps: MoneyStep[]
}

type Said = Pick<MoneyModel, 'tone' | 'text'> & { marked: string }

const CLOSED = new Set(['rejected', 'cancelled', 'expired'])

/** The days haven't begun: what they begin with. */
function notYet({ back, method, clock: { of } }: FollowFacts, { t }: Talk): Said {
  if (!travels(back) || CLOSED.has(back.state))
    return { tone: 'calm', marked: t.markup('returned.money.atOnce', PHRASE_TAGS), text: null }
  const key = method.kind === 'store' ? 'aheadHandover' : 'ahead'
  return {
    tone: 'calm',
    marked: t.markup(`returned.money.${key}`, { ...PHRASE_TAGS, of }),
    text: t(`returned.money.${key}Text`),
  }
}

function counter(facts: FollowFacts, talk: Talk): Said {
  const { clock, today, back } = facts
  const { t, when } = talk
  const { day, of, latest, sent } = clock
  const at = (date: string) => when.day(date, today, 'at')
  if (sent) {
    const total = amountOf(back, 'refund') + amountOf(back, 'credit')
    const text = t('returned.money.sentText', {
      amount: sayAmount(total, back.currency, talk),
      when: when.day(sent.on, today, 'plain'),
    })
    const marked =
      day === null || day === 0
        ? t.markup('returned.money.sentAtOnce', PHRASE_TAGS)
        : t.markup('returned.money.sent', { ...PHRASE_TAGS, day, of })
    return { tone: 'good', marked, text }
  }
  if (day === null || latest === null) return notYet(facts, talk)
  if (clock.overdue)
    return {
      tone: 'critical',
      marked: t.markup('returned.money.over', { ...PHRASE_TAGS, day, of }),
      text: t('returned.money.overText', { when: at(latest) }),
    }
  return {
    tone: 'calm',
    marked: t.markup('returned.money.day', { ...PHRASE_TAGS, day, of }),
    text: t('returned.money.by', { when: at(latest) }),
  }
}

function rulerOf({ clock, today }: FollowFacts, { when }: Talk): RulerModel {
  const say = (day: string | null) => day && when.day(day, today, 'plain')
  return {
    of: clock.of,
    day: clock.day,
    from: say(clock.start),
    to: say(clock.latest),
  }
}

/** What is coming for it, where that is one thing that is there. */
function comingInstead({ back, unavailable }: FollowFacts, { t }: Talk): string {
  const swapped = back.items.filter(({ exchange }) => exchange !== null)
  const [only] = swapped.length === 1 ? swapped : []
  return only && !unavailable.includes(only.key)
    ? t.markup('returned.money.otherItem', { ...PHRASE_TAGS, item: exchangeName(only) })
    : t.markup('returned.money.other', PHRASE_TAGS)
}

/** How the money comes back, or what comes instead of it; null where nothing comes, or it ended before anything came of it. */
export function moneyModel(facts: FollowFacts, talk: Talk): MoneyModel | null {
  const { back } = facts
  const isClosed = CLOSED.has(back.state)
  if (isClosed && back.receivedAt === null && !givesMoney(back)) return null
  const isGoods = back.items.some(({ outcome }) => SENDS_SOMETHING[outcome])
  if (!owesMoney(back) && !isGoods) return null
  const steps = moneySteps(facts, talk)
  if (!owesMoney(back)) {
    const marked = comingInstead(facts, talk)
    return {
      tone: 'calm',
      title: talk.t('returned.money.titleOther'),
      headline: readPhrase(marked, talk.lang),
      text: null,
      ruler: null,
      steps,
    }
  }
  const { marked, ...said } = counter(facts, talk)
  return {
    ...said,
    title: talk.t('returned.money.title'),
    headline: readPhrase(marked, talk.lang),
    ruler: travels(back) && !isClosed ? rulerOf(facts, talk) : null,
    steps,
  }
}
