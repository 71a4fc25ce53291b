import { sumOf } from '@/lib/core/money'
import type { DraftProblem } from '@/lib/returns/draft-change'
import { draftFields } from '@/lib/returns/draft-fields'
import { draftProblem } from '@/lib/returns/draft-problems'
import type { DraftItemView, DraftView } from '@/lib/returns/draft-view'
import type { DraftStep } from '@/lib/shops/addresses'
import { outOfStock } from './changes/answer-outcomes'
import { chooseBoxes } from './changes/choose-boxes'
import { chooseMethod } from './changes/choose-method'

export type MissingStep = { step: DraftStep; problems: DraftProblem[] }

function itemProblems(view: DraftView): DraftProblem[] {
  const { items, draft } = view
  if (items.length === 0) return [draftProblem(draftFields.items, 'nothingChosen')]
  // A line that its order has lost meanwhile.
  if (items.length < draft.items.length) return [draftProblem(draftFields.items, 'other')]
  return items.flatMap(({ item, line, decision }) => {
    const field = draftFields.quantity(line.orderId, line.id)
    const asked = sumOf(
      draft.items
        .filter(({ orderId, lineId }) => orderId === item.orderId && lineId === item.lineId)
        .map(({ quantity }) => quantity),
    )
    return asked > decision.left ? [draftProblem(field, 'quantityTooMany', { left: decision.left })] : []
  })
}

function reasonProblems({ policy }: DraftView, { item, line, decision }: DraftItemView): DraftProblem[] {
  const { key, subReason, comment, photos } = item
  const { title } = line
  const reason = policy.reasons.find(({ id }) => id === item.reason)
  if (!reason) return [draftProblem(draftFields.reason(key), 'reasonMissing', { title })]
  return [
    ...(reason.subReasons.length > 0 && !reason.subReasons.some(({ id }) => id === subReason)
      ? [draftProblem(draftFields.subReason(key), 'subReasonMissing', { title })]
      : []),
    ...(decision.commentRequired && comment === null
      ? [draftProblem(draftFields.comment(key), 'commentMissing', { title })]
      : []),
    ...(decision.photosRequired && photos.length === 0
      ? [draftProblem(draftFields.photos(key), 'photosMissing', { title })]
      : []),
  ]
}

const outcomeProblems = (view: DraftView): DraftProblem[] => {
  const missing = view.items
    .filter(({ item }) => item.outcome === null)
    .map(({ item: { key }, line: { title } }) =>
      draftProblem(
        draftFields.outcome(key),
        view.lost.includes(key) ? 'outcomeNotOffered' : 'outcomeMissing',
        { title },
      ),
    )
  return missing.length > 0 ? missing : outOfStock(view, view.items)
}

function methodProblems(view: DraftView, today: string): DraftProblem[] {
  const { draft } = view
  if (view.items.every(({ item }) => item.outcome === 'keep')) return []
  if (draft.method === null) return [draftProblem(draftFields.method, 'methodMissing')]
  const of = draft.items.map(({ key, box }) => ({ key, box }))
  const again = [
    chooseBoxes(view, { boxes: draft.boxes, of }),
    chooseMethod(view, { ...draft, method: draft.method }, today),
  ]
  return again.flatMap((changed) => (changed.ok ? [] : changed.error))
}

/** The first step whose answers are missing or no longer hold, with what is wrong there; null: it can be sent. */
export function missingStep(view: DraftView, today: string): MissingStep | null {
  const found: MissingStep[] = [
    { step: 'items', problems: itemProblems(view) },
    { step: 'reasons', problems: view.items.flatMap((item) => reasonProblems(view, item)) },
    { step: 'outcomes', problems: outcomeProblems(view) },
    { step: 'method', problems: methodProblems(view, today) },
    {
      step: 'review',
      problems:
        view.draft.gift && view.draft.email === null ? [draftProblem(draftFields.email, 'emailMissing')] : [],
    },
  ]
  return found.find(({ problems }) => problems.length > 0) ?? null
}
