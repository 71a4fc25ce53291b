import { z } from 'zod'
import { fail, ok } from '@/lib/core/result'
import { draftFields } from '@/lib/returns/draft-fields'
import { draftProblem } from '@/lib/returns/draft-problems'
import type { DraftView } from '@/lib/returns/draft-view'
import type { Changed } from './changed'

const emailSchema = z.email().max(320)

/** Takes the address at which whoever was given a present can be written to. */
export function giveEmail({ draft }: DraftView, text: string): Changed {
  const email = text.trim().normalize('NFC')
  if (!draft.gift) return fail([draftProblem(draftFields.email, 'other')])
  if (email === '') return fail([draftProblem(draftFields.email, 'emailMissing')])
  return emailSchema.safeParse(email).success
    ? ok({ ...draft, email })
    : fail([draftProblem(draftFields.email, 'emailInvalid')])
}
