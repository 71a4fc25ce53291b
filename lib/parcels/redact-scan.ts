import type { RecordedScan } from './projection'

const literal = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Whether a text names one of the words, as whole words and whatever the case. */
const names = (text: string, words: readonly string[]): boolean =>
  words.some((word) => new RegExp(`(?<![\\p{L}\\p{N}])${literal(word)}(?![\\p{L}\\p{N}])`, 'iu').test(text))

/**
 * A scan without the texts that name one of `words` (a person's name, address, telephone); where and when it was and what it
 * means stay, and so does its identity. The same object when nothing names them.
 */
export function redactScan(scan: RecordedScan, words: readonly string[]): RecordedScan {
  const said = [scan.text, scan.place?.text ?? null]
  if (!said.some((text) => text !== null && names(text, words))) return scan
  const keep = (text: string | null) => (text !== null && names(text, words) ? null : text)
  return {
    ...scan,
    text: keep(scan.text),
    place: scan.place && { ...scan.place, text: keep(scan.place.text) },
  }
}
