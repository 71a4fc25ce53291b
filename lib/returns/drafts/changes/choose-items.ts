import { sumOf } from '@/lib/core/money'
import { fail } from '@/lib/core/result'
import type { Draft, DraftItem } from '@/lib/returns/draft'
import type { DraftChange, DraftProblem } from '@/lib/returns/draft-change'
import { draftFields } from '@/lib/returns/draft-fields'
import { draftProblem } from '@/lib/returns/draft-problems'
import type { DraftView } from '@/lib/returns/draft-view'
import { type Changed, unless } from './changed'

type Chosen = Extract<DraftChange, { kind: 'items' }>['chosen'][number]

const isOf =
  ({ orderId, lineId }: Chosen) =>
  (item: DraftItem) =>
    item.orderId === orderId && item.lineId === lineId

/** A key that the draft has not. */
export const nextKey = (items: readonly DraftItem[]): number =>
  Math.max(0, ...items.map(({ key }) => Number(key))) + 1

const newItem = ({ orderId, lineId, quantity }: Chosen, key: number): DraftItem => ({
  key: String(key),
  orderId,
  lineId,
  quantity,
  reason: null,
  subReason: null,
  comment: null,
  photos: [],
  outcome: null,
  exchangeSku: null,
  box: 1,
})

/** A line's items with so many pieces in all: more go to the last one, fewer are taken off from the end. */
function resized(items: readonly DraftItem[], quantity: number): DraftItem[] {
  const more = quantity - sumOf(items.map((item) => item.quantity))
  if (more >= 0)
    return items.map((item, index) =>
      index === items.length - 1 ? { ...item, quantity: item.quantity + more } : item,
    )
  let left = quantity
  return items.flatMap((item) => {
    const kept = Math.min(item.quantity, left)
    left -= kept
    return kept > 0 ? [{ ...item, quantity: kept }] : []
  })
}

function problemOf(view: DraftView, chosen: Chosen): DraftProblem[] {
  const field = draftFields.quantity(chosen.orderId, chosen.lineId)
  const line = view.orders
    .find(({ id }) => id === chosen.orderId)
    ?.lines.find(({ id }) => id === chosen.lineId)
  if (!line) return [draftProblem(field, 'other')]
  if (!Number.isSafeInteger(chosen.quantity) || chosen.quantity > line.decision.left)
    return [draftProblem(field, 'quantityTooMany', { left: line.decision.left })]
  return line.decision.eligible ? [] : [draftProblem(field, 'notEligible', { title: line.title })]
}

/** Chooses lines and how many of each; what was answered for a line that stays is kept. */
export function chooseItems(view: DraftView, all: readonly Chosen[]): Changed {
  const { draft, policy } = view
  const chosen = all.filter(({ quantity }) => quantity > 0)
  const max = policy.limits.itemsPerReturn
  if (chosen.length === 0) return fail([draftProblem(draftFields.items, 'nothingChosen')])
  const problems = chosen.flatMap((one, index) =>
    // Told twice, it could be more than is left.
    chosen.findIndex(({ orderId, lineId }) => orderId === one.orderId && lineId === one.lineId) === index
      ? problemOf(view, one)
      : [draftProblem(draftFields.quantity(one.orderId, one.lineId), 'other')],
  )
  if (problems.length === 0 && sumOf(chosen.map(({ quantity }) => quantity)) > max)
    problems.push(draftProblem(draftFields.items, 'itemsTooMany', { max }))
  let key = nextKey(draft.items)
  const items = chosen.flatMap((one) => {
    const known = draft.items.filter(isOf(one))
    return known.length > 0 ? resized(known, one.quantity) : [newItem(one, key++)]
  })
  return unless(problems, { ...draft, items } satisfies Draft)
}
