import { fail, ok, type Result } from '@/lib/core/result'
import type { Draft, DraftItem } from '@/lib/returns/draft'
import type { DraftProblem } from '@/lib/returns/draft-change'

/** What a step's answer makes of a draft, or everything that is wrong with it. */
export type Changed = Result<Draft, DraftProblem[]>

/** The draft where nothing is wrong. */
export const unless = (problems: readonly DraftProblem[], draft: Draft): Changed =>
  problems.length > 0 ? fail([...problems]) : ok(draft)

/** The draft with some of its items answered. */
export const withItems = (draft: Draft, answered: readonly DraftItem[]): Draft => ({
  ...draft,
  items: draft.items.map((item) => answered.find(({ key }) => key === item.key) ?? item),
})
