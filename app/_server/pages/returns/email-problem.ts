import type { DraftProblem } from '@/lib/returns/draft-change'

/** What is wrong with an e-mail address before anybody is asked whose it is: a postcode isn't enough to act. */
export function emailProblem(email: string): DraftProblem[] {
  if (email === '') return [{ field: 'email', key: 'emailMissing' }]
  return /^[^\s@]+@[^\s@]+$/.test(email) ? [] : [{ field: 'email', key: 'emailInvalid' }]
}
