import { randomInt } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { makeReturnNumber, returnNumberKey } from '@/lib/returns/return-number'

describe('a return’s number', () => {
  it('is made of digits and letters that nobody mistakes for one another', () => {
    for (let round = 0; round < 200; round++)
      expect(makeReturnNumber(randomInt)).toMatch(/^R[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(makeReturnNumber(() => 0)).toBe('R000-0000')
    expect(makeReturnNumber((below) => below - 1)).toBe('RZZZ-ZZZZ')
  })

  it('is found however it is written', () => {
    expect(returnNumberKey('R7K2-M4QX')).toBe('R7K2M4QX')
    expect(returnNumberKey(' r7k2 m4qx ')).toBe('R7K2M4QX')
    expect(returnNumberKey('RO1I-LU00')).toBe(returnNumberKey('R011-1V00'))
  })
})
