/** A stretch of a sentence and how loud it is. */
export type PhrasePart = { tone: 'lead' | 'big' | 'rest' | 'times'; text: string }

/** A sentence that is printed with emphasis: its parts, in order, make the text. */
export type Phrase = { text: string; parts: PhrasePart[] }

// Private-use characters mark where a part begins and ends, so that a phrase can be an argument of another message.
const MARKS = { big: '\uE001', rest: '\uE002', times: '\uE003' } as const
const END = '\uE000'

const TONES: Record<string, PhrasePart['tone']> = {
  [MARKS.big]: 'big',
  [MARKS.rest]: 'rest',
  [MARKS.times]: 'times',
}

const mark = (start: string) => (chunks: string) => `${start}${chunks}${END}`

/** The tags of a phrase, for `t.markup`. */
export const PHRASE_TAGS = { big: mark(MARKS.big), rest: mark(MARKS.rest), times: mark(MARKS.times) }

/** A marked text without its marks. */
export const plainText = (marked: string): string => marked.replace(/[\uE000-\uE003]/g, '')

const capitalise = (text: string, lang: string): string =>
  text.replace(/^\p{Ll}/u, (first) => first.toLocaleUpperCase(lang))

/** Turns a marked text into a phrase that begins like a sentence. */
export function readPhrase(marked: string, lang: string): Phrase {
  const parts: PhrasePart[] = []
  for (const [, start, inner, outer] of marked.matchAll(
    /([\uE001-\uE003])([^\uE000]*)\uE000|([^\uE000-\uE003]+)/gu,
  ))
    parts.push({ tone: TONES[start ?? ''] ?? 'lead', text: inner ?? outer ?? '' })
  const [first, ...others] = parts
  const begun = first ? [{ ...first, text: capitalise(first.text, lang) }, ...others] : []
  return { text: begun.map((part) => part.text).join(''), parts: begun }
}
