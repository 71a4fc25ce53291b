import type { Translate } from '@/lib/i18n/translate'
import type { DraftProblem } from '@/lib/returns/draft-change'
import en from '@/messages/en.json'
import { MOST_PHOTOS } from './most-photos'

type ProblemKey = keyof typeof en.returns.errors

const isProblemKey = (key: string): key is ProblemKey => Object.hasOwn(en.returns.errors, key)

/** What a text may ask for that nobody said. */
const UNSAID = { most: MOST_PHOTOS, left: 0, why: '' }

/** An error as its summary and its field say it; of several about one field the first. `titleOf` names the item of a field. */
export function problemWords(
  problems: readonly DraftProblem[],
  t: Translate,
  titleOf: (field: string) => string | null = () => null,
): { field: string; text: string }[] {
  const entries = new Map<string, string>()
  for (const { field, key, values = {} } of problems) {
    if (entries.has(field)) continue
    const known = isProblemKey(key) ? key : 'other'
    entries.set(field, t(`returns.errors.${known}`, { ...UNSAID, title: titleOf(field) ?? '', ...values }))
  }
  return [...entries].map(([field, text]) => ({ field, text }))
}
