import { Temporal } from 'temporal-polyfill'
import type { DeliveryWindow, ScanTime } from '@/lib/parcels/report'
import { PHRASE_TAGS, plainText } from './phrase'
import type { Translate } from './translate'

/** `at` carries the locale's preposition ("on Thursday 26 November"), `plain` has none ("Thursday 26 November"). */
export type DayForm = 'at' | 'plain'

/** Days and clocks in words. Days are `YYYY-MM-DD`; marked texts carry the marks of `phrase.ts`. */
export type When = {
  /** "tomorrow, Tuesday 24 November" */
  day: (day: string, today: string, form: DayForm) => string
  dayMarked: (day: string, today: string, form: DayForm) => string
  /** "between Tuesday 24 and Thursday 26 November", "today, Tuesday 24 November, between 10:00 and 12:00" */
  windowMarked: (window: DeliveryWindow, today: string) => string
  window: (window: DeliveryWindow, today: string) => string
  /** A scan's moment by the clock the carrier's people saw; null when no day is known. */
  scan: (time: ScanTime, today: string) => ScanWords | null
  /** The calendar day of an instant in the shop's zone. */
  dayOf: (instant: Date) => string
  /** "38 hours", "4 days" */
  duration: (hours: number) => string
}

export type ScanWords = {
  day: string
  /** "10:02", or with the zone where only the instant is known: "10:02 (Central European Time)". */
  clock: string | null
  /** Both. */
  text: string
  /** For `<time datetime>`. */
  dateTime: string
}

const HOURS_TOLD_AS_HOURS = 72

/** French counts the first of a month as an ordinal, which CLDR's patterns leave out. */
const FIRST_OF_MONTH: Record<string, string> = { fr: '1er' }

const utcNoon = (day: string): Date => new Date(`${day}T12:00:00Z`)

const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days

const RELATIVE = new Map<number, 'yesterday' | 'today' | 'tomorrow'>([
  [-1, 'yesterday'],
  [0, 'today'],
  [1, 'tomorrow'],
])

/** Words for days and clocks in one locale; `timeZone` is the shop's, used only where a scan tells nothing but its instant. */
export function makeWhen(t: Translate, intl: string, timeZone: string): When {
  const weekdays = new Intl.DateTimeFormat(intl, { weekday: 'long', timeZone: 'UTC' })
  const dates = new Intl.DateTimeFormat(intl, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  const datesWithYear = new Intl.DateTimeFormat(intl, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const clocks = new Intl.DateTimeFormat(intl, { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' })
  const zones = new Intl.DateTimeFormat(intl, { timeZone, timeZoneName: 'longGeneric' })
  const language = new Intl.Locale(intl).language

  const dateParts = (day: string, today: string): Intl.DateTimeFormatPart[] =>
    (day.slice(0, 4) === today.slice(0, 4) || Math.abs(daysBetween(today, day)) < 180 ? dates : datesWithYear)
      .formatToParts(utcNoon(day))
      .map((part) =>
        part.type === 'day' && part.value === '1'
          ? { ...part, value: FIRST_OF_MONTH[language] ?? '1' }
          : part,
      )

  const dateOf = (day: string, today: string): string =>
    dateParts(day, today)
      .map((part) => part.value)
      .join('')
  const weekdayOf = (day: string): string => weekdays.format(utcNoon(day))

  const wrap = (
    key: `when.${DayForm}.${'today' | 'tomorrow' | 'yesterday' | 'day'}`,
    day: string,
    today: string,
  ): string => t.markup(key, { ...PHRASE_TAGS, weekday: weekdayOf(day), date: dateOf(day, today) })

  const dayMarked: When['dayMarked'] = (day, today, form) =>
    wrap(`when.${form}.${RELATIVE.get(daysBetween(today, day)) ?? 'day'}`, day, today)

  /** One end of a range: "today", "Tuesday 24" when the other end names the month, else "Tuesday 24 November". */
  const rangeEnd = (day: string, today: string, withMonth: boolean): string => {
    const away = daysBetween(today, day)
    if (!withMonth && away <= 0) return t('when.today')
    if (!withMonth && away === 1) return t('when.tomorrow')
    const date = withMonth
      ? dateOf(day, today)
      : dateParts(day, today)
          .filter((part) => part.type !== 'month' && part.type !== 'year')
          .map((part) => part.value)
          .join('')
          .trim()
    return plainText(t.markup('when.plain.day', { ...PHRASE_TAGS, weekday: weekdayOf(day), date }))
  }

  const withTimes = (day: string, { from, to }: DeliveryWindow): string => {
    const at = (clock: string) => clocks.format(new Date(`1970-01-01T${clock}:00Z`))
    if (from && to) return t.markup('when.timesBetween', { ...PHRASE_TAGS, day, from: at(from), to: at(to) })
    if (from) return t.markup('when.timesFrom', { ...PHRASE_TAGS, day, from: at(from) })
    if (to) return t.markup('when.timesUntil', { ...PHRASE_TAGS, day, to: at(to) })
    return day
  }

  const windowMarked: When['windowMarked'] = (window, today) => {
    const earliest = window.earliest < today && window.latest >= today ? today : window.earliest
    if (earliest === window.latest) return withTimes(dayMarked(earliest, today, 'at'), window)
    const sameMonth = earliest.slice(0, 7) === window.latest.slice(0, 7)
    const near = daysBetween(today, earliest) <= 1
    return t.markup('when.at.range', {
      ...PHRASE_TAGS,
      from: rangeEnd(earliest, today, !sameMonth && !near),
      to: rangeEnd(window.latest, today, true),
    })
  }

  /** A past day: near ones need no date. */
  const shortDay = (day: string, today: string): string => {
    const relative = RELATIVE.get(daysBetween(today, day))
    return relative ? t(`when.${relative}`) : plainText(dayMarked(day, today, 'plain'))
  }

  const scanWords = (local: string, today: string, dateTime: string, zone: string | null): ScanWords => {
    const day = shortDay(local.slice(0, 10), today)
    const time = local.length > 10 ? clocks.format(new Date(`${local.slice(0, 16)}:00Z`)) : null
    if (time === null) return { day, clock: null, text: day, dateTime }
    const clock = zone === null ? t('when.clock', { time }) : t('when.zoned', { time, zone })
    return { day, clock, text: t('when.moment', { day, clock }), dateTime }
  }

  const inShopZone = (at: string): { local: string; zone: string } => ({
    local: Temporal.Instant.from(at)
      .toZonedDateTimeISO(timeZone)
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' }),
    zone: zones.formatToParts(new Date(at)).find((part) => part.type === 'timeZoneName')?.value ?? timeZone,
  })

  return {
    dayMarked,
    day: (day, today, form) => plainText(dayMarked(day, today, form)),
    windowMarked,
    window: (window, today) => plainText(windowMarked(window, today)),
    scan: (time, today) => {
      if (time.localTime) return scanWords(time.localTime, today, time.at ?? time.localTime, null)
      if (!time.at) return null
      const { local, zone } = inShopZone(time.at)
      return scanWords(local, today, time.at, zone)
    },
    dayOf: (instant) =>
      Temporal.Instant.fromEpochMilliseconds(instant.getTime())
        .toZonedDateTimeISO(timeZone)
        .toPlainDate()
        .toString(),
    duration: (hours) =>
      hours < HOURS_TOLD_AS_HOURS
        ? t('when.hours', { count: hours })
        : t('when.days', { count: Math.floor(hours / 24) }),
  }
}
