import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gs1CheckDigit, s10CheckDigit } from '@/lib/returns/labels/check-digits'
import { rangeNumber } from '@/lib/returns/labels/range-number'
import { spellNumber } from '@/lib/returns/labels/spell-number'
import type { LabelRange } from '@/lib/returns/settings'

const range = (more: Partial<LabelRange>): LabelRange => ({
  name: 'test',
  scheme: 'plain',
  prefix: '',
  suffix: '',
  first: 1,
  last: 999,
  symbology: 'code128',
  ...more,
})

describe('a number out of a range', () => {
  it.each([
    // The example of the UPU's own standard.
    ['47312482', 9],
    ['12345678', 5],
    // The two remainders that have no digit of their own.
    ['00300000', 0],
    ['00000000', 5],
  ])('has the check digit of S10: %s → %i', (serial, digit) => {
    expect(s10CheckDigit(serial)).toBe(digit)
  })

  it.each([
    // https://www.gs1.org/services/check-digit-calculator
    ['37610425002123456', 9],
    ['629104150021', 3],
    ['0', 0],
  ])('has the check digit of GS1: %s → %i', (digits, digit) => {
    expect(gs1CheckDigit(digits)).toBe(digit)
  })

  it('is an S10 item number', () => {
    const s10 = range({ scheme: 's10', prefix: 'RR', suffix: 'GB', last: 99_999_999 })
    expect(rangeNumber(s10, 47_312_482)).toBe('RR473124829GB')
    expect(rangeNumber(s10, 1)).toMatch(/^RR00000001\dGB$/)
  })

  it('is an SSCC of 18 digits, however long the prefix', () => {
    expect(rangeNumber(range({ scheme: 'sscc', prefix: '37610425' }), 2_123_456)).toBe('376104250021234569')
    expect(rangeNumber(range({ scheme: 'sscc', prefix: '37610425000' }), 7)).toMatch(/^37610425000000007\d$/)
  })

  it('is a plain one of equal length', () => {
    expect(rangeNumber(range({ prefix: 'AG-', suffix: 'X', last: 12_000 }), 42)).toBe('AG-00042X')
  })

  it('is another one for every serial', () => {
    const ranges = [
      range({ scheme: 's10', prefix: 'RR', suffix: 'DE', last: 99_999_999 }),
      range({ scheme: 'sscc', prefix: '37610425', last: 999_999_999 }),
      range({ prefix: 'A', last: 99_999_999 }),
    ]
    fc.assert(
      fc.property(fc.nat(99_999_999), fc.nat(99_999_999), fc.constantFrom(...ranges), (a, b, one) => {
        expect(rangeNumber(one, a) === rangeNumber(one, b)).toBe(a === b)
        expect(rangeNumber(one, a)).toHaveLength(rangeNumber(one, b).length)
      }),
    )
  })

  it.each([
    [{ barcode: 'RR473124829GB', symbology: 'code128' }, 'RR 473 124 829 GB'],
    [{ barcode: '376104250021234569', symbology: 'gs1-128' }, '(00) 3 7610 4250 0212 3456 9'],
    [{ barcode: 'R7K2M4QX01', symbology: 'datamatrix' }, 'R7K2 M4QX 01'],
  ] as const)('is spelt in groups', (facts, spelt) => {
    expect(spellNumber(facts)).toBe(spelt)
    expect(spelt.replace(/[\s()]/g, '')).toContain(facts.barcode)
  })
})
