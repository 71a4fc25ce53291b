import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { giftCodeKey, makeGiftCode } from '@/lib/returns/gift-code'

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('a gift’s code', () => {
  it('is twelve letters of five bits, in groups that can be typed', () => {
    expect(makeGiftCode((length) => new Uint8Array(length).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ')
    for (let i = 0; i < 50; i++) expect(giftCodeKey(makeGiftCode(randomBytes))).toHaveLength(12)
  })

  it('has every letter as often: a byte is a whole multiple of them', () => {
    const counts = new Map<string, number>()
    for (let byte = 0; byte < 256; byte++) {
      const [letter = ''] = makeGiftCode((length) => new Uint8Array(length).fill(byte))
      counts.set(letter, (counts.get(letter) ?? 0) + 1)
    }
    expect([...counts.keys()].sort().join('')).toBe([...LETTERS].sort().join(''))
    expect(new Set(counts.values())).toEqual(new Set([8]))
  })

  it('is the same however it is typed', () => {
    const typed = fc.tuple(
      fc.uint8Array({ minLength: 12, maxLength: 12 }),
      fc.constantFrom('', ' ', '-', '–', '.'),
      fc.boolean(),
    )
    fc.assert(
      fc.property(typed, ([bytes, mark, lower]) => {
        const code = makeGiftCode(() => bytes)
        const text = code.replaceAll('-', mark)
        expect(giftCodeKey(lower ? text.toLowerCase() : text)).toBe(giftCodeKey(code))
      }),
    )
    expect(giftCodeKey('iIlL-oO00-AAAA')).toBe('11110000AAAA')
  })

  it.each(['', 'M4QX', 'M4QX-9TRP-3HWDX', 'M4QX-9TRP-3HWU', 'ÄÄÄÄ-ÄÄÄÄ-ÄÄÄÄ', '\u0000'.repeat(12)])(
    '«%s» can’t be one',
    (text) => expect(giftCodeKey(text)).toBeNull(),
  )
})
