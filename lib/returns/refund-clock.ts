import { addWorkingDays, dayIn } from './add-days'
import type { CalendarDay } from './phrase'
import { addDays, daysFrom } from './policy/day-math'
import type { Return } from './return'

/** Money is due so many days after the clock starts: § 357 (1) BGB, Art. 13 (1) of directive 2011/83/EU. */
const REFUND_DAYS = 14

/** A bank usually needs so many working days from sending to the account. */
const BANK_DAYS = { least: 2, most: 5 } as const

export type RefundClock = {
  /** The day that counting starts from (day 0); null: it hasn't started. */
  start: CalendarDay | null
  /** Day n of `of`, from 0; it stands still once the money was sent. Null: it hasn't started. */
  day: number | null
  of: number
  /** The last day on which the money may be sent; null: counting hasn't started. */
  latest: CalendarDay | null
  /** Not sent, and the last day is over. */
  overdue: boolean
  /** When the money was sent, and the days on which it reaches an account; null: not all of it was sent. */
  sent: { on: CalendarDay; from: CalendarDay; to: CalendarDay } | null
}

type Clocked = Pick<Return, 'ground' | 'createdAt' | 'sentAt' | 'receivedAt'> & {
  payments: readonly Pick<Return['payments'][number], 'kind' | 'state' | 'sentAt'>[]
}

/** A withdrawal counts from its declaration; anything else from when the goods were on their way, or came. */
const startOf = ({ ground, createdAt, sentAt, receivedAt }: Clocked): string | null =>
  ground === 'withdrawal' ? createdAt : (sentAt ?? receivedAt)

function sentAtOf({ payments }: Clocked): string | null {
  const money = payments.filter(
    ({ kind, state }) => (kind === 'refund' || kind === 'credit') && state !== 'withdrawn',
  )
  if (money.length === 0 || money.some(({ state }) => state !== 'sent')) return null
  return (
    money
      .flatMap(({ sentAt }) => sentAt ?? [])
      .toSorted()
      .at(-1) ?? null
  )
}

/** The day counter of a return's money, in the shop's calendar. */
export function refundClock(of: Clocked, now: Date, timeZone: string): RefundClock {
  const started = startOf(of)
  const sent = sentAtOf(of)
  const start = started === null ? null : dayIn(started, timeZone)
  const sentOn = sent === null ? null : dayIn(sent, timeZone)
  const at = sentOn ?? dayIn(now, timeZone)
  const latest = start === null ? null : addDays(start, REFUND_DAYS)
  const days = start === null ? null : daysFrom(start, at)
  return {
    start,
    day: days === null ? null : Math.max(0, days),
    of: REFUND_DAYS,
    latest,
    overdue: sentOn === null && latest !== null && at > latest,
    sent:
      sentOn === null
        ? null
        : {
            on: sentOn,
            from: addWorkingDays(sentOn, BANK_DAYS.least),
            to: addWorkingDays(sentOn, BANK_DAYS.most),
          },
  }
}
