import { fail, ok } from '@/lib/core/result'
import { draftFields } from '@/lib/returns/draft-fields'
import { draftProblem } from '@/lib/returns/draft-problems'
import type { DraftView } from '@/lib/returns/draft-view'
import type { Changed } from './changed'
import { nextKey } from './choose-items'

/** Makes an item's pieces items of one piece each; the first keeps its key with what was answered. */
export function splitItem({ draft }: DraftView, key: string): Changed {
  if (!draft.items.some((item) => item.key === key)) return fail([draftProblem(draftFields.items, 'other')])
  let next = nextKey(draft.items)
  return ok({
    ...draft,
    items: draft.items.flatMap((item) =>
      item.key === key
        ? Array.from({ length: item.quantity }, (_, index) =>
            index === 0
              ? { ...item, quantity: 1 }
              : { ...item, quantity: 1, key: String(next++), photos: [], comment: null },
          )
        : [item],
    ),
  })
}
