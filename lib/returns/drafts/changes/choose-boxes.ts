import { fail } from '@/lib/core/result'
import type { DraftChange } from '@/lib/returns/draft-change'
import { draftFields } from '@/lib/returns/draft-fields'
import { draftProblem } from '@/lib/returns/draft-problems'
import type { DraftView } from '@/lib/returns/draft-view'
import { type Changed, unless } from './changed'

type Boxes = Extract<DraftChange, { kind: 'boxes' }>

const MAX_BOXES = 10

/** Spreads what travels over boxes; none may be empty. With one box there is nothing to answer. */
export function chooseBoxes({ draft, items }: DraftView, { boxes, of }: Omit<Boxes, 'kind'>): Changed {
  if (!Number.isSafeInteger(boxes) || boxes < 1 || boxes > MAX_BOXES)
    return fail([draftProblem(draftFields.boxes, 'boxUnknown')])
  const boxOf = (key: string) => (boxes === 1 ? 1 : (of.find((one) => one.key === key)?.box ?? 0))
  const travelling = items.filter(({ item }) => item.outcome !== 'keep')
  const missing = travelling
    .filter(
      ({ item }) => !Number.isSafeInteger(boxOf(item.key)) || boxOf(item.key) < 1 || boxOf(item.key) > boxes,
    )
    .map(({ item }) => draftProblem(draftFields.box(item.key), 'boxUnknown'))
  const empty = Array.from({ length: boxes }, (_, index) => index + 1)
    .filter((box) => travelling.every(({ item }) => boxOf(item.key) !== box))
    .map((box) => draftProblem(draftFields.boxes, 'boxEmpty', { box }))
  return unless(missing.length > 0 ? missing : empty, {
    ...draft,
    boxes,
    own: draft.own.filter(({ box }) => box <= boxes),
    items: draft.items.map((item) => ({
      ...item,
      box: item.outcome === 'keep' ? 1 : boxOf(item.key),
    })),
  })
}
