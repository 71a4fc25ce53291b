import { describe, expect, it } from 'vitest'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { parcelHeadline } from '@/lib/i18n/parcel-headline'
import { parcelTone } from '@/lib/i18n/parcel-tone'
import { type ParcelWords, parcelWords } from '@/lib/i18n/parcel-words'
import { parcelsHeadline } from '@/lib/i18n/parcels-headline'
import { translator } from '@/lib/i18n/translator'
import { STATUS_CODES } from '@/lib/parcels/status'
import { alpine } from '@/tests/support/sample-shops'
import { promise, SAMPLES, TODAY, view } from '@/tests/support/samples'

const talk = (locale: Locale = 'en') => translator(alpine, locale)
const titleOf = (sample: keyof typeof SAMPLES, locale: Locale = 'en') =>
  parcelWords(SAMPLES[sample], talk(locale)).title

describe('the first answer', () => {
  it('is the delivery window in words', () => {
    expect(titleOf('tomorrow')).toBe('Arrives tomorrow, Wednesday 25 November')
    expect(titleOf('tomorrow', 'de')).toBe('Kommt morgen, Mittwoch, 25. November')
    expect(titleOf('tomorrow', 'fr')).toBe('Arrive demain, mercredi 25 novembre')
    expect(titleOf('tomorrow', 'bar')).toBe('Kimmt moang, Mittwoch, 25. November')
    expect(titleOf('range')).toBe('Arrives between Thursday 26 and Saturday 28 November')
    expect(titleOf('out')).toBe('Arrives today, Tuesday 24 November, between 10:00 and 12:00')
  })

  it('is today when the parcel is out for delivery without a window', () => {
    expect(
      parcelWords(view({ status: 'out_for_delivery.on_vehicle', arrivesToday: true }), talk()).title,
    ).toBe('Arrives today, Tuesday 24 November')
  })

  it('is the next attempt after a failed one', () => {
    expect(titleOf('retry')).toBe('Next attempt tomorrow, Wednesday 25 November')
  })

  it('is the last day where a parcel waits to be collected', () => {
    expect(titleOf('locker')).toBe('Collect by Thursday 26 November')
    const lastDay = {
      ...SAMPLES.locker,
      pickupDaysLeft: 0,
      pickup: { name: null, address: null, lastDay: TODAY },
    }
    expect(parcelWords(lastDay, talk()).title).toBe('Collect it today, it’s the last day')
  })

  it('is the problem where one asks for attention', () => {
    expect(titleOf('address')).toBe(talk().t('status.exception.address_problem.title'))
    expect(titleOf('lost')).toBe(talk().t('status.exception.lost.title'))
  })

  it('is never a window once the parcel has arrived, turned back or waits elsewhere', () => {
    for (const status of [
      'delivered.other',
      'returning.other',
      'returned.to_sender',
      'cancelled.other',
    ] as const)
      expect(parcelHeadline(view({ status, window: promise('2026-11-25') }), talk()).kind).not.toBe('window')
  })

  it('has one loud part, and its parts make the text', () => {
    for (const locale of LOCALES)
      for (const sample of Object.values(SAMPLES)) {
        const headline = parcelHeadline(sample, talk(locale))
        expect(headline.parts.filter((part) => part.tone === 'big')).toHaveLength(1)
        expect(headline.parts.map((part) => part.text).join('')).toBe(headline.text)
      }
  })
})

describe('doubt is told', () => {
  it('late: the promised day, and that there is no new one', () => {
    const words = parcelWords(SAMPLES.late, talk())
    expect(words.title).toBe('Running late')
    expect(words.meaning).toContain('It was due on Thursday 19 November.')
  })

  it('late with a known cause: the promised day, then the cause', () => {
    const words = parcelWords(
      view({ status: 'exception.delayed_weather', attention: 'warn', lateSince: '2026-11-19' }),
      talk(),
    )
    expect(words.title).toBe(talk().t('status.exception.delayed_weather.title'))
    expect(words.meaning).toBe(
      `It was due on Thursday 19 November. ${talk().t('status.exception.delayed_weather.meaning')}`,
    )
  })

  it('silence: for how long, and what is usual', () => {
    expect(parcelWords(SAMPLES.silent, talk()).meaning).toBe(
      'No scan for 38 hours; the carrier usually scans every day.',
    )
  })

  it('long silence: that it is unusual for the carrier', () => {
    expect(parcelWords(view({ status: 'in_transit.other', silentHours: 100 }), talk()).meaning).toBe(
      'No scan for 4 days; that’s longer than usual for this carrier.',
    )
  })

  it('silence beside a promise: the promise first, the silence in its meaning', () => {
    const words = parcelWords(
      view({ status: 'in_transit.other', window: promise('2026-11-26'), silentHours: 40 }),
      talk(),
    )
    expect(words.title).toBe('Arrives on Thursday 26 November')
    expect(words.meaning).toContain('No scan for 40 hours')
  })
})

/** Every text of the words, those of lists and parts too. */
const told = ({ steps, scans, labels, ...words }: ParcelWords): string[] => [
  ...Object.values(words),
  ...steps,
  ...scans.filter((text) => text !== null),
  ...Object.values(labels),
]

describe('words', () => {
  it('exist for every state, both directions, in every locale', () => {
    for (const locale of LOCALES)
      for (const status of STATUS_CODES)
        for (const direction of ['outbound', 'inbound'] as const)
          for (const text of told(parcelWords(view({ status, direction }), talk(locale)))) {
            expect(text.trim()).not.toBe('')
            expect(text).not.toMatch(/[{}<>\uE000-\uE003]|undefined|null/)
          }
  })

  it('of a return speak of the shop’s side', () => {
    expect(parcelWords(SAMPLES.inbound, talk()).meaning).toBe(talk().t('inbound.in_transit.meaning'))
  })

  it('may be the shop’s own, in the locale it gave them for', () => {
    const own = { ...alpine, version: 2, wording: { en: { 'headline.late': '<big>Still climbing</big>' } } }
    expect(parcelWords(SAMPLES.late, translator(own, 'en')).title).toBe('Still climbing')
    expect(parcelWords(SAMPLES.late, translator(own, 'de')).title).toBe('Verspätet')
  })

  it('stay ours where the shop’s own are faulty', () => {
    const own = { ...alpine, version: 3, wording: { en: { 'headline.late': '<big>{nobody}</big>' } } }
    expect(parcelWords(SAMPLES.late, translator(own, 'en')).title).toBe('Running late')
  })
})

describe('several parcels', () => {
  it('are counted', () => {
    const { delivered, tomorrow } = SAMPLES
    expect(parcelsHeadline([delivered, delivered, tomorrow], talk()).text).toBe('2 of 3 delivered')
    expect(parcelsHeadline([tomorrow, tomorrow], talk()).text).toBe('2 parcels, none delivered yet')
    expect(parcelsHeadline([delivered, delivered], talk()).text).toBe('All 2 delivered')
    expect(parcelsHeadline([], talk('de')).text).toBe('In Vorbereitung')
  })
})

describe('the tone', () => {
  it.each([
    ['tomorrow', 'calm'],
    ['out', 'today'],
    ['delivered', 'good'],
    ['damaged', 'critical'],
    ['address', 'action'],
    ['locker', 'action'],
    ['retry', 'warn'],
    ['late', 'warn'],
    ['silent', 'warn'],
    ['lost', 'critical'],
  ] as const)('of %s is %s', (sample, tone) => {
    expect(parcelTone(SAMPLES[sample])).toBe(tone)
  })
})
