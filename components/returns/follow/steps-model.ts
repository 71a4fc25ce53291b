import type { Talk } from '@/lib/i18n/translator'
import type { MethodKind } from '@/lib/returns/vocabulary'
import type { FollowFacts } from './follow-facts'
import type { Stage } from './stage'

/** One thing to do; an address stands below its sentence. */
export type HandInStep = { text: string; lines: readonly string[] }

type Make = (facts: FollowFacts, talk: Talk) => (string | HandInStep)[]

const carrierOf = ({ method }: FollowFacts): string => method.carrier ?? ''

function pack({ back }: FollowFacts, { t }: Talk): string {
  if (back.boxes.length > 1) return t('returned.steps.packBoxes')
  const count = back.items
    .filter(({ outcome }) => outcome !== 'keep')
    .reduce((sum, { quantity }) => sum + quantity, 0)
  return t('returned.steps.pack', { count })
}

const stick = ({ back }: FollowFacts, { t }: Talk): string =>
  back.boxes.length > 1 ? t('returned.steps.stickBoxes') : t('returned.steps.stick')

function hand(facts: FollowFacts, { t, when }: Talk): string {
  const { back, today } = facts
  const carrier = carrierOf(facts)
  return back.labelExpiresAt === null
    ? t('returned.steps.hand', { carrier })
    : t('returned.steps.handBy', {
        carrier,
        when: when.day(when.dayOf(new Date(back.labelExpiresAt)), today, 'plain'),
      })
}

function bring({ back }: FollowFacts, { t }: Talk): HandInStep {
  const { store } = back.method
  return {
    text: t('returned.steps.bring', { number: back.number, place: store?.name ?? '' }),
    lines: store ? [store.address] : [],
  }
}

const ready = ({ back, today }: FollowFacts, { t, when }: Talk): string[] =>
  back.method.pickupDay === null
    ? []
    : [t('returned.steps.ready', { when: when.day(back.method.pickupDay, today, 'at') })]

const hasPaper = ({ back }: FollowFacts): boolean =>
  back.boxes.some(({ labelState }) => labelState === 'issued')

const STEPS = {
  label: (facts, talk) => [pack(facts, talk), stick(facts, talk), hand(facts, talk)],
  qr: (facts, talk) => [pack(facts, talk), talk.t('returned.steps.show'), hand(facts, talk)],
  store: (facts, talk) => [bring(facts, talk), talk.t('returned.steps.confirm')],
  pickup: (facts, talk) => [
    pack(facts, talk),
    ...(hasPaper(facts) ? [stick(facts, talk)] : []),
    ...ready(facts, talk),
  ],
  own_carrier: (facts, talk) => [
    pack(facts, talk),
    {
      text: talk.t('returned.steps.write', { number: facts.back.number }),
      lines: facts.destination,
    },
    talk.t('returned.steps.tell'),
  ],
} as const satisfies Record<MethodKind, Make>

const TO_DO: ReadonlySet<Stage> = new Set(['print', 'show', 'store', 'pickup', 'own', 'making'])

/** What is to be done until it is handed in; none once it is. */
export function handInSteps(stage: Stage, facts: FollowFacts, talk: Talk): HandInStep[] {
  if (!TO_DO.has(stage)) return []
  const steps = [...STEPS[facts.method.kind](facts, talk), ...(facts.method.instructions ?? '').split('\n')]
  return steps
    .map((step) => (typeof step === 'string' ? { text: step.trim(), lines: [] } : step))
    .filter(({ text }) => text !== '')
}
