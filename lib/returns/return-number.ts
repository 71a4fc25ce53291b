/** Digits and letters that nobody mistakes for one another: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const LENGTH = 7

const MEANT: Record<string, string> = { O: '0', I: '1', L: '1', U: 'V' }

/** A return's number as people read and say it, `R7K2-M4QX`; `random(n)` gives a whole number from 0 below n. */
export function makeReturnNumber(random: (below: number) => number): string {
  const letters = Array.from({ length: LENGTH }, () => ALPHABET.charAt(random(ALPHABET.length))).join('')
  return `R${letters.slice(0, 3)}-${letters.slice(3)}`
}

/** What a look-up compares: upper case, letters and digits alone, mistaken letters as they were meant. */
export const returnNumberKey = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[OILU]/g, (letter) => MEANT[letter] ?? letter)
