import { isDatabaseAway } from '@/db/database-away'
import { describeError } from '@/lib/core/describe-error'
import { logger } from '@/lib/core/logger'
import { problem } from './problem'

/** The answer to a surprise: 503 while the database is away, else 500 and a line in the log; never an empty one. */
export function failure(error: unknown, method: string): Response {
  if (isDatabaseAway(error)) return problem('unavailable', { headers: { 'retry-after': '5' } })
  logger.error('request failed', {
    method,
    reason: describeError(error),
  })
  return problem('internal')
}
