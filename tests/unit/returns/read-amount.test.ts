import { describe, expect, it } from 'vitest'
import { readAmount } from '@/lib/returns/read-amount'

describe('an amount as people type it', () => {
  it.each([
    ['12,50', 'EUR', 1250],
    ['12.5', 'EUR', 1250],
    [' 12 € ', 'EUR', 1200],
    ['0', 'EUR', 0],
    ['1200', 'JPY', 1200],
  ])('%s in %s is %i', (text, currency, amount) => {
    expect(readAmount(text, currency)).toBe(amount)
  })

  it.each([
    ['', 'EUR'],
    ['a lot', 'EUR'],
    ['-5', 'EUR'],
    ['1.234,50', 'EUR'],
    ['12,505', 'EUR'],
    ['12.5', 'JPY'],
    ['1e3', 'EUR'],
  ])('«%s» in %s is none', (text, currency) => {
    expect(readAmount(text, currency)).toBeNull()
  })
})
