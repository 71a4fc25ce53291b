import { Temporal } from 'temporal-polyfill'

/** One moment in every form a carrier may write it. */
export type Moment = {
  /** `2026-11-20T09:02:00Z` */
  utc: string
  /** `2026-11-20T10:02:00` */
  local: string
  /** `+01:00` */
  offset: string
}

/** The demo's time at one place: everything is counted from now, and nothing lies ahead of it. */
export type Calendar = {
  now: Moment
  /** A clock time on the n-th delivery day before today (n < 0); Sundays don't count. */
  at: (days: number, clock: string) => Moment
  /** A clock time today; early in the day, when it is still ahead, a few minutes ago. */
  today: (clock: string) => Moment
  /** A clock time before dawn today; earlier in the night, the evening before. */
  overnight: (clock: string) => Moment
  /** The newest moment that showed this clock time: today or yesterday. */
  latest: (clock: string) => Moment
  /** The newest moment at which a van may have been at the door at this clock time: not on a Sunday. */
  door: (clock: string) => Moment
  /** Hours ago, to the minute. */
  ago: (hours: number) => Moment
  /** As `ago`, Sundays not counted. */
  quiet: (hours: number) => Moment
  /** The delivery day after a moment, `YYYY-MM-DD`. */
  after: (moment: Moment) => string
  /** The n-th delivery day from today (0 is today), `YYYY-MM-DD`. */
  day: (days: number) => string
  /** A calendar day counted from today, Sundays included, `YYYY-MM-DD`. */
  date: (days: number) => string
  /** Two hours of this day that have not passed yet, from 14:00 on; null in the evening. */
  hours: () => { from: string; to: string } | null
}

const SUNDAY = 7
/** A scan needs a little time to reach anyone. */
const LAG_SECONDS = 300
const DAY_SECONDS = 86_400
const SLOTS = ['14:00', '16:00', '18:00', '20:00'] as const
/** A slot that ends sooner is no promise any more. */
const SLOT_REST_SECONDS = 1_800
const EVENING = '22:48'

const momentOf = (time: Temporal.ZonedDateTime): Moment => ({
  utc: time.toInstant().toString({ smallestUnit: 'second' }),
  local: time.toPlainDateTime().toString({ smallestUnit: 'second' }),
  offset: time.offset,
})

const secondsOf = (clock: string): number => {
  const { hour, minute, second } = Temporal.PlainTime.from(clock)
  return hour * 3600 + minute * 60 + second
}

function deliveryDay(today: Temporal.PlainDate, days: number): Temporal.PlainDate {
  const step = Math.sign(days)
  let day = today
  for (let left = Math.abs(days); left > 0; ) {
    day = day.add({ days: step })
    if (day.dayOfWeek !== SUNDAY) left -= 1
  }
  return day
}

/** Counts days and clock times around `now` in an IANA zone. */
export function calendarOf(now: Date, zone: string): Calendar {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).round({
    smallestUnit: 'second',
    roundingMode: 'floor',
  })
  const today = here.toPlainDate()
  const clockNow = secondsOf(here.toPlainTime().toString())
  const on = (day: Temporal.PlainDate, clock: string) =>
    momentOf(day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(clock) }))
  const passed = (clock: string) => secondsOf(clock) <= clockNow - LAG_SECONDS

  const squeezed = (clock: string): Moment => {
    const share = secondsOf(clock) / DAY_SECONDS
    const seconds =
      clockNow > LAG_SECONDS
        ? clockNow - LAG_SECONDS + (share * LAG_SECONDS) / 2
        : (clockNow * (1 + share)) / 2
    return momentOf(here.subtract({ seconds: clockNow - Math.floor(seconds) }))
  }
  const inTheDay = (clock: string) => (passed(clock) ? on(today, clock) : squeezed(clock))

  return {
    now: momentOf(here),
    at: (days, clock) => on(deliveryDay(today, days), clock),
    today: inTheDay,
    overnight: (clock) => (passed(clock) ? on(today, clock) : on(today.subtract({ days: 1 }), EVENING)),
    latest: (clock) => on(passed(clock) ? today : today.subtract({ days: 1 }), clock),
    door: (clock) =>
      passed(clock) && today.dayOfWeek !== SUNDAY ? on(today, clock) : on(deliveryDay(today, -1), clock),
    ago: (hours) => momentOf(here.subtract({ minutes: Math.round(hours * 60) }).with({ second: 0 })),
    quiet: (hours) => {
      let start = here
      for (let left = hours; left > 0; left -= start.dayOfWeek === SUNDAY ? 0 : 1)
        start = start.subtract({ hours: 1 })
      return momentOf(start.with({ second: 0 }))
    },
    after: ({ local }) => deliveryDay(Temporal.PlainDateTime.from(local).toPlainDate(), 1).toString(),
    day: (days) => deliveryDay(today, days).toString(),
    date: (days) => today.add({ days }).toString(),
    hours: () => {
      const index = SLOTS.findIndex((_, slot) => {
        const end = SLOTS[slot + 1]
        return end !== undefined && secondsOf(end) - SLOT_REST_SECONDS > clockNow
      })
      const [from, to] = [SLOTS[index], SLOTS[index + 1]]
      return from && to ? { from, to } : null
    },
  }
}
