import { type Subset, subsetOf } from './fonts'

/** A stretch of text that one font file can write. */
export type FontRun = { subset: Subset; text: string }

/** What stands for a character that no shipped font has: a printed box would say less. */
const UNKNOWN = '?'

/** Splits a text by the font files that have its characters; composed first, since the fonts know composed letters. */
export function fontRuns(text: string): FontRun[] {
  const runs: FontRun[] = []
  for (const character of text.normalize('NFC').replace(/\s+/gu, ' ')) {
    const subset = subsetOf(character)
    const known = subset ? character : UNKNOWN
    const last = runs.at(-1)
    if (last && last.subset === (subset ?? 'latin')) last.text += known
    else runs.push({ subset: subset ?? 'latin', text: known })
  }
  return runs
}
