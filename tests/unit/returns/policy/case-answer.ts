import { sayPhrase } from '@/lib/i18n/say-phrase'
import type { Talk } from '@/lib/i18n/translator'
import type { LineDecision } from '@/lib/returns/policy/decision'
import type { Fee } from '@/lib/returns/policy/schema'

const listed = (name: string, all: readonly string[]): string => `${name}: ${all.join(', ') || 'none'}`

const money = (amount: number): string => (amount / 100).toFixed(2)

const feeWords = ({ texts, amount, percent }: Fee): string =>
  `fee ${texts.en} ${percent == null ? money(amount ?? 0) : `${percent} %`}`

const bonusWords = ({ percent, amount }: LineDecision['bonus']): string => {
  if (percent === 0 && amount === 0) return 'no bonus'
  return amount === 0 ? `bonus ${percent} %` : `bonus ${percent} % and ${money(amount)}`
}

const MONEY = { first_scan: 'at the first scan', receipt: 'on receipt', check: 'after the check' }
const EXCHANGE = { at_once: 'at once', first_scan: 'with the first scan', receipt: 'on receipt' }

const dayWords = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T12:00:00Z`))

function verdict({ eligible, refusal, window }: LineDecision, talk: Talk, today: string): string {
  if (!eligible) return `no: ${refusal ? sayPhrase(refusal, talk, { today }) : ''}`
  return window.until ? `yes until ${dayWords(window.until)}` : 'yes without a last day'
}

/** Everything that the tables can say of a decision. */
export function caseAnswer(decision: LineDecision, talk: Talk, today: string): string[] {
  return [
    verdict(decision, talk, today),
    ...(decision.window.basis === 'assumed' ? ['counted from an assumed day'] : []),
    ...(decision.window.start === null ? ['start unknown'] : []),
    `left: ${decision.left}`,
    listed('reasons', decision.reasons),
    listed('outcomes', decision.outcomes),
    listed('methods', decision.methods),
    listed('free methods', decision.freeMethods),
    decision.photosRequired ? 'photos needed' : 'no photos needed',
    decision.commentRequired ? 'comment needed' : 'no comment needed',
    ...(decision.review.length === 0 ? ['approved at once'] : []),
    ...decision.review.map((phrase) => `a person looks: ${sayPhrase(phrase, talk, { today })}`),
    ...(decision.fees.length === 0 ? ['no fee'] : []),
    ...decision.fees.map(feeWords),
    bonusWords(decision.bonus),
    decision.refundShipping ? 'shipping refunded' : 'shipping not refunded',
    `money ${MONEY[decision.refundTrigger]}`,
    `exchange leaves ${EXCHANGE[decision.shipExchange]}`,
    `goes to ${decision.destination}`,
    ...decision.trace.flatMap(({ rule, overruledBy }) =>
      rule && overruledBy
        ? [`rule ${rule} is beaten by ${overruledBy}`, `rule ${overruledBy} beats rule ${rule}`]
        : [],
    ),
  ]
}
