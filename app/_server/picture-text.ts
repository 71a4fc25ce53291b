// What the shipped fonts hold: Latin with its extensions, punctuation, the euro. Anything else would be fetched from a third party.
const FOREIGN = /[^\u0020-\u024f\u1e00-\u1e9f\u2010-\u2027\u2030-\u203a\u20ac]/gu

/** A text as pictures can show it: other scripts and emoji go, the narrow space of French numbers becomes a plain one. */
export const pictureText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u2009\u202f]/gu, '\u00a0')
    .replace(FOREIGN, '')
    .replace(/ {2,}/g, ' ')
    .trim()
