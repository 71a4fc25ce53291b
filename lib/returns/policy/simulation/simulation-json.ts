import { LOCALE_TABLE } from '@/lib/i18n/locales'
import { sayPhrase } from '@/lib/i18n/say-phrase'
import type { Talk } from '@/lib/i18n/translator'
import type { Phrase } from '@/lib/returns/phrase'
import type { TraceStep } from '@/lib/returns/policy/decision'
import {
  type ChargesDifference,
  EFFECTS,
  type Effect,
  type ReturnDifference,
  type Simulation,
} from '@/lib/returns/policy/simulate-policy'
import { say } from '@/lib/returns/policy/words'
import type { Trial } from './try-policy'

type Voice = { talk: Talk; today: string }

/** What each effect is called in the summary; charges are summed up by themselves. */
const SUMMED = {
  refused: 'simulated.refused',
  allowed: 'simulated.allowed',
  choice_lost: 'simulated.outcomes',
  choice_back: null,
  reviewed: 'simulated.reviewed',
  unreviewed: 'simulated.unreviewed',
  charges: null,
} as const satisfies Record<Effect, string | null>

function signed(amount: number, currency: string, { locale }: Talk): string {
  const format = new Intl.NumberFormat(LOCALE_TABLE[locale].intl, {
    style: 'currency',
    currency,
    signDisplay: 'exceptZero',
  })
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

const chargeWords = ({ currency, before, after }: ChargesDifference, talk: Talk): Phrase[] => {
  const more = after.count - before.count
  const amount = after.amount - before.amount
  if (more === 0 && amount === 0) return []
  const difference = signed(amount, currency, talk)
  return [
    more > 0
      ? say('simulated.fees', { count: more, difference })
      : say('simulated.fewerFees', { count: -more, difference }),
  ]
}

/** The whole in a few sentences: "14 returns would be refused", "3 more fees, +€212.40". */
function summary({ returns, effects, charges }: Simulation, { talk, today }: Voice): string[] {
  const phrases = [
    ...EFFECTS.flatMap((effect) => {
      const key = SUMMED[effect]
      return key && effects[effect] > 0 ? [say(key, { count: effects[effect] })] : []
    }),
    ...charges.flatMap((one) => chargeWords(one, talk)),
  ]
  const told = phrases.length > 0 ? phrases : [say('simulated.none', { returns })]
  return told.map((phrase) => sayPhrase(phrase, talk, { today }))
}

const stepJson = ({ rule, effect, says, overruledBy }: TraceStep, { talk, today }: Voice) => ({
  rule,
  effect,
  words: sayPhrase(says, talk, { today }),
  overruledBy,
})

const sideJson = ({ decision, verdict, charges, total }: Trial, { talk, today }: Voice) => ({
  verdict,
  approval: decision.approval,
  refusals: decision.refusals.map(({ lineId, phrase }) => ({
    line: lineId,
    words: sayPhrase(phrase, talk, { today }),
  })),
  review: decision.review.map((phrase) => sayPhrase(phrase, talk, { today })),
  charges: charges.map(({ kind, id, texts, amount }) => ({
    kind,
    id,
    text: sayPhrase({ own: texts }, talk, { today }),
    amount,
  })),
  total,
})

const differenceJson = (
  { number, currency, askedOn, effects, before, after, lines }: ReturnDifference,
  talk: Talk,
) => {
  // Days are said as on the day when the return was asked for.
  const voice = { talk, today: askedOn }
  return {
    number,
    currency,
    askedOn,
    effects,
    before: sideJson(before, voice),
    after: sideJson(after, voice),
    lines: lines.map(({ orderNumber, lineId, title, lost, gained }) => ({
      order: orderNumber,
      line: lineId,
      title,
      lost: lost.map((step) => stepJson(step, voice)),
      gained: gained.map((step) => stepJson(step, voice)),
    })),
  }
}

/** A simulation as the API tells it, in one language. */
export const simulationJson = (simulation: Simulation, voice: Voice) => ({
  returns: simulation.returns,
  summary: summary(simulation, voice),
  effects: simulation.effects,
  charges: simulation.charges,
  differences: simulation.differences.map((one) => differenceJson(one, voice.talk)),
})
