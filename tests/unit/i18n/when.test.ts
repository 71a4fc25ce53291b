import { describe, expect, it } from 'vitest'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { alpine } from '@/tests/support/sample-shops'
import { promise, TODAY } from '@/tests/support/samples'

const when = (locale: Locale) => translator(alpine, locale).when
const scan = { at: null, localTime: null, offsetMinutes: null, zoneKnown: false, raw: null }

describe('a day in words', () => {
  it.each([
    ['en', '2026-11-24', 'today, Tuesday 24 November'],
    ['en', '2026-11-25', 'tomorrow, Wednesday 25 November'],
    ['en', '2026-11-23', 'yesterday, Monday 23 November'],
    ['en', '2026-11-26', 'on Thursday 26 November'],
    ['de', '2026-11-25', 'morgen, Mittwoch, 25. November'],
    ['de', '2026-11-26', 'am Donnerstag, 26. November'],
    ['fr', '2026-11-25', 'demain, mercredi 25 novembre'],
    ['fr', '2026-12-01', 'mardi 1er décembre'],
    ['bar', '2026-11-25', 'moang, Mittwoch, 25. November'],
  ] as const)('%s: %s is “%s”', (locale, day, words) => {
    expect(when(locale).day(day, TODAY, 'at')).toBe(words)
  })

  it('has no preposition in its plain form', () => {
    expect(when('en').day('2026-11-26', TODAY, 'plain')).toBe('Thursday 26 November')
  })

  it('names the year when it is long ago', () => {
    expect(when('en').day('2025-02-03', TODAY, 'plain')).toBe('Monday 3 February 2025')
  })
})

describe('a delivery window in words', () => {
  it.each([
    ['en', promise('2026-11-26', '2026-11-28'), 'between Thursday 26 and Saturday 28 November'],
    ['en', promise('2026-11-30', '2026-12-02'), 'between Monday 30 November and Wednesday 2 December'],
    ['en', promise('2026-11-22', '2026-11-26'), 'between today and Thursday 26 November'],
    ['en', promise('2026-11-25', '2026-11-26'), 'between tomorrow and Thursday 26 November'],
    [
      'en',
      promise(TODAY, TODAY, { from: '10:00', to: '12:00' }),
      'today, Tuesday 24 November, between 10:00 and 12:00',
    ],
    ['en', promise(TODAY, TODAY, { to: '18:00' }), 'today, Tuesday 24 November, by 18:00'],
    ['de', promise('2026-11-26', '2026-11-28'), 'zwischen Donnerstag, 26. und Samstag, 28. November'],
    [
      'de',
      promise('2026-11-26', '2026-11-26', { from: '10:00', to: '12:00' }),
      'am Donnerstag, 26. November, zwischen 10:00 und 12:00 Uhr',
    ],
    ['fr', promise('2026-11-26', '2026-11-28'), 'entre jeudi 26 et samedi 28 novembre'],
  ] as const)('%s: %o is “%s”', (locale, window, words) => {
    expect(when(locale).window(window, TODAY)).toBe(words)
  })
})

describe('the time of a scan', () => {
  it('is the carrier’s own clock, not shifted, with no zone claimed', () => {
    const time = { ...scan, localTime: '2026-11-24T10:02:00' }
    expect(when('en').scan(time, TODAY)).toMatchObject({
      text: 'today, 10:02',
      dateTime: '2026-11-24T10:02:00',
    })
  })

  it('stays the carrier’s clock where the instant is known too', () => {
    const time = {
      ...scan,
      at: '2026-11-24T15:02:00Z',
      localTime: '2026-11-24T10:02:00',
      offsetMinutes: -300,
      zoneKnown: true,
    }
    expect(when('de').scan(time, TODAY)).toMatchObject({
      text: 'heute, 10:02 Uhr',
      dateTime: '2026-11-24T15:02:00Z',
    })
  })

  it('is in the shop’s zone, and says so, where only the instant is known', () => {
    const time = { ...scan, at: '2026-11-23T23:30:00Z', zoneKnown: true }
    expect(when('en').scan(time, TODAY)).toMatchObject({
      day: 'today',
      clock: '00:30 (Central European Time)',
    })
  })

  it('is a bare day where the carrier gave no clock', () => {
    expect(when('en').scan({ ...scan, localTime: '2026-11-22' }, TODAY)).toMatchObject({
      text: 'Sunday 22 November',
      clock: null,
    })
  })

  it('is nothing where no day is known', () => {
    expect(when('en').scan({ ...scan, raw: '2875-01-01' }, TODAY)).toBeNull()
  })
})

describe('a duration', () => {
  it.each([
    [1, '1 hour'],
    [38, '38 hours'],
    [71, '71 hours'],
    [100, '4 days'],
  ])('of %i hours is “%s”', (hours, words) => {
    expect(when('en').duration(hours)).toBe(words)
  })
})
