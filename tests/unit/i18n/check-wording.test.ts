import { describe, expect, it } from 'vitest'
import { checkWording } from '@/lib/i18n/check-wording'

const codes = (wording: Parameters<typeof checkWording>[0]) =>
  checkWording(wording).map(({ key, code }) => `${key}: ${code}`)

describe('a shop’s own wording', () => {
  it('may replace any message, with its arguments and tags', () => {
    expect(
      checkWording({
        de: {
          'status.delivered.neighbour.title': 'Liegt nebenan',
          'headline.late': '<big>Braucht noch</big>',
        },
        en: {
          'words.due': 'We hoped for {when}.',
          'history.earlier': '{count, plural, one {one more} other {# more}}',
        },
      }),
    ).toEqual([])
  })

  it('may leave an argument out', () => {
    expect(checkWording({ en: { 'words.due': 'It is late.' } })).toEqual([])
  })

  it('names an unknown key', () => {
    expect(codes({ en: { 'status.nowhere.title': 'x' } })).toEqual(['status.nowhere.title: unknown_key'])
  })

  it('names an unknown locale', () => {
    expect(codes({ xx: { 'words.due': 'x' } })).toEqual(['words.due: unknown_locale'])
  })

  it('names an argument that the message is not given, and those it is', () => {
    const [error] = checkWording({ en: { 'words.due': 'Due {date}.' } })
    expect(error).toMatchObject({ locale: 'en', key: 'words.due', code: 'unknown_argument' })
    expect(error?.detail).toContain('{date}')
    expect(error?.detail).toContain('{when}')
  })

  it('refuses to count a text', () => {
    expect(codes({ en: { 'words.due': '{when, plural, one {a} other {b}}' } })).toEqual([
      'words.due: wrong_argument',
    ])
  })

  it('names an unknown tag', () => {
    expect(codes({ en: { 'words.due': '<b>{when}</b>' } })).toEqual(['words.due: unknown_tag'])
  })

  it.each(['Due {when', '{count, plural, one {a}}', '<big>open'])('names broken syntax: %s', (text) => {
    expect(codes({ en: { 'history.earlier': text } })).toEqual(['history.earlier: syntax'])
  })
})
