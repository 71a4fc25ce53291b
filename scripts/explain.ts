import { UnfitDatabaseError } from '@/db/check-application-role'
import { isDatabaseAway } from '@/db/database-away'
import { EmbeddedError } from '@/db/embedded/embedded-error'
import { EnvError } from '@/lib/env'
import { ServerError } from './http/server-error'

/** These say what is wrong and what to do; a stack would only hide it. */
const IN_WORDS = [EnvError, EmbeddedError, UnfitDatabaseError, ServerError]

/** An error for whoever sits at the terminal. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (IN_WORDS.some((kind) => error instanceof kind)) return error.message
  if (isDatabaseAway(error)) return `The database does not answer: ${error.message}`
  return error.stack ?? error.message
}
