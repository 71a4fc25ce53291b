import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPrice } from '@/lib/catalogue/read-price'

const amountOf = (text: string, currency: string | null = null) => {
  const read = readPrice(text, currency)
  return read.ok ? [read.value.amount, read.value.currency] : null
}

describe('a price', () => {
  it.each([
    ['19.90 EUR', 1990, 'EUR'],
    ['19,90 EUR', 1990, 'EUR'],
    ['EUR 19.90', 1990, 'EUR'],
    ['19,9 EUR', 1990, 'EUR'],
    ['19 EUR', 1900, 'EUR'],
    ['19.90EUR', 1990, 'EUR'],
    ['19,90\u00a0€', 1990, 'EUR'],
    ['£5.00', 500, 'GBP'],
    ['1.299,00 EUR', 129900, 'EUR'],
    ['1,299.00 USD', 129900, 'USD'],
    ['1 299,00 EUR', 129900, 'EUR'],
    ["1'299.00 CHF", 129900, 'CHF'],
    ['1.234.567 EUR', 123456700, 'EUR'],
    ['1.234.567,89 EUR', 123456789, 'EUR'],
    ['19.9000 EUR', 1990, 'EUR'],
    ['1299 JPY', 1299, 'JPY'],
    ['1,299 JPY', 1299, 'JPY'],
    ['1299.00 JPY', 1299, 'JPY'],
    ['1.250 KWD', 1250, 'KWD'],
    ['0 EUR', 0, 'EUR'],
  ])('%s is read for what it says', (text, amount, currency) => {
    expect(amountOf(text)).toEqual([amount, currency])
  })

  it('without a currency is in the source’s own, and nothing where it has none', () => {
    expect(amountOf('19.90', 'EUR')).toEqual([1990, 'EUR'])
    expect(amountOf('19.90 USD', 'EUR')).toEqual([1990, 'USD'])
    expect(amountOf('19.90')).toBeNull()
  })

  it.each([
    '19.900 EUR',
    '1,299 USD',
    '19.905 EUR',
    '12.34.56 EUR',
    '1.2.3 EUR',
    '1.23,456.78 EUR',
    '',
    'EUR',
    'free',
    '-5.00 EUR',
    '$5.00',
    '5.00 eur',
    '1e3 EUR',
    '9999999999999 EUR',
    '19.90 EUR per m',
  ])('%j is refused rather than guessed', (text) => {
    expect(amountOf(text, null)).toBeNull()
  })

  it('of a million characters is refused at once', () => {
    const started = performance.now()
    expect(amountOf(`1${' '.repeat(1_000_000)}x`)).toBeNull()
    expect(performance.now() - started).toBeLessThan(1000)
  })

  it('comes back from every way of writing it', () => {
    const amounts = fc.integer({ min: 0, max: 999_999_999 })
    fc.assert(
      fc.property(
        amounts,
        fc.constantFrom('.', ','),
        fc.constantFrom('', ' ', "'"),
        (amount, mark, group) => {
          const whole = String(Math.floor(amount / 100)).replace(/\B(?=(\d{3})+$)/g, group)
          const text = `${whole}${mark}${String(amount % 100).padStart(2, '0')} EUR`
          expect(amountOf(text)).toEqual([amount, 'EUR'])
        },
      ),
    )
  })

  it('never throws, and is never below nothing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readPrice(text, 'EUR')
        expect(!read.ok || read.value.amount >= 0).toBe(true)
      }),
    )
  })
})
