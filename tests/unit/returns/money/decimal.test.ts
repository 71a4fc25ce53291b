import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromDecimal, toDecimal } from '@/lib/returns/money/decimal'

describe('amounts as vendors write them', () => {
  it.each([
    [18_990, 'EUR', '189.90'],
    [5, 'EUR', '0.05'],
    [0, 'USD', '0.00'],
    [1500, 'JPY', '1500'],
    [12_345, 'KWD', '12.345'],
  ])('%i %s is %s', (amount, currency, text) => {
    expect(toDecimal(amount, currency)).toBe(text)
    expect(fromDecimal(text, currency)).toBe(amount)
  })

  it.each([
    ['189.9', 'EUR', 18_990],
    ['189', 'EUR', 18_900],
    ['1500.00', 'JPY', 1500],
    ['1.005', 'EUR', null],
    ['-1.00', 'EUR', null],
    ['1e3', 'EUR', null],
    ['', 'EUR', null],
  ])('%j in %s is read as %j', (text, currency, amount) => {
    expect(fromDecimal(text, currency)).toBe(amount)
  })

  it('come back as they went', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000_000 }),
        fc.constantFrom('EUR', 'JPY', 'KWD', 'CHF'),
        (amount, currency) => fromDecimal(toDecimal(amount, currency), currency) === amount,
      ),
    )
  })
})
