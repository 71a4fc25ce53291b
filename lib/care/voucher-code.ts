/** Without I, L, O and U: nothing is misread, and no word comes about. https://www.crockford.com/base32.html */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const BITS_PER_SIGN = 5

/** So many bits that guessing finds none among a million codes in a thousand years of one try a second. */
export const LEAST_BITS = 50

const drawn = (pattern: string): number => [...pattern].filter((sign) => sign === '#').length

/** How much of a code is chance. */
export const entropyBits = (pattern: string): number => drawn(pattern) * BITS_PER_SIGN

/** A code after a pattern: each `#` takes one random byte. */
export function voucherCode(pattern: string, randomBytes: (length: number) => Uint8Array): string {
  const bytes = randomBytes(drawn(pattern)).values()
  return pattern.replace(/#/g, () => SIGNS.charAt((bytes.next().value ?? 0) % SIGNS.length))
}

/** What tells two codes apart, however they are written. */
export const codeKey = (code: string): string => code.replace(/\s+/g, '').toUpperCase()
