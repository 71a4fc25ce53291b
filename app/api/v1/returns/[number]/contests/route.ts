import { returnAction } from '@/app/_server/returns/return-action'
import { answerContestSchema } from '@/lib/api/schemas/return-action-schema'
import { answerContest } from '@/lib/services/returns/answer-contest'

export const POST = returnAction(
  answerContestSchema,
  ({ context, shopId, ref, by, body: { key, answer, deduction } }) =>
    answerContest(context, shopId, ref, by, { key, answer, ...(deduction != null && { deduction }) }),
)
