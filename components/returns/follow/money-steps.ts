import { sayAmount } from '@/lib/i18n/say-amount'
import type { Talk } from '@/lib/i18n/translator'
import type { Return, ReturnPayment } from '@/lib/returns/return'
import { SENDS_SOMETHING } from '@/lib/returns/vocabulary'
import { amountOf, deductedFrom } from './amounts'
import type { FollowFacts } from './follow-facts'
import { exchangeName } from './item-model'
import { travels } from './stage'

/** `yours`: waits for the shopper. */
type StepState = 'done' | 'current' | 'ahead' | 'yours'

export type MoneyStep = {
  key: string
  title: string
  when: { text: string; dateTime: string } | null
  notes: string[]
  /** A credit's code, to copy. */
  code: string | null
  state: StepState
}

type Draft = Omit<MoneyStep, 'state'> & {
  done: boolean
  state?: StepState
  /** Comes although the return was called off. */
  isOwed?: boolean
}

const SENT: ReadonlySet<ReturnPayment['state']> = new Set(['sent'])

/** When something happens that hasn't yet. */
const after = (trigger: Return['refundTrigger'] | Return['shipExchange'], { t }: Talk): string =>
  t(`returned.step.after.${trigger}`)

type Teller = (facts: FollowFacts, talk: Talk) => Draft[]

function on(at: string | null, { today }: FollowFacts, { when }: Talk): MoneyStep['when'] {
  return at === null ? null : { text: when.day(when.dayOf(new Date(at)), today, 'plain'), dateTime: at }
}

const asked: Teller = (facts, talk) => [
  {
    key: 'asked',
    title: talk.t('returned.step.asked'),
    when: on(facts.back.createdAt, facts, talk),
    notes: [],
    code: null,
    done: true,
  },
]

const handedIn: Teller = (facts, talk) => [
  {
    key: 'handedIn',
    title: talk.t('returned.step.handedIn'),
    when: on(facts.back.sentAt, facts, talk),
    notes: facts.clock.start !== null || owesMoney(facts.back) ? [talk.t('returned.step.handedInNote')] : [],
    code: null,
    done: facts.back.sentAt !== null || facts.back.receivedAt !== null,
  },
]

const received: Teller = (facts, talk) => [
  {
    key: 'received',
    title: talk.t('returned.step.received'),
    when: on(facts.back.receivedAt, facts, talk),
    notes: [],
    code: null,
    done: facts.back.receivedAt !== null,
  },
]

const deductedNote = (deducted: number, { gift, currency }: Return, talk: Talk): string =>
  gift
    ? talk.t('returned.step.deductedGiftNote')
    : talk.t('returned.step.deductedNote', { amount: sayAmount(deducted, currency, talk) })

const checked: Teller = (facts, talk) => {
  const { back } = facts
  const deducted = deductedFrom(back)
  return [
    {
      key: 'checked',
      title: talk.t('returned.step.checked'),
      when: on(back.checkedAt, facts, talk),
      notes: [deducted > 0 ? deductedNote(deducted, back, talk) : talk.t('returned.step.checkedNote')],
      code: null,
      done: back.checkedAt !== null,
    },
  ]
}

/** Whether any of it is money: a refund, or credit. */
export const owesMoney = (back: Return): boolean =>
  amountOf(back, 'refund') > 0 || amountOf(back, 'credit') > 0

/** What a present's receiver gets is told when it is there: before, it would be what the present has cost. */
const creditTitle = (
  { gift, currency }: Pick<Return, 'gift' | 'currency'>,
  amount: number,
  isGiven: boolean,
  talk: Talk,
): string =>
  gift && !isGiven
    ? talk.t('returned.items.store_credit')
    : talk.t('returned.step.credit', { amount: sayAmount(amount, currency, talk) })

function paymentStep(payment: ReturnPayment, facts: FollowFacts, talk: Talk): Draft {
  const { back, codes } = facts
  const { t } = talk
  const kind = payment.kind
  const done = SENT.has(payment.state)
  const amount = sayAmount(payment.amount, payment.currency, talk)
  const order = back.orders.length > 1 ? back.orders.find(({ id }) => id === payment.orderId) : undefined
  const titles = {
    refund: done ? t('returned.step.refund', { amount }) : t('returned.step.refundAhead', { amount }),
    credit: creditTitle(back, payment.amount, done, talk),
    exchange: done ? t('returned.step.exchange') : t('returned.step.exchangeAhead'),
    charge: done ? t('returned.step.charge', { amount }) : t('returned.step.chargeAhead', { amount }),
  } as const
  const where = order ? t('returned.step.orderNote', { order: order.number }) : t('returned.step.refundNote')
  const notes = {
    refund: [where],
    credit: [],
    exchange: back.items.filter((item) => item.exchange).map((item) => exchangeName(item)),
    charge: [],
  } as const
  return {
    key: payment.id,
    title: titles[kind],
    when: done ? on(payment.sentAt, facts, talk) : null,
    notes: [
      ...notes[kind],
      ...(payment.state === 'failed' ? [t('returned.step.failed')] : []),
      ...(done && payment.reference && kind === 'refund'
        ? [t('returned.step.reference', { reference: payment.reference })]
        : []),
    ],
    code: codes[payment.id] ?? null,
    done,
    isOwed: kind === 'refund' || kind === 'credit',
    ...(kind === 'charge' && !done && { state: 'yours' as const }),
  }
}

/** What is still to be planned, by the confirmed sum. */
function expected(facts: FollowFacts, talk: Talk): Draft[] {
  const { back } = facts
  const planned = new Set(back.payments.map(({ kind }) => kind))
  const base = { when: null, code: null, done: false }
  const [refund, credit] = [amountOf(back, 'refund'), amountOf(back, 'credit')]
  const later = travels(back) ? after(back.refundTrigger, talk) : ''
  const sends = back.items.filter((item) => SENDS_SOMETHING[item.outcome] && item.outcome !== 'repair')
  return [
    ...(refund > 0 && !planned.has('refund')
      ? [
          {
            ...base,
            key: 'refund',
            title: talk.t('returned.step.refundAhead', { amount: sayAmount(refund, back.currency, talk) }),
            notes: [later, talk.t('returned.step.refundNote')].filter(Boolean),
          },
        ]
      : []),
    ...(credit > 0 && !planned.has('credit')
      ? [
          {
            ...base,
            key: 'credit',
            title: creditTitle(back, credit, false, talk),
            notes: [later].filter(Boolean),
          },
        ]
      : []),
    ...(sends.length > 0 && !planned.has('exchange')
      ? [
          {
            ...base,
            key: 'exchange',
            title: talk.t('returned.step.exchangeAhead'),
            notes: [
              ...sends
                .filter((item) => item.exchange && !facts.unavailable.includes(item.key))
                .map((item) => exchangeName(item)),
              after(back.shipExchange, talk),
            ].filter(Boolean),
          },
        ]
      : []),
  ]
}

const given: Teller = (facts, talk) => [
  ...facts.back.payments.map((payment) => paymentStep(payment, facts, talk)),
  ...expected(facts, talk),
]

const bank: Teller = (facts, talk) => {
  const { back, clock, today } = facts
  const { t, when } = talk
  if (amountOf(back, 'refund') === 0) return []
  return [
    {
      key: 'bank',
      title: t('returned.step.bank'),
      when: clock.sent
        ? {
            text: t('returned.step.bankBy', { when: when.day(clock.sent.to, today, 'plain') }),
            dateTime: clock.sent.to,
          }
        : null,
      notes: [t('returned.step.bankNote', { days: BANK_DAYS })],
      code: null,
      done: clock.sent !== null && today > clock.sent.to,
    },
  ]
}

/** The most that a bank usually needs; the clock counts the same. */
const BANK_DAYS = 5

const ORDER = {
  at_once: [given, bank, handedIn, received, checked],
  first_scan: [handedIn, given, bank, received, checked],
  receipt: [handedIn, received, given, bank, checked],
  check: [handedIn, received, checked, given, bank],
} as const satisfies Record<Return['refundTrigger'] | Return['shipExchange'], readonly Teller[]>

const CLOSED: ReadonlySet<Return['state']> = new Set(['rejected', 'cancelled', 'expired'])

/** Everything between the request and the money on the account, in the order in which it happens. */
export function moneySteps(facts: FollowFacts, talk: Talk): MoneyStep[] {
  const { back } = facts
  const trigger = owesMoney(back) ? back.refundTrigger : back.shipExchange
  const way = travels(back) ? ORDER[trigger] : [given, bank]
  // Over the counter nothing is scanned.
  const tellers = way.filter((tell) => tell !== handedIn || facts.method.kind !== 'store')
  const drafts = [asked, ...tellers].flatMap((tell) => tell(facts, talk))
  const isClosed = CLOSED.has(back.state)
  const current = drafts.findIndex(({ done }) => !done)
  return drafts
    .filter(({ done, isOwed }) => done || isOwed || !isClosed)
    .map(({ done, state, isOwed: _, ...step }, index) => ({
      ...step,
      state: state ?? (done ? 'done' : index === current ? 'current' : 'ahead'),
    }))
}
