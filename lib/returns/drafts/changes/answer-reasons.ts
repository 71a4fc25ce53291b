import type { DraftItem } from '@/lib/returns/draft'
import type { DraftChange, DraftProblem } from '@/lib/returns/draft-change'
import { draftFields } from '@/lib/returns/draft-fields'
import { draftProblem } from '@/lib/returns/draft-problems'
import type { DraftItemView, DraftView } from '@/lib/returns/draft-view'
import { type Changed, unless, withItems } from './changed'

type Answer = Extract<DraftChange, { kind: 'reasons' }>['answers'][number]

const MAX_COMMENT = 1000

/** A text as a person wrote it: line breaks stay, other control characters go. */
const written = (text: string | null): string | null =>
  text
    ?.replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim() || null

function answerOne(
  { policy }: DraftView,
  { item, line, decision }: DraftItemView,
  answer: Answer | undefined,
): { item: DraftItem; problems: DraftProblem[] } {
  const { key } = item
  const { title } = line
  const reason = decision.reasons.includes(answer?.reason ?? '')
    ? policy.reasons.find(({ id }) => id === answer?.reason)
    : undefined
  if (!answer || !reason)
    return { item, problems: [draftProblem(draftFields.reason(key), 'reasonMissing', { title })] }
  const sub = reason.subReasons.find(({ id }) => id === answer.subReason)
  const comment = written(answer.comment)
  const problems: DraftProblem[] = []
  if (reason.subReasons.length > 0 && !sub)
    problems.push(draftProblem(draftFields.subReason(key), 'subReasonMissing', { title }))
  if ((sub?.comment ?? reason.comment) === 'required' && comment === null)
    problems.push(draftProblem(draftFields.comment(key), 'commentMissing', { title }))
  if (comment !== null && comment.length > MAX_COMMENT)
    problems.push(draftProblem(draftFields.comment(key), 'commentTooLong', { max: MAX_COMMENT }))
  return { item: { ...item, reason: reason.id, subReason: sub?.id ?? null, comment }, problems }
}

/** Takes a reason for every item. */
export function answerReasons(view: DraftView, answers: readonly Answer[]): Changed {
  const all = view.items.map((item) =>
    answerOne(
      view,
      item,
      answers.find(({ key }) => key === item.item.key),
    ),
  )
  return unless(
    all.flatMap(({ problems }) => problems),
    withItems(
      view.draft,
      all.map(({ item }) => item),
    ),
  )
}
