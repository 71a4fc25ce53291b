import { describe, expect, it } from 'vitest'
import { countryCode } from '@/lib/carriers/country-code'

describe('a country', () => {
  it.each([
    ['DE', 'DE'],
    ['de', 'DE'],
    ['DEU', 'DE'],
    [' aut ', 'AT'],
    ['CHE', 'CH'],
    ['GBR', 'GB'],
    ['UK', 'GB'],
    ['XKX', 'XK'],
  ])('%s is %s', (text, code) => {
    expect(countryCode(text)).toBe(code)
  })

  it.each([['XX'], ['ZZZ'], ['Germany'], [''], [null], [undefined]])('%j is none', (text) => {
    expect(countryCode(text)).toBeNull()
  })
})
