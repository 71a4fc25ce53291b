/** Crockford's base 32: no I, L, O or U, so that nothing is read or typed for something else. https://www.crockford.com/base32.html */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 12 letters of 5 bits are 60 bits: nobody guesses one within the limits of look-ups. */
const LENGTH = 12
const GROUP = 4

const MISREAD: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' }

/** Makes a gift's code of random bytes (one a letter), e.g. `M4QX-9TRP-3HWD`. */
export function makeGiftCode(random: (length: number) => Uint8Array): string {
  // 256 is a whole multiple of 32: every letter is as likely.
  const letters = [...random(LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join('')
  return letters.replace(new RegExp(`(.{${GROUP}})(?=.)`, 'g'), '$1-')
}

/** What two writings of a code have in common; null when the text can't be one. */
export function giftCodeKey(text: string): string | null {
  const key = text
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]+/gu, '')
    .replace(/[ILO]/g, (letter) => MISREAD[letter] ?? letter)
  return key.length === LENGTH && [...key].every((letter) => LETTERS.includes(letter)) ? key : null
}
